"""Texts as a translator sees them: blocks of markdown, and nothing forgotten."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.build import markdown
from coursekit.build.compose import compose, read_sources
from coursekit.build.problems import Report
from coursekit.build.translation import Translation
from coursekit.course import load_course
from coursekit.i18n.modules import module_messages

ROOT = Path(__file__).parents[4]
GOLDEN = ROOT / "tests" / "golden"
TEXT = """\
# Title

A paragraph
on two lines.

- one item
  that goes on
- two

| a | b |
|---|---|
| c | d |

```python
code = "is not prose"
```

---

<!-- no prose -->

[ref]: https://example.org
"""


def test_a_block_is_what_a_translator_translates_at_once() -> None:
    found = [block.message for block in markdown.blocks(TEXT) if block.prose]
    assert found == [
        "# Title",
        "A paragraph on two lines.",
        "- one item that goes on\n- two",
        "| a | b |\n|---|---|\n| c | d |",
    ]


def test_a_number_that_languages_write_differently_is_translated() -> None:
    numbers = ["96%", "10,000", "0.5", "20", "1 of 50"]
    found = [
        block.message for number in numbers for block in markdown.blocks(number) if block.prose
    ]
    assert found == ["96%", "10,000", "0.5", "1 of 50"]


def test_everything_between_the_blocks_stays_as_it_is() -> None:
    result = markdown.replace_blocks(TEXT, lambda message: message.upper())
    assert "A PARAGRAPH ON TWO LINES." in result
    assert 'code = "is not prose"' in result
    assert result.endswith("<!-- no prose -->\n\n[ref]: https://example.org\n")


def test_a_hard_line_break_is_kept() -> None:
    (block,) = markdown.blocks("one  \ntwo\\\nthree\nfour")
    assert block.message == "one  \ntwo\\\nthree four"


@given(st.text(alphabet="ab *_`#->|\n1.![]()\\", max_size=60))
def test_blocks_never_overlap_and_never_lose_a_line(text: str) -> None:
    end = 0
    for block in markdown.blocks(text):
        assert end <= block.start < block.end <= len(text.split("\n"))
        end = block.end
    kept = markdown.replace_blocks(text, lambda message: message)
    assert kept.split() == text.split()


@pytest.mark.parametrize(
    "source", [GOLDEN / "every_kind" / "source", GOLDEN / "translated" / "source", ROOT]
)
def test_the_build_looks_up_exactly_the_texts_that_translators_get(
    source: Path, tmp_path: Path
) -> None:
    """Nothing untranslated can slip through, and nobody translates in vain."""
    shutil.copytree(source / "modules" / "source", tmp_path / "modules" / "source")
    course = load_course(tmp_path)
    sources = read_sources(course, Report())
    looked_up: dict[str, set[str]] = {module.id: set() for module in sources.all()}

    def recording(name: str) -> Translation:
        return Translation("fr", lambda message: (looked_up[name].add(message), message)[1])

    compose(course, sources, {"fr": {name: recording(name) for name in looked_up}})
    for module in sources.all():
        assert looked_up[module.id] == {m.message for m in module_messages(module)}
        assert looked_up[module.id]
