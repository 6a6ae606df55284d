"""Questions, the saved answers, checks and hints, scoring. Standard library only."""
