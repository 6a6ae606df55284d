"""What participants import: ``import borderlab as kit``.

Names are loaded on first use, so that a notebook's first widget needs neither numpy nor pandas.
"""

from __future__ import annotations

import importlib
from typing import Any

__version__ = "0.1.0"

# Public name -> module that holds it. A lesson cell is one readable line such as `kit.ask("q1")`.
_PUBLIC: dict[str, str] = {
    "open_notebook": "borderlab.widgets.course",
    "ask": "borderlab.widgets.course",
    "answer": "borderlab.widgets.course",
    "status": "borderlab.widgets.course",
    "mark": "borderlab.widgets.course",
    "saved": "borderlab.widgets.course",
    "seed": "borderlab.widgets.course",
    "home": "borderlab.widgets.home",
    "base_rate_grid": "borderlab.widgets.base_rate",
    "species_card": "borderlab.widgets.species_card",
    "permit_viewer": "borderlab.widgets.desk_viewer",
    "mark_defects": "borderlab.widgets.desk_marking",
    "permit_queue": "borderlab.widgets.casework_queue",
    "compare_papers": "borderlab.widgets.casework_compare",
    "rule_explorer": "borderlab.widgets.casework_rules",
    "red_flags": "borderlab.widgets.targeting_flags",
    "lane_sorter": "borderlab.widgets.targeting_lanes",
    "profile_lab": "borderlab.widgets.targeting_lab",
    "profile_history": "borderlab.widgets.auditing_history",
    "audit_board": "borderlab.widgets.auditing_board",
    "source_board": "borderlab.widgets.auditing_sources",
    "box_opener": "borderlab.widgets.examining_boxes",
    "cascade_builder": "borderlab.widgets.examining_stages",
    "queue_view": "borderlab.widgets.examining_queue",
    "stream_plan": "borderlab.widgets.examining_stream",
    "policy_lab": "borderlab.widgets.policylab_lab",
    "policy_paper": "borderlab.widgets.policylab_paper",
    "answer_code": "borderlab.widgets.answer_code",
    "permit_file": "borderlab.widgets.exercise_data",
    "trader_file": "borderlab.widgets.exercise_data",
    "lot_file": "borderlab.widgets.exercise_data",
    "load": "borderlab.world",
    "generate": "borderlab.world",
    "map_svg": "borderlab.world",
    "load_permits": "borderlab.reference.own_data",
}

__all__ = ["__version__", *sorted(_PUBLIC)]  # noqa: PLE0604  (names are resolved by __getattr__)


def _front() -> Any:
    """What explains wrong calls; loaded with the first public name."""
    return importlib.import_module("borderlab.widgets.front")


class UnknownFunctionError(AttributeError):
    """The kit has no such function. A notebook shows one sentence in place of the traceback."""

    def _render_traceback_(self) -> list[str]:
        return [_front().not_there(str(self.name), _PUBLIC)]


def __getattr__(name: str) -> Any:
    """Load a public name from its room on first use."""
    if name not in _PUBLIC:
        raise UnknownFunctionError(f"module 'borderlab' has no attribute {name!r}", name=name)
    value = _front().guarded(getattr(importlib.import_module(_PUBLIC[name]), name), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, for tab completion."""
    return list(__all__)
