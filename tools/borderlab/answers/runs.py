"""Who runs the notebook, and the number that its random draws start from."""

from __future__ import annotations

import os
import zlib

MAX_SEED = 2**31 - 1


def headless() -> bool:
    """Whether a program runs the notebook, not a person: then nothing is written."""
    return "NBGRADER_EXECUTION" in os.environ or os.environ.get("BORDERLAB_HEADLESS") == "1"


def random_seed() -> int:
    """A new number from 0 to 2**31 - 1, different for every participant."""
    return int.from_bytes(os.urandom(4), "big") & MAX_SEED


def fixed_seed(module: str) -> int:
    """The number that runs by a program use, the same every time."""
    return zlib.crc32(module.encode()) & MAX_SEED
