"""The Appendix of a taxon on a date, for the population an invented State stands for."""

from __future__ import annotations

from borderlab.world.listing import appendix

# The generator's first and last day, and the day the amendments of CoP20 entered into force.
FIRST_DAY, COP20, LAST_DAY = "2024-01-01", "2026-03-05", "2026-06-30"

__all__ = ["COP20", "FIRST_DAY", "LAST_DAY", "appendix"]
