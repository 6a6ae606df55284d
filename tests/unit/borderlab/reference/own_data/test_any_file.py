"""Whatever the bytes are, reading ends with a table or with one sentence."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from borderlab.reference.own_data import OwnDataError, load_permits

_HEADERS = st.sampled_from(
    ["Species", "Quantity", "Issue date", "Unit", "Term", "Source", "NA", "", '"', "Year", "Permit"]
)
_CELLS = st.one_of(
    st.sampled_from(
        [
            "NA",
            "1,234",
            "03/04/2024",
            "KIL",
            "-",
            "Ⅳ",
            "1e309",
            "²",
            "3.",
            ",5",
            "N/A",
            "31.12.9999",
        ]
    ),
    st.text(max_size=8),
)
_TABLES = st.tuples(
    st.lists(_HEADERS, min_size=1, max_size=6),
    st.lists(st.lists(_CELLS, max_size=7), max_size=8),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]),
)


def _read(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "permits.csv"
        path.write_bytes(content)
        try:
            table = load_permits(path)
        except OwnDataError:
            return
        assert len(table.frame) == len(table) > 0
        assert table._repr_html_()


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=400))
def test_any_bytes(content: bytes) -> None:
    _read(content)


@settings(deadline=None, max_examples=120)
@given(_TABLES)
def test_any_table(drawn: tuple[list[str], list[list[str]], str, str]) -> None:
    header, rows, sign, encoding = drawn
    text = "\n".join(sign.join(cells) for cells in (header, *rows))
    _read(text.encode(encoding, errors="replace"))
