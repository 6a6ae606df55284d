"""Risk: reading red flags as evidence, choosing under a budget, and checking the choice."""
