"""Parameters of a generated world: frozen, each with its meaning and its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType
from typing import Any

from borderlab.i18n import gettext as _
from borderlab.world.codes import MECHANISMS

TEACHING = "teaching assumption"


def _p(default: Any, meaning: str, source: str = TEACHING) -> Any:
    """A parameter with its meaning and where the default comes from."""
    metadata = {"meaning": meaning, "source": source}
    if isinstance(default, Mapping):
        frozen = MappingProxyType(dict(default))
        return field(default_factory=lambda: frozen, metadata=metadata, hash=False)
    return field(default=default, metadata=metadata)


_WEIGHTS = {
    "laundered_source": 18,
    "quota_overrun": 8,
    "false_origin": 10,
    "lookalike_name": 9,
    "reused_permit": 7,
    "altered_permit": 8,
    "expired_permit": 8,
    "quantity_above_permit": 10,
    "hidden_goods": 12,
    "missing_document": 6,
    "diversion_in_transit": 4,
}
# Detection by tool: documents, scan, dog, physical examination.
_DETECTION = {
    "laundered_source": (0.08, 0.02, 0.02, 0.35),
    "quota_overrun": (0.45, 0.0, 0.0, 0.45),
    "false_origin": (0.20, 0.0, 0.0, 0.30),
    "lookalike_name": (0.05, 0.05, 0.05, 0.55),
    "reused_permit": (0.60, 0.0, 0.0, 0.65),
    "altered_permit": (0.40, 0.0, 0.0, 0.55),
    "expired_permit": (0.97, 0.0, 0.0, 0.97),
    "quantity_above_permit": (0.05, 0.30, 0.15, 0.75),
    "hidden_goods": (0.01, 0.55, 0.50, 0.80),
    "missing_document": (0.90, 0.05, 0.05, 0.95),
    "diversion_in_transit": (0.25, 0.05, 0.05, 0.40),
}


@dataclass(frozen=True)
class Scenario:
    """One invented situation. `parameters()` lists every value with its meaning and source."""

    name: str = _p("baseline", "name of the scenario")
    base_rate: float = _p(
        0.02,
        "share of shipments with a violation",
        "order of magnitude: 0.005 to 0.02 of record lines seized in the United States (GAO-18-7 "
        "over LEMIS, low confidence); 0.0224 illicit in the customs test set of Kim et al. 2020 "
        "(DATE)",
    )
    benign_rate: float = _p(
        0.09, "share of shipments with an innocent defect (more than violations)"
    )
    offender_share: float = _p(0.05, "share of traders that break the rules again and again")
    offender_factor: int = _p(14, "how much more often an offender's shipment is a violation")
    mechanisms: Mapping[str, int] = _p(
        _WEIGHTS,
        "relative frequency of each way of breaking the rules; most serious cases used genuine "
        "documents",
    )
    detection: Mapping[str, tuple[float, float, float, float]] = _p(
        _DETECTION,
        "chance that each tool (documents, scan, dog, physical examination) finds each mechanism",
        "teaching assumption; scan and dog set below laboratory values (82 % for 3D X-ray of "
        "animals, Pirotta et al. 2022; 97.6 % for one dog, Moloney et al. 2026)",
    )
    false_alarm: tuple[float, float, float, float] = _p(
        (0.004, 0.03, 0.08, 0.004),
        "chance that each tool raises a false alarm on goods in order",
        "teaching assumption; laboratory values 1.6 % (X-ray, Pirotta et al. 2022) and 15.2 % (one "
        "dog, Moloney et al. 2026)",
    )
    inspected_share: float = _p(
        0.12,
        "share of shipments inspected in the past, all strata",
        "teaching assumption; 4.29 % of imports inspected in the United States (World Bank LPI "
        "2016, all goods)",
    )
    random_share: float = _p(
        0.15, "share of past inspections chosen at random with a logged probability"
    )
    policy: Mapping[str, int] = _p(
        {"origin": 3, "live": 3, "hits": 6, "small_firm": 2, "new_trader": 2, "air": 1, "paper": 4},
        "points of the historic policy, biased toward some origins, live goods and known names",
    )
    season: int = _p(35, "how far the violation rate swings over the year, in percent of its mean")
    drift: int = _p(
        0, "growth of the violation rate over the whole window, in percent of its start"
    )
    shift_month: int = _p(
        -1, "month (0 is January 2024) from which mechanisms and routes change; -1 never"
    )
    favoured: Mapping[str, int] = _p({}, "factor on the trade of a group, taxon, term or State")
    hot_states: Mapping[str, int] = _p(
        {"QN": 2, "QT": 2, "QW": 2}, "factor on the violation rate by exporting or importing State"
    )
    corrupt_state: str = _p("", "State whose office issues genuine but improper permits")
    transit_share: float = _p(0.35, "share of shipments by air or sea with a transit port")

    def parameters(self) -> list[dict[str, Any]]:
        """Name, value, meaning and source of each parameter."""
        return [
            {
                "name": f.name,
                "value": getattr(self, f.name),
                "meaning": f.metadata["meaning"],
                "source": f.metadata["source"],
            }
            for f in fields(self)
        ]

    def check(self) -> None:
        """Refuse values outside their range.

        Raises:
            ValueError: says which parameter is wrong and what is allowed.
        """
        for name in (
            "base_rate",
            "benign_rate",
            "offender_share",
            "inspected_share",
            "random_share",
            "transit_share",
        ):
            value = getattr(self, name)
            if not 0 <= value <= 1:
                raise ValueError(f"{name} must be between 0 and 1, not {value}")
        if self.base_rate + self.benign_rate > 1:
            raise ValueError("base_rate and benign_rate together must not exceed 1")
        unknown = (set(self.mechanisms) | set(self.detection)) - set(MECHANISMS)
        if unknown:
            raise ValueError(f"unknown mechanism: {', '.join(sorted(unknown))}")
        if set(self.mechanisms) - set(self.detection):
            raise ValueError("every mechanism needs its chances of detection")


def _more(**changes: int) -> dict[str, int]:
    return {**_WEIGHTS, **changes}


_BASE = Scenario()
SCENARIOS: Mapping[str, Scenario] = MappingProxyType(
    {
        "baseline": _BASE,
        "transit_hub": replace(
            _BASE,
            name="transit_hub",
            transit_share=0.7,
            favoured={"QW": 5, "XM": 2},
            hot_states={"QW": 4, "QT": 2},
            mechanisms=_more(diversion_in_transit=30, false_origin=20),
        ),
        "timber": replace(
            _BASE,
            name="timber",
            favoured={"timber": 14, "SAW": 2, "LOG": 3},
            hot_states={"QQ": 4, "QN": 3, "QV": 2},
            mechanisms=_more(lookalike_name=22, false_origin=18, quota_overrun=16, hidden_goods=4),
        ),
        "live_reptiles": replace(
            _BASE,
            name="live_reptiles",
            favoured={"reptiles": 3, "LIV": 5, "SKI": 0, "LPS": 0},
            hot_states={"QT": 4, "QR": 4, "QN": 2},
            mechanisms=_more(laundered_source=40, quota_overrun=14, hidden_goods=16),
        ),
        "cheetah": replace(
            _BASE,
            name="cheetah",
            base_rate=0.025,
            transit_share=0.6,
            favoured={
                "Acinonyx jubatus": 400,
                "Falco cherrug": 12,
                "Falco peregrinus": 8,
                "QW": 8,
                "LIV": 2,
            },
            hot_states={"QW": 4, "QM": 3},
            mechanisms=_more(
                hidden_goods=24, diversion_in_transit=18, laundered_source=24, reused_permit=12
            ),
        ),
        "drift": replace(
            _BASE,
            name="drift",
            drift=150,
            shift_month=15,
            mechanisms=_more(hidden_goods=16),
        ),
        "corrupt_office": replace(
            _BASE,
            name="corrupt_office",
            corrupt_state="QN",
            hot_states={"QN": 8},
            mechanisms=_more(laundered_source=40, quota_overrun=25, hidden_goods=4),
        ),
    }
)


def scenario(which: str | Scenario) -> Scenario:
    """A scenario by name, or a scenario made by hand, checked.

    Raises:
        ValueError: unknown name (the known names are given) or a value out of range.
    """
    if isinstance(which, Scenario):
        which.check()
        return which
    if which not in SCENARIOS:
        text = _("There is no scenario “{name}”. Choose one of: {names}.")
        raise ValueError(text.format(name=which, names=", ".join(SCENARIOS)))
    return SCENARIOS[which]
