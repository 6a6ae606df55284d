"""A small, safe part of Markdown for prompts, options and explanations.

``parse`` turns text into a tree of plain lists that a browser widget builds node by node;
``to_html`` renders the same tree with everything escaped. Raw HTML stays visible as text.

Pipe tables with a heading row are understood too, where every row stands on a line of its own.

A node is a string or ``[tag, attributes, *children]``. Understood are paragraphs, ``-`` and ``1.``
lists, ``**strong**``, ``*emphasis*``, `` `code` ``, and links to ``https://...`` or ``#anchors``.
"""

from __future__ import annotations

import html
import re
from typing import TypeAlias

Node: TypeAlias = str | list["Node"] | dict[str, str]

_INLINE = re.compile(
    r"\\(?P<escaped>[\\`*_\[\]()#+.!-])"
    r"|`(?P<code>[^`\n]+)`"
    r"|\*\*(?P<strong>(?=\S).+?(?<=\S))\*\*"
    r"|(?<![\w*])\*(?P<em>(?=[^\s*]).*?(?<=[^\s*]))\*(?![\w*])"
    r"|\[(?P<label>[^\]\n]{1,200})\]\((?P<href>https://[^\s()]{1,500}|#[\w-]{1,100})\)",
    re.DOTALL,
)
_BULLET = re.compile(r"^\s{0,3}[-*]\s+")
_RULE = re.compile(r"^\s*\|?[\s:|-]*-[\s:|-]*\|[\s:|-]*$")
_NUMBER = re.compile(r"^\s{0,3}\d{1,3}[.)]\s+")


def parse(text: str) -> Node:
    """Turn Markdown text into a tree whose root is a ``span``.

    Args:
        text: The author's text; anything not understood stays as it is.

    Returns:
        The tree; an empty text gives a root without children.
    """
    blocks = [block for block in re.split(r"\n\s*\n", text.strip()) if block.strip()]
    nodes: list[Node] = []
    for block in blocks:
        nodes.extend(_block(block.splitlines()))
    only = nodes[0] if len(nodes) == 1 else None
    if isinstance(only, list) and only[0] == "p":
        nodes = only[2:]
    return ["span", {}, *nodes]


def plain(text: str) -> str:
    """The words of a Markdown text, in one line, for labels that screen readers speak."""
    return " ".join(_words(parse(text)).split())


def to_html(node: Node) -> str:
    """Render a tree as HTML; every text and attribute is escaped."""
    if isinstance(node, str):
        return html.escape(node)
    if not isinstance(node, list):
        return ""
    tag, attributes, *children = node
    inner = "".join(to_html(child) for child in children)
    extra = ""
    if tag == "a" and isinstance(attributes, dict):
        extra = f' href="{html.escape(attributes["href"])}" rel="noopener noreferrer"'
    return f"<{tag}{extra}>{inner}</{tag}>"


def _words(node: Node) -> str:
    if isinstance(node, str):
        return node
    if not isinstance(node, list):
        return ""
    words = "".join(_words(child) for child in node[2:])
    return f"{words} " if node[0] in {"p", "li", "td", "th"} else words


def _block(lines: list[str]) -> list[Node]:
    """One block of lines: a paragraph, a table, or a list with perhaps a paragraph before it."""
    if len(lines) > 1 and _RULE.match(lines[1]) and all("|" in line for line in lines):
        return [_table(lines)]
    for marker, tag in ((_BULLET, "ul"), (_NUMBER, "ol")):
        starts = [place for place, line in enumerate(lines) if marker.match(line)]
        if not starts:
            continue
        before = [_paragraph(lines[: starts[0]])] if starts[0] else []
        items = [
            " ".join(part.strip() for part in lines[start:end])
            for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)
        ]
        return [*before, [tag, {}, *(["li", {}, *_inline(marker.sub("", i))] for i in items)]]
    return [_paragraph(lines)]


def _table(lines: list[str]) -> Node:
    rows = [_cells(line) for line in (lines[0], *lines[2:])]
    head: Node = ["tr", {}, *(["th", {"scope": "col"}, *_inline(cell)] for cell in rows[0])]
    body: list[Node] = [["tr", {}, *(["td", {}, *_inline(c)] for c in row)] for row in rows[1:]]
    return ["table", {}, ["thead", {}, head], ["tbody", {}, *body]]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _paragraph(lines: list[str]) -> Node:
    return ["p", {}, *_inline(" ".join(line.strip() for line in lines))]


def _inline(text: str) -> list[Node]:
    nodes: list[Node] = []
    end = 0
    for found in _INLINE.finditer(text):
        if found.start() > end:
            nodes.append(text[end : found.start()])
        nodes.append(_span(found))
        end = found.end()
    if end < len(text):
        nodes.append(text[end:])
    return nodes


def _span(found: re.Match[str]) -> Node:
    kind = found.lastgroup
    if kind == "escaped":
        return found["escaped"]
    if kind == "code":
        return ["code", {}, found["code"]]
    if kind == "href":
        return ["a", {"href": found["href"]}, *_inline(found["label"])]
    return [str(kind), {}, *_inline(found[str(kind)])]
