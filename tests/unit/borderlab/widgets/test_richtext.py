"""The part of Markdown that prompts may use, and that nothing else gets through."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderlab.widgets import richtext


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain", "<span>plain</span>"),
        ("**98 %** of *all*", "<span><strong>98 %</strong> of <em>all</em></span>"),
        ("**a *b* c**", "<span><strong>a <em>b</em> c</strong></span>"),
        ("`a < b`", "<span><code>a &lt; b</code></span>"),
        ("one\ntwo", "<span>one two</span>"),
        ("one\n\ntwo", "<span><p>one</p><p>two</p></span>"),
        (
            "Choose:\n- a\n- b\n  more",
            "<span><p>Choose:</p><ul><li>a</li><li>b more</li></ul></span>",
        ),
        ("1. a\n2. b", "<span><ol><li>a</li><li>b</li></ol></span>"),
        ("2 * 3 * 4", "<span>2 * 3 * 4</span>"),
        ("snake_case and a*b*c", "<span>snake_case and a*b*c</span>"),
        (r"\*not\*", "<span>*not*</span>"),
        (
            "[CITES](https://cites.org)",
            '<span><a href="https://cites.org" rel="noopener noreferrer">CITES</a></span>',
        ),
        (
            "[here](#base-rate)",
            '<span><a href="#base-rate" rel="noopener noreferrer">here</a></span>',
        ),
        ("[x](javascript:alert(1))", "<span>[x](javascript:alert(1))</span>"),
        ("<b>&", "<span>&lt;b&gt;&amp;</span>"),
        ("", "<span></span>"),
    ],
)
def test_it_renders(text: str, html: str) -> None:
    assert richtext.to_html(richtext.parse(text)) == html


def test_plain_words_for_labels() -> None:
    assert richtext.plain("**A** `b`\n\n- c\n- d") == "A b c d"


@given(st.text(alphabet="ab *`[]()<>\"'&#-1.\n\\:/hts", max_size=80))
def test_only_known_tags_ever_come_out(text: str) -> None:
    page = richtext.to_html(richtext.parse(text))
    tags = set(re.findall(r"</?([^\s>]*)", page))
    assert tags <= {"span", "p", "strong", "em", "code", "ul", "ol", "li", "a"}
    for attribute in re.findall(r"<\w+ ([^>]*)>", page):
        assert re.fullmatch(r'href="(#|https://)[^"<>]*" rel="noopener noreferrer"', attribute)
