"""Markdown seen as a translator sees it: one block (paragraph, list, heading, table) at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# A letter, or a number that other languages write differently: 96%, 10,000, 0.5.
_WORDS = re.compile(r"[^\W\d_]|\d%|\d[.,]\d")
_NO_PROSE = {"code_block", "hr"}
_HARD_BREAK = ("  ", "\\")


@dataclass(frozen=True)
class Block:
    """Lines ``start`` to ``end`` (from 0, end excluded) of a text; ``message`` is its msgid."""

    start: int
    end: int
    message: str
    prose: bool


@cache
def parser() -> MarkdownIt:
    """The dialect of notebooks: CommonMark and tables."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")


@lru_cache(maxsize=8_192)
def tokens_of(text: str) -> tuple[Token, ...]:
    """The parsed text. Tokens are shared: never change one."""
    return tuple(parser().parse(text))


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a text, in order. Soft line breaks do not count: re-wrapping is no change."""
    lines = text.split("\n")
    tokens = tokens_of(text)
    for index, token in enumerate(tokens):
        if token.level or token.map is None or token.nesting < 0:
            continue
        start, end = token.map
        while end > start + 1 and not lines[end - 1].strip():
            end -= 1
        message = "\n".join(_unwrapped(lines, start, end, tokens[index:])).strip()
        yield Block(start, end, message, _is_prose(token, message))


def _is_prose(token: Token, message: str) -> bool:
    if token.type in _NO_PROSE or (token.type == "fence" and token.info.strip()):
        return False
    if token.type == "html_block":
        message = re.sub(r"<!--.*?-->|<[^>]*>", "", message, flags=re.DOTALL)
    return bool(_WORDS.search(message))


def _unwrapped(lines: list[str], start: int, end: int, tokens: tuple[Token, ...]) -> Iterator[str]:
    """The lines of a block, each paragraph on one line; quotations keep theirs."""
    joined: set[int] = set()
    if tokens[0].type in {"paragraph_open", "bullet_list_open", "ordered_list_open"}:
        for token in tokens:
            if token.type == "paragraph_open" and token.map and token.map[1] <= end:
                joined.update(range(token.map[0] + 1, token.map[1]))
    current = lines[start].rstrip("\n")
    for number in range(start + 1, end):
        if number in joined and not current.endswith(_HARD_BREAK):
            current = f"{current.rstrip()} {lines[number].strip()}"
        else:
            yield current
            current = lines[number]
    yield current


def replace_blocks(text: str, translate: Callable[[str], str]) -> str:
    """Exchange every prose block for its translation; all else stays as it is."""
    lines = text.split("\n")
    result: list[str] = []
    done = 0
    for block in blocks(text):
        if block.prose:
            result += lines[done : block.start]
            result += translate(block.message).split("\n")
            done = block.end
    return "\n".join(result + lines[done:])


def plain(text: str) -> str:
    """The words of a piece of markdown without its marks."""
    words: list[str] = []
    for token in tokens_of(text):
        for child in token.children or []:
            if child.type in {"text", "code_inline"}:
                words.append(child.content)
            elif child.type in {"softbreak", "hardbreak"}:
                words.append(" ")
    return "".join(words).strip()


def heading(text: str) -> str | None:
    """The words of the heading a text begins with, or None when it begins otherwise."""
    first = next(blocks(text), None)
    if first is None or not first.message.startswith("#"):
        return None
    return plain(first.message)


@dataclass(frozen=True)
class Image:
    """A picture in a text, ``line`` counted from 0."""

    target: str
    alt: str
    line: int


_HTML_IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\b(src|alt)\s*=\s*["']([^"']*)["']""", re.IGNORECASE)


def images(text: str) -> Iterator[Image]:
    """The pictures of a text, written in markdown or in HTML."""
    for token in tokens_of(text):
        line = token.map[0] if token.map else 0
        for child in token.children or []:
            if child.type == "image":
                yield Image(str(child.attrs.get("src", "")), child.content.strip(), line)
    for number, content in enumerate(text.split("\n")):
        for tag in _HTML_IMAGE.findall(content):
            found = {name.lower(): value for name, value in _ATTRIBUTE.findall(tag)}
            yield Image(found.get("src", ""), found.get("alt", "").strip(), number)


def links(text: str) -> list[str]:
    """The targets of the links of a text, in order."""
    return [
        str(child.attrs.get("href", ""))
        for token in tokens_of(text)
        for child in token.children or []
        if child.type == "link_open"
    ]


def code_spans(text: str) -> list[str]:
    """The contents of the `code spans` of a text, in order."""
    return [
        child.content
        for token in tokens_of(text)
        for child in token.children or []
        if child.type == "code_inline"
    ]
