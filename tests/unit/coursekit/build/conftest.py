from __future__ import annotations

from pathlib import Path

import pytest

from golden.tiny import TinyCourse


@pytest.fixture
def course(tmp_path: Path) -> TinyCourse:
    """A course of one module with a heading, in a folder with a space and an accent."""
    return TinyCourse(tmp_path / "mon cours été")
