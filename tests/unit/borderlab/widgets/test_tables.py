"""Tables for pages without a browser side."""

from __future__ import annotations

from borderlab.widgets.tables import html_table


def test_everything_is_escaped_and_the_first_cell_names_its_row() -> None:
    table = html_table(["<a>", "b"], [["x & y", "<script>"]], "1 < 2")
    assert table == (
        "<table><caption>1 &lt; 2</caption>"
        '<thead><tr><th scope="col">&lt;a&gt;</th><th scope="col">b</th></tr></thead>'
        '<tbody><tr><th scope="row">x &amp; y</th><td>&lt;script&gt;</td></tr></tbody></table>'
    )


def test_without_heads_and_caption_neither_is_there() -> None:
    assert html_table((), [("a", "1")]) == (
        '<table><tbody><tr><th scope="row">a</th><td>1</td></tr></tbody></table>'
    )
