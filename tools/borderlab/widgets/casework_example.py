"""A drawn example for a rule: the place on an invented permit that breaks it."""

from __future__ import annotations

import base64
import gzip
from functools import lru_cache
from typing import Any

from borderlab.documents.catalogue import all_defects
from borderlab.documents.defects import RECIPES, inject
from borderlab.documents.facsimile import Facsimile
from borderlab.i18n import gettext as _
from borderlab.i18n import language
from borderlab.tasks.casework_levels import NEEDS
from borderlab.tasks.casework_wording import lawful_reason
from borderlab.tasks.desk_cases import case
from borderlab.widgets.casework_rules_data import examples
from borderlab.widgets.desk_sheet import box_name

_AROUND = 6.0


def example(rule_id: str) -> dict[str, Any]:
    """The picture of an example, in the language in use.

    Returns:
        ``zip`` (base64 of the gzipped SVG of a page), ``view`` (x, y, width, height in mm), ``alt``
        and ``notes`` (sentences to stand beside it); without ``zip`` where the sheet shows nothing.

    Raises:
        KeyError: the catalogue of defects has no example of this rule.
    """
    return _example(examples()[rule_id], language())


@lru_cache(maxsize=64)
def _example(defect: str, code: str) -> dict[str, Any]:
    drawn = case((defect,), 11)
    sheet = Facsimile(drawn.permit, code, drawn.signs, f"casework-{defect}")
    boxes = {box.id: box for box in sheet.boxes}
    key = next((box for one in drawn.issues for box in one.boxes if box in boxes), "")
    if not key:
        return {"notes": [*_notes(defect)], "alt": ""}
    page, view = sheet.crop(key, _AROUND)
    box = boxes[key]
    seen = "" if key.startswith("annex") else sheet.reader.seen(key)
    text = box.text.replace("\n", ", ")
    alt = _("{box}: {text}").format(box=box_name(key), text=text or _("(empty)"))
    return {
        "zip": base64.b64encode(gzip.compress(sheet.svg(page).text.encode(), 9, mtime=0)).decode(
            "ascii"
        ),
        "view": list(view),
        "alt": " ".join(part for part in (alt + ".", seen) if part),
        "notes": [*_before(defect, key, text, code), *_notes(defect)],
    }


def _before(defect: str, key: str, text: str, code: str) -> list[str]:
    """What stood in the box before the defect was put in, if that differs."""
    clean = inject(defect, 11).clean
    before = {box.id: box.text for box in Facsimile(clean, code).boxes}.get(key, "")
    before = before.replace("\n", ", ")
    if before == text:
        return []
    return [_("In order, it would read: {text}").format(text=before or _("(empty)"))]


def _notes(defect: str) -> list[str]:
    kind = all_defects()[defect].kind
    if kind == "benign":
        return [_("Here the finding has a lawful explanation."), lawful_reason(defect)]
    level = NEEDS.get(defect, ("hard", ""))[0]
    if level == "hard":
        return [_("The sheet alone looks in order here: a look-up or another paper shows it.")]
    others = [rule for rule in RECIPES[defect].rules if len(RECIPES[defect].rules) > 1]
    if others:
        return [_("The same permit breaks these rules: {rules}.").format(rules=", ".join(others))]
    return []
