"""The permit viewer: one document, zoom, every box in plain text, and the officer's sources."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any

from traitlets import Dict, List, Unicode, validate

from borderlab.i18n import gettext as _
from borderlab.i18n import in_language, language
from borderlab.tasks.desk_cases import Case
from borderlab.widgets.desk_core import Desk, case_html, case_words
from borderlab.widgets.desk_names import find_case
from borderlab.widgets.desk_texts import box_sources, browser_texts
from borderlab.widgets.display import KitWidget, StaticView, show
from borderlab.widgets.ranges import SettingError

PERMIT = "p"
_numbers = count(1)


class PermitViewer(KitWidget):
    """One permit on the desk.

    Attributes:
        box: key of the box that is read, such as ``"11.A"``; setting it moves the sheet there.
        lookups: what was looked up, in order: source, query and title of each.
    """

    _script = "desk_viewer.js"
    _styles = ("desk.css", "desk_tools.css")

    spec = Dict().tag(sync=True)
    box = Unicode().tag(sync=True)
    lookups = List().tag(sync=True)
    language = Unicode("en").tag(sync=True)

    def __init__(self, case: Case, **traits: Any) -> None:
        self._case = case
        self._desk = Desk({PERMIT: case}, f"desk{next(_numbers)}")
        self._keys = {"", "page"}
        super().__init__(
            language=language(),
            strings={**browser_texts(), **self._own_texts()},
            spec={"permit": PERMIT, "box_sources": box_sources(), **self._own_spec()},
            **traits,
        )
        self.on_msg(self._heard)

    def _own_texts(self) -> dict[str, str]:
        return {
            "name": _("A document at the counter"),
            "how": _(
                "Read it as you would at work: box by box, with your sources. Nothing is marked "
                "for you."
            ),
        }

    def _own_spec(self) -> dict[str, Any]:
        return {}

    @property
    def permit(self) -> Any:
        """The permit shown, as `borderlab.documents.Permit`."""
        return self._case.permit

    @property
    def summary(self) -> str:
        """What stands in each box and can be seen, in words."""
        with in_language(self.language):
            return case_words(self._case)

    def static_html(self) -> str:
        """The sheet as picture and words."""
        with in_language(self.language):
            return case_html(self._case, f"{self._desk._prefix}-static")  # noqa: SLF001  (its own)

    def look(self, source: str, query: str = "") -> dict[str, Any]:
        """Ask a source in code, as ``viewer.look("species", "Python regius")``.

        Args:
            source: key of `desk_lookups.SOURCES`.
            query: what to ask; default the first thing the permit offers.
        """
        with in_language(self.language):
            reply = self._desk.look(PERMIT, source, query)
        self.lookups = self._desk.lookups[PERMIT]
        answer: dict[str, Any] = reply["result"]
        return answer

    @validate("box")  # type: ignore[untyped-decorator]
    def _known_box(self, proposal: Any) -> str:
        key = str(proposal["value"])
        known = {found["key"] for found in self._boxes()}
        if key and key not in known:
            text = _("This document has no box {key}; it has {known}.")
            raise SettingError(text.format(key=key, known=", ".join(sorted(known))))
        return key

    def _boxes(self) -> list[dict[str, Any]]:
        from borderlab.widgets.desk_sheet import sheet

        boxes: list[dict[str, Any]] = sheet(self._case.permit, prefix="x")["boxes"]
        return boxes

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        if not isinstance(content, dict) or content.get("type") != "task":
            return
        with in_language(self.language):
            reply = self._desk.heard(content) or {}
        self.lookups = self._desk.lookups[PERMIT]
        self.send({"type": "task", "request": str(content.get("request", ""))[:100], **reply})


def permit_viewer(
    case: str = "clean",
    *,
    defects: Sequence[str] = (),
    looks_alike: Sequence[str] = (),
    seed: int = 1,
    box: str = "",
) -> PermitViewer | StaticView:
    """Show one permit on the desk: zoom, boxes in plain text, and the sources of an officer.

    Args:
        case: name of `desk_names.NAMED`, such as ``"clean"`` or ``"expired"``.
        defects: further defects by id, such as ``["DF04"]``.
        looks_alike: lawful look-alikes: ids such as ``"BN08"``, or harmless signs such as
            ``"paper_tone"``.
        seed: draws the permit.
        box: the box to begin with, such as ``"13"``.

    Returns:
        The viewer, already displayed; ``viewer.lookups`` lists what was looked up.

    Raises:
        ValueError: unknown case or defect, or defects that do not fit on one permit.
        SettingError: the document has no such box.
    """
    viewer = PermitViewer(find_case(case, defects, seed, looks_alike), box=box)
    return show(viewer.view())  # type: ignore[no-any-return]
