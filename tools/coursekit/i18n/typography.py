"""French typography: the spaces that must not break a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NBSP, _THIN = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"
# Code, link targets, addresses, tags and the rulers of tables hold no French.
_NO_FRENCH = re.compile(
    r"`[^`]*`|\]\([^)]*\)|https?://\S+|<[^>]*>|\{[^}]*\}|^[\s|:-]+$", re.MULTILINE
)
_BEFORE = re.compile(r"[ \t][:;?!»]")
_GLUED = re.compile(r"[^\W_][;?!](?=\s|$|[*_)»])|[^\W\d_]:(?=\s|$)")
_AFTER = re.compile(r"«(?![\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}])")
_GLUED_CLOSE = re.compile(r"[^\s\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]»")
_DO = "write a no-break space (U+00A0) or a narrow one (U+202F) there"


def french_faults(text: str) -> Iterator[tuple[str, str]]:
    """Faults of spacing around ``: ; ? ! « »`` in a French text, with what to do."""
    plain = text.replace("&nbsp;", _NBSP).replace("&#8239;", _THIN)
    plain = _NO_FRENCH.sub("x", re.sub(r"&[a-zA-Z]+;", "x", plain))
    for pattern, wrong in (
        (_BEFORE, "an ordinary space before"),
        (_GLUED, "no space before"),
        (_GLUED_CLOSE, "no space before"),
    ):
        if found := pattern.search(plain):
            yield f"{wrong} {found.group()[-1]!r}: {_around(plain, found)}", _DO
    if found := _AFTER.search(plain):
        yield f"no no-break space after '«': {_around(plain, found)}", _DO


def _around(text: str, found: re.Match[str]) -> str:
    return f"…{text[max(0, found.start() - 15) : found.end() + 10]}…".replace("\n", " ")
