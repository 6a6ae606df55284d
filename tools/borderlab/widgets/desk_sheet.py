"""A permit's facsimile as plain data for the browser: pages, boxes, what stands in each."""

from __future__ import annotations

import base64
import gzip
from collections.abc import Iterable
from typing import Any

from borderlab.documents.facsimile import DETAILS, Facsimile, Sign
from borderlab.documents.model import Permit
from borderlab.i18n import gettext as _
from borderlab.tasks.desk_families import WHOLE

_LEVEL = 9
_PARTS = {
    "6": ("dry seal",),
    "13": ("signature", "security stamp", "seal"),
    "14": ("endorsement",),
}


def sheet(
    permit: Permit, *, prefix: str, signs: Iterable[Sign] = (), zipped: bool = False
) -> dict[str, Any]:
    """What ``desk_sheet.js`` shows, in the language in use.

    Args:
        permit: the document.
        prefix: keeps ids of several sheets on one notebook page apart.
        signs: what else can be seen on it.
        zipped: pages as compressed text, a fifth of the size; the browser says whether it can.

    Returns:
        ``pages`` (each ``{"svg": text}`` or ``{"zip": base64 of gzip}``), ``title``, and ``boxes``
        in reading order: key, page, x, y, w, h in mm, short name, heading, text, what is seen.
    """
    drawn = Facsimile(permit, "", signs, prefix)
    pages = [drawn.svg(at + 1).text for at in range(drawn.pages)]
    return {
        "pages": [{"zip": _zipped(text)} if zipped else {"svg": text} for text in pages],
        "title": drawn.reader.title(1, 1),
        "boxes": [*_boxes(drawn), _whole(drawn)],
    }


def _zipped(text: str) -> str:
    return base64.b64encode(gzip.compress(text.encode(), _LEVEL, mtime=0)).decode("ascii")


def _boxes(drawn: Facsimile) -> list[dict[str, Any]]:
    headings = {box.key: box.heading for page in drawn.drawn for box in page.boxes}
    return [
        {
            "key": box.id,
            "page": box.page,
            "x": box.x,
            "y": box.y,
            "w": box.w,
            "h": box.h,
            "name": box_name(box.id, headings[box.id]),
            "heading": headings[box.id],
            "text": box.text,
            "seen": _seen(drawn, box.id, box.label),
            "unused": drawn.reader.unused(box.id),
            "details": _details(box.id),
        }
        for box in drawn.boxes
    ]


def _details(key: str) -> list[dict[str, Any]]:
    """Parts of a box worth a closer look, with their places on the first page."""
    names = {
        "dry seal": _("Seal in relief"),
        "signature": _("Signature"),
        "security stamp": _("Security stamp"),
        "seal": _("Ink stamp"),
        "endorsement": _("Export stamp"),
    }
    found = [(name, DETAILS[name]) for name in _PARTS.get(key, ())]
    return [{"name": names[name], "x": at.x, "y": at.y, "w": at.w, "h": at.h} for name, at in found]


def _seen(drawn: Facsimile, key: str, label: str) -> str:
    """What can be seen in a box besides its text; on annex pages the whole label says it."""
    return label if key.startswith("annex") else drawn.reader.seen(key)


def _whole(drawn: Facsimile) -> dict[str, Any]:
    seen = " ".join(text for _key, text in drawn.reader.paper())
    return {
        "key": WHOLE,
        "page": 0,
        "name": _("The document as a whole"),
        "heading": _("The document as a whole, and the papers with it"),
        "text": "",
        "seen": seen or _("Nothing unusual about the paper itself."),
        "unused": False,
        "details": [],
    }


def box_name(key: str, heading: str = "") -> str:
    """Short name of a box for lists, such as "11, line A: Quantity"."""
    name, _dot, line = key.partition(".")
    if name == "header":
        return _("Heading of the form")
    if name == WHOLE:
        return _("The document as a whole")
    if name.startswith("annex"):
        return _("Annex, page {n}").format(n=line or "2")
    place = _("Box {box}, line {line}") if line else _("Box {box}")
    place = place.format(box=name, line=line)
    return _("{place}: {heading}").format(place=place, heading=heading) if heading else place
