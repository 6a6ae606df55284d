"""A permit export as an office would have it, to be spoilt by each test in its own way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

HEADER = (
    "Permit number,Date of issue,Country of export,Country of import,Scientific name,Appendix,"
    "Term,Quantity,Unit,Purpose,Source"
)
ROWS = (
    "NA-0001,2024-03-01,NA,FR,Acinonyx jubatus,I,TRO,1,,H,W",
    "NA-0002,2024-03-14,NA,DE,Loxodonta africana,II,SKI,2,,H,W",
    "ID-0007,2024-05-20,ID,IT,Malayopython reticulatus,II,SKI,1250,,T,W",
)

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file from text, in any encoding, and give its path."""

    def _write(text: str | bytes, name: str = "permits.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return _write


@pytest.fixture
def good() -> str:
    """A file without any fault."""
    return "\n".join((HEADER, *ROWS)) + "\n"
