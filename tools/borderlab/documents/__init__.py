"""Permits and certificates: their boxes, the rules of examination, and what `verify` finds.

Everything loads on first use.
"""

from __future__ import annotations

import importlib
from typing import Any

_PUBLIC: dict[str, str] = {
    "BLANK": "borderlab.documents.kinds",
    "BLANK_DATE": "borderlab.documents.kinds",
    "BLANK_NUMBER": "borderlab.documents.kinds",
    "Alteration": "borderlab.documents.model",
    "Electronic": "borderlab.documents.model",
    "Endorsement": "borderlab.documents.model",
    "Finding": "borderlab.documents.findings",
    "Findings": "borderlab.documents.findings",
    "Form": "borderlab.documents.model",
    "ImportPermit": "borderlab.documents.model",
    "Permit": "borderlab.documents.model",
    "PermitLine": "borderlab.documents.model",
    "Presentation": "borderlab.documents.model",
    "Reference": "borderlab.documents.adapter",
    "Rule": "borderlab.documents.rows",
    "UNDECIDED": "borderlab.documents.catalogue",
    "changed": "borderlab.documents.model",
    "changed_line": "borderlab.documents.model",
    "clean_permits": "borderlab.documents.defects",
    "all_defects": "borderlab.documents.catalogue",
    "all_rules": "borderlab.documents.catalogue",
    "explain": "borderlab.documents.explaining",
    "frame_columns": "borderlab.documents.from_frame",
    "inject": "borderlab.documents.defects",
    "real_reference": "borderlab.documents.adapter_real",
    "rule": "borderlab.documents.catalogue",
    "to_columns": "borderlab.documents.columns",
    "verify": "borderlab.documents.engine",
    "world_reference": "borderlab.documents.adapter_world",
}

__all__ = sorted(_PUBLIC)  # noqa: PLE0605  (names are resolved by __getattr__)


def __getattr__(name: str) -> Any:
    """Load a public name from its file on first use."""
    if name not in _PUBLIC:
        raise AttributeError(f"module 'borderlab.documents' has no attribute {name!r}")
    value = getattr(importlib.import_module(_PUBLIC[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, for tab completion."""
    return list(__all__)
