# ruff: noqa: PLR2004  (shares of random bits and codes read best in place)
"""Step 7: tariff line, weights, pieces, value, freight and insurance as declared."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from borderlab.paths import datasets
from borderlab.world.batch import Batch
from borderlab.world.calibration import calibration
from borderlab.world.codes import UNITS
from borderlab.world.places import read_table
from borderlab.world.streams import bits

Ints = NDArray[np.int64]
CAP = 2_000_000_000  # fits 32 bits
# Grams for one unit of measure other than a piece; a square metre is taken as one large hide.
_GRAMS = {"KGM": 1000, "GRM": 1, "MTQ": 700_000, "MTK": 1100, "MTR": 300, "MLT": 1, "LTR": 1000}
_HS_LIVE = {
    "Primates": "010611",
    "Cetacea": "010612",
    "Falconiformes": "010631",
    "Strigiformes": "010631",
    "Psittaciformes": "010632",
    "Anguilliformes": "030192",
    "Acipenseriformes": "030199",
    "Myliobatiformes": "030111",
    "Osteoglossiformes": "030111",
}


@dataclass(frozen=True)
class Profile:
    """Grams and price of one unit by kind and unit of measure; tariff line by taxon and kind."""

    grams: Ints
    price: Ints
    live: NDArray[np.bool_]
    bulk: NDArray[np.bool_]
    hs: Ints
    lines: tuple[str, ...]
    base_hs: Ints


@cache
def profile() -> Profile:
    """Physical and price profile of the goods (`datasets/world/goods_profile.csv`, assumptions)."""
    rows = {
        (row["term"], row["group"]): row
        for row in read_table(datasets("world") / "goods_profile.csv")
    }
    table = calibration()
    found = [rows.get((t, g)) or rows.get((t, "")) or rows[("SPE", "")] for _, g, t in table.kinds]
    grams = np.zeros((len(found), len(UNITS)), dtype=np.int64)
    price = np.zeros_like(grams)
    for k, row in enumerate(found):
        for u, unit in enumerate(UNITS):
            grams[k, u] = int(row["grams_per_piece"]) if unit == "NAR" else _GRAMS[unit]
            per_kg = int(row["price_per_kg"])
            price[k, u] = (
                int(row["price_per_piece"])
                if unit == "NAR"
                else max(per_kg * _GRAMS[unit] // 1000, 1)
            )
    lines = sorted({row["hs6"] for row in rows.values()} | set(_HS_LIVE.values()))
    order = {
        row["scientific_name"]: row["order"]
        for row in read_table(datasets("reference") / "species.csv")
    }
    live_line = [_HS_LIVE.get(order[name], "") for name in table.taxa]
    return Profile(
        grams=grams,
        price=price,
        live=np.array([term == "LIV" for _, _, term in table.kinds]),
        bulk=np.array(
            [
                term in {"LOG", "SAW", "TIM", "SKI", "MEA", "CHP", "WAX", "VEN", "PLY"}
                for _, _, term in table.kinds
            ]
        ),
        hs=np.array([lines.index(code) if code else -1 for code in live_line]),
        lines=tuple(lines),
        base_hs=np.array([lines.index(row["hs6"]) for row in found]),
    )


def _spread(draw: np.ndarray, first: int, low: int, high: int) -> Ints:
    """Whole number between low and high (exclusive), as thousandths."""
    return low + (bits(draw, first, 16) * (high - low) >> 16)


def step(batch: Batch) -> None:
    """Add `hs6`, `net`, `gross`, `measured`, `pieces`, `value`, `freight`, `insured`.

    Weights in hundredths of a kilogram, money in hundredths of a unit of account.
    """
    look = profile()
    kind, unit = batch["kind"], batch["unit"]
    flat = kind * len(UNITS) + unit
    draw = batch.draw("net_kg")
    quantity = batch["qty"]
    net = quantity * look.grams.reshape(-1).take(flat) // 1000 * _spread(draw, 0, 780, 1280) // 1000
    net = np.clip(net, 1, CAP // 4)  # hundredths of a kilogram
    packing = np.where(
        look.live.take(kind), _spread(draw, 16, 1250, 2300), _spread(draw, 16, 1030, 1220)
    )
    gross = net * packing // 1000 + 20
    batch["net"], batch["gross"] = net, gross
    batch["measured"] = gross * _spread(draw, 32, 975, 1026) // 1000
    money = batch.draw("value")
    # Three uniform factors give the long right tail of declared prices.
    factor = _spread(money, 0, 600, 1700) * _spread(money, 16, 600, 1700) // 1000
    value = quantity * look.price.reshape(-1).take(flat) // 100 * factor // 1000
    batch["value"] = np.clip(value, 1, CAP // 2)
    batch["freight"] = np.clip(gross * _spread(money, 32, 15, 60) // 1000 + 25, 1, CAP // 4)
    cover = np.where(bits(money, 48, 6) < 40, _spread(money, 48, 900, 1200), 0)
    batch["insured"] = batch["value"] * cover // 1000
    hs = look.hs.take(batch["taxon"])
    batch["hs6"] = np.where(look.live.take(kind) & (hs >= 0), hs, look.base_hs.take(kind))
    boxes = np.maximum(gross // 2500, 1)
    batch["pieces"] = np.where(unit == 0, np.maximum(quantity // 100, 1), np.minimum(boxes, 30000))
