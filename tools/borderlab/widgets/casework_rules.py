"""The rule explorer: every rule of examination, found by word, box, severity or document."""

from __future__ import annotations

from html import escape
from typing import Any

from traitlets import List, Unicode, validate

from borderlab.i18n import gettext as _
from borderlab.i18n import in_language, language, ngettext
from borderlab.widgets import casework_rules_data as data
from borderlab.widgets.display import KitWidget, StaticView, colon, show
from borderlab.widgets.ranges import SettingError
from borderlab.widgets.tables import html_table

FILTERS = ("search", "box", "severity", "document")
_LONGEST = 80


class RuleExplorer(KitWidget):
    """All rules with what is checked, where, on what basis, and when the rule misleads.

    Attributes:
        search: words to find, in the reader's language; accents and capitals do not matter.
        box: only rules on this box, such as ``"11a"``; "" for all.
        severity: ``reject``, ``consult``, ``note`` or "".
        document: code of ``document_types.csv`` such as ``"REEXPORT"``, or "".
        opened: id of the rule that is open, or "".
    """

    _script = "casework_rules.js"
    _styles = ("casework.css",)

    search = Unicode().tag(sync=True)
    box = Unicode().tag(sync=True)
    severity = Unicode().tag(sync=True)
    document = Unicode().tag(sync=True)
    opened = Unicode().tag(sync=True)
    rules = List().tag(sync=True)
    options = List().tag(sync=True)
    language = Unicode("en").tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        super().__init__(
            rules=data.rows(),
            options=[data.boxes(), data.severities(), data.document_names()],
            strings=_strings(),
            language=language(),
            **traits,
        )
        self.on_msg(self._heard)

    @property
    def found(self) -> list[str]:
        """Ids of the rules that fit what is set."""
        with in_language(self.language):
            return [row["id"] for row in self._matching()]

    def _matching(self) -> list[dict[str, Any]]:
        return data.matching({name: getattr(self, name) for name in FILTERS})

    @property
    def summary(self) -> str:
        """The rules found, one line each."""
        with in_language(self.language):
            rows = self._matching()
            text = ngettext("{n} rule", "{n} rules", len(rows)).format(n=len(rows))
            return "\n".join([text, *(f"{row['id']} {row['name']}" for row in rows)])

    def static_html(self) -> str:
        """The rules found as an escaped table."""
        with in_language(self.language):
            names = dict(data.severities())
            heads = (_("Rule"), _("What is checked"), _("Severity"), _("Boxes"), _("Legal basis"))
            rows = [
                (
                    f"{row['id']} {row['name']}",
                    row["checks"],
                    names[row["severity"]],
                    ", ".join(row["boxes"]),
                    _basis(row),
                )
                for row in self._matching()
            ]
            return (
                f"<div lang='{self.language}'><p><strong>{escape(_('The rules of examination'))}"
                f"</strong></p>{html_table(heads, rows)}</div>"
            )

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        if not isinstance(content, dict) or content.get("type") != "example":
            return
        rule = str(content.get("rule", ""))[:8]
        with in_language(self.language):
            self.send({"type": "example", "rule": rule, **_example(rule)})

    @validate("search")  # type: ignore[untyped-decorator]
    def _short(self, proposal: Any) -> str:
        return str(proposal["value"])[:_LONGEST]

    @validate("box", "severity", "document", "opened")  # type: ignore[untyped-decorator]
    def _known(self, proposal: Any) -> str:
        name, value = proposal["trait"].name, str(proposal["value"])
        known = {
            "box": [key for key, _name in data.boxes()],
            "severity": list(data.SEVERITY_ORDER),
            "document": [key for key, _name in data.document_names()],
            "opened": [row["id"] for row in data.rows()],
        }[name]
        if value and value not in known:
            text = _("There is no {name} “{value}”. Choose one of: {known}.")
            raise SettingError(text.format(name=name, value=value, known=", ".join(known)))
        return value


def _example(rule: str) -> dict[str, Any]:
    from borderlab.widgets.casework_example import example

    try:
        return example(rule)
    except KeyError:
        return {"notes": [_("The catalogue of defects has no example of this rule.")]}
    except Exception as error:  # noqa: BLE001  (a callback must never end in silence)
        return {"notes": [_("The kit made a mistake ({detail}).").format(detail=error)]}


def _basis(row: dict[str, Any]) -> str:
    return f"{row['basis']} ({_('to be confirmed')})" if row["confirm"] else str(row["basis"])


def _strings() -> dict[str, Any]:
    return {
        "colon": colon(),
        "title": _("The rules of examination"),
        "search": _("Search the rules"),
        "search_how": _("A word, a number of a rule, an article. Accents do not matter."),
        "box": _("Box"),
        "severity": _("Severity"),
        "document": _("Document"),
        "all": _("All"),
        "found": [_("{n} of {all} rules"), _("{n} of {all} rules")],
        "none": _("No rule fits. Take a filter away or try another word."),
        "reset": _("Show all rules"),
        "more": _("Show {n} more"),
        "checks": _("What is checked"),
        "boxes": _("Where to look"),
        "means": _("What a finding means"),
        "todo": _("What to do"),
        "trap": _("When the rule misleads"),
        "basis": _("Legal basis"),
        "group": _("Group"),
        "confirm": _("to be confirmed"),
        "confirm_how": _("The basis was not read in the official text."),
        "example": _("Show an example"),
        "example_of": _("From an invented permit"),
        "waiting": _("Drawing the example…"),
        "no_kernel": _("The notebook's kernel does not answer. Run the first cell again."),
    }


def rule_explorer(
    search: str = "", *, box: str = "", severity: str = "", document: str = "", rule: str = ""
) -> RuleExplorer | StaticView:
    """Look through the rules of examination.

    Args:
        search: words to find, in the language of the notebook.
        box: only rules on this box of the form, such as ``"11a"`` or ``"header"``.
        severity: ``"reject"``, ``"consult"`` or ``"note"``.
        document: code of a kind of document, such as ``"REEXPORT"``.
        rule: id of a rule to open at once, such as ``"R030"``.

    Returns:
        The explorer, already displayed; a table where nobody can click.

    Raises:
        SettingError: there is no such box, severity, document or rule.
    """
    explorer = RuleExplorer(
        search=search, box=box, severity=severity, document=document, opened=rule
    )
    return show(explorer.view())  # type: ignore[no-any-return]
