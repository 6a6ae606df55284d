"""Which boxes are empty where a required item is missing: the rule names all that it looks at."""

from __future__ import annotations

from dataclasses import replace

from borderlab.documents.columns import Columns
from borderlab.documents.fields import BY_NAME
from borderlab.documents.findings import Finding
from borderlab.documents.kinds import BLANK_CODE, BLANK_DAY

_PERMIT = ("number", "valid_until", "importer_name", "importer_address", "import_country",
           "exporter_name", "exporter_address", "authority", "issuer", "signatory", "signature",
           "issue_date")  # fmt: skip
_LINE = ("taxon", "term", "appendix", "source", "qty")


def narrowed(found: Finding, columns: Columns) -> Finding:
    """The finding with only the empty boxes; any other finding as it is."""
    if found.rule.rule_id != "R001":
        return found
    start = int(columns.starts[found.permit])
    if found.part:
        places = [(name, start + line) for line in found.lines for name in _LINE]
    else:
        places = [(name, found.permit) for name in _PERMIT]
    boxes = tuple(dict.fromkeys(BY_NAME[name].box for name, at in places
                                if _empty(columns, name, at)))  # fmt: skip
    return replace(found, rule=replace(found.rule, boxes=boxes)) if boxes else found


def _empty(columns: Columns, name: str, at: int) -> bool:
    values = columns.field(name)
    if values is None:
        return False
    kind, value = BY_NAME[name].kind, values[at]
    if kind == "day":
        return bool(value == BLANK_DAY)
    if kind == "number":
        return bool(value < 0)
    return bool(value == (0 if kind == "flag" else BLANK_CODE))
