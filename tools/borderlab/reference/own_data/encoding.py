"""Finding out how a text file is encoded."""

from __future__ import annotations

import codecs
from pathlib import Path

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_IN_CP1252 = frozenset(b"\x81\x8d\x8f\x90\x9d")
_BLOCK = 1 << 20


def detect(path: Path) -> str:
    """The encoding of a text file: UTF-8, UTF-16, Windows-1252 or Latin-1.

    UTF-8 and UTF-16 prove themselves. Any file can be read as Windows-1252 or Latin-1, so these
    are what remains, and the reader should be told.

    Returns:
        ``utf-8``, ``utf-8-sig``, ``utf-16``, ``utf-16-le``, ``utf-16-be``, ``cp1252`` or
        ``latin-1``; an empty text if the file is no text.
    """
    with path.open("rb") as file:
        head = file.read(4096)
    for mark, name in _BOMS:
        if head.startswith(mark):
            return name
    if b"\x00" in head:
        return _utf16(head)
    if _is_utf8(path):
        return "utf-8"
    return _single_byte(path)


def _utf16(head: bytes) -> str:
    """UTF-16 without a mark has its zeros on one side; anything else with zeros is no text."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = max(1, len(head) // 2)
    if odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    if even > half * 0.6 and odd < half * 0.1:
        return "utf-16-be"
    return ""


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        try:
            while block := file.read(_BLOCK):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _single_byte(path: Path) -> str:
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            if not _NOT_IN_CP1252.isdisjoint(block):
                return "latin-1"
    return "cp1252"
