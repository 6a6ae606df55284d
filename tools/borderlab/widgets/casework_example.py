"""A drawn example for a rule: the place on an invented permit that breaks it."""

from __future__ import annotations

import base64
import gzip
from functools import lru_cache
from typing import Any

from borderlab.documents.catalogue import all_defects
from borderlab.documents.defects import RECIPES, inject
from borderlab.documents.facsimile import BoxGeometry, Facsimile
from borderlab.documents.model import Permit
from borderlab.i18n import date, language
from borderlab.i18n import gettext as _
from borderlab.tasks.casework_levels import NEEDS
from borderlab.tasks.casework_numbers import renumbered_permit
from borderlab.tasks.casework_wording import lawful_reason
from borderlab.tasks.desk_cases import case
from borderlab.widgets.casework_rules_data import examples
from borderlab.widgets.desk_sheet import box_name

_AROUND = 6.0
_MOST_VIEWS = 2
_SEED = 11


def example(rule_id: str) -> dict[str, Any]:
    """The picture of an example, in the language in use.

    Returns:
        ``zip`` (base64 of the gzipped SVG of a page), ``views`` (one or two places on it, each with
        ``view``: x, y, width, height in mm, and ``alt``) and ``notes`` (sentences to stand beside
        it); without ``zip`` where the sheet shows nothing.

    Raises:
        KeyError: the catalogue of defects has no example of this rule.
    """
    return _example(examples()[rule_id], language())


@lru_cache(maxsize=64)
def _example(defect: str, code: str) -> dict[str, Any]:
    drawn, made = case((defect,), _SEED), inject(defect, _SEED)
    # Other digits for both, place by place: what the defect changed still differs, and only that.
    permit, clean = (renumbered_permit(one, _SEED) for one in (made.permit, made.clean))
    sheet = Facsimile(permit, code, drawn.signs, f"casework-{defect}")
    boxes = {box.id: box for box in sheet.boxes}
    shown = [box for one in drawn.issues for box in one.boxes if box in boxes]
    if not shown:
        return {"views": [], "notes": _notes(defect)}
    page = sheet.crop(shown[0])[0]
    keys = [key for key in dict.fromkeys(shown) if sheet.crop(key)[0] == page][:_MOST_VIEWS]
    text = boxes[keys[0]].text.replace("\n", ", ")
    notes = (_presented(defect, permit), _before(clean, keys[0], text, code), _notes(defect))
    packed = gzip.compress(sheet.svg(page).text.encode(), 9, mtime=0)
    return {
        "zip": base64.b64encode(packed).decode("ascii"),
        "views": [
            {"view": list(sheet.crop(key, _AROUND)[1]), "alt": _alt(sheet, boxes[key])}
            for key in keys
        ],
        "notes": [note for some in notes for note in some],
    }


def _alt(sheet: Facsimile, box: BoxGeometry) -> str:
    """What a box says and what can be seen in it, in words."""
    seen = "" if box.id.startswith("annex") else sheet.reader.seen(box.id)
    text = box.text.replace("\n", ", ") or _("(empty)")
    said = _("{box}: {text}").format(box=box_name(box.id), text=text)
    return " ".join(part for part in (f"{said}.", seen) if part)


def _presented(defect: str, permit: Permit) -> list[str]:
    """The day of presentation, where the defect is about it."""
    day = permit.presentation.event_date
    if day is None or defect not in ("DF01", "DF43", "BN10"):
        return []
    return [_("Presented on {day}").format(day=date(day))]


def _before(clean: Permit, key: str, text: str, code: str) -> list[str]:
    """What stood in the box before the defect was put in, if that differs."""
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
