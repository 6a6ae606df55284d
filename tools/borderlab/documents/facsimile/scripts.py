"""Text in the order and shape in which its letters stand on paper: Arabic and Hebrew in PDF.

A browser does this by itself; a PDF shows letters as they are written into it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_RIGHT = ("R", "AL")
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_FIRST_FORM, _LAST_FORM = 0xFE70, 0xFEFC


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Arabic letter -> place in the word (isolated, initial, medial, final) -> its shape."""
    found: dict[str, dict[str, str]] = {}
    for code in range(_FIRST_FORM, _LAST_FORM + 1):
        place, _, letters = unicodedata.decomposition(chr(code)).partition(" ")
        if place and " " not in letters:
            found.setdefault(chr(int(letters, 16)), {})[place.strip("<>")] = chr(code)
    return found


def _joined(text: str) -> str:
    """Arabic letters in the shapes that join them to their neighbours."""
    forms = _forms()
    out = []
    for at, letter in enumerate(text):
        own = forms.get(letter)
        if own is None:
            out.append(letter)
            continue
        before = forms.get(text[at - 1], {}) if at else {}
        after = forms.get(text[at + 1], {}) if at + 1 < len(text) else {}
        left = "initial" in before and "final" in own
        right = "final" in after and "initial" in own
        place = "medial" if left and right else "final" if left else "initial" if right else ""
        out.append(own.get(place or "isolated", letter))
    return "".join(out)


def as_shown(text: str) -> str:
    """Text from left to right as it stands on paper; most text is that already."""
    if not any(unicodedata.bidirectional(c) in _RIGHT for c in text):
        return text
    turned = [part[::-1].translate(_MIRRORED) if right else part
              for right, part in _runs(_joined(text))]  # fmt: skip
    first = next(c for c in text if unicodedata.bidirectional(c) in (*_RIGHT, "L"))
    if unicodedata.bidirectional(first) in _RIGHT:
        turned.reverse()
    return "".join(turned)


def _runs(text: str) -> list[tuple[bool, str]]:
    """Runs of one direction; a space between two of them stands alone."""
    runs: list[tuple[bool, str]] = []
    space = ""
    for word in re.findall(r"\S+|\s+", text):
        if word.isspace():
            space = word
            continue
        ways = {unicodedata.bidirectional(c) for c in word}
        right = bool(ways & set(_RIGHT)) and not ways & {"L", "EN"}
        if runs and runs[-1][0] == right:
            runs[-1] = (right, runs[-1][1] + space + word)
        else:
            runs += [(False, space)] * bool(space) + [(right, word)]
        space = ""
    return runs + [(False, space)] * bool(space)
