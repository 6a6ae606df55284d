# ruff: noqa: PLR2004  (shares of random bits and codes read best in place)
"""Step 8: mode, ports, transit, and what happened on the way."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import isqrt

import numpy as np
from numpy.typing import NDArray

from borderlab.world.batch import Batch
from borderlab.world.codes import PURPOSES
from borderlab.world.places import MODES, atlas
from borderlab.world.step_cargo import profile
from borderlab.world.streams import bits, chance
from borderlab.world.wheels import FINE, Wheel

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Roads:
    """Transit hub choices and detours (percent of the direct distance) between States."""

    hub: Wheel
    detour: Ints
    designated: NDArray[np.bool_]
    free_zone: NDArray[np.bool_]
    port_mode: Ints
    undesignated: Ints


def _distance(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(isqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2), 12)


@cache
def roads() -> Roads:
    """Routes of the invented world: hubs are favoured where the detour is small."""
    world = atlas()
    n = len(world.codes)
    hubs = [state.code for state in world.states if state.code in _HUBS]
    wheel = Wheel(n * n)
    detour = np.full((n, n, n), 100, dtype=np.int64)
    for i, a in enumerate(world.states):
        for j, b in enumerate(world.states):
            weights = [0] * n
            for k, c in enumerate(world.states):
                via = _distance(a.place, c.place) + _distance(c.place, b.place)
                detour[i, j, k] = min(100 * via // _distance(a.place, b.place), 900)
                if c.code in hubs and k not in {i, j}:
                    weights[k] = _HUBS[c.code] * 10_000 // int(detour[i, j, k] ** 2 // 100 + 1)
            wheel.fill(i * n + j, weights)
    harbours = [-1] * n
    for p, port in enumerate(world.ports):
        if not port.designated:
            harbours[world.codes.index(port.state)] = p
    return Roads(
        hub=wheel, detour=detour,
        designated=np.array([port.designated for port in world.ports]),
        free_zone=np.array([port.free_zone for port in world.ports]),
        port_mode=np.array([MODES.index(port.mode) for port in world.ports]),
        undesignated=np.array(harbours),
    )  # fmt: skip


_HUBS = {
    "QW": 30,
    "QY": 18,
    "QS": 12,
    "QV": 10,
    "XH": 22,
    "XM": 20,
    "XJ": 12,
    "XR": 22,
    "QP": 8,
    "QT": 6,
}


def step(batch: Batch) -> None:
    """Add mode, ports, transit, legs, detour, storage, amendments and days on the way."""
    look, net = roads(), batch.register
    n = len(atlas().codes)
    kind, draw = batch["kind"], batch.draw("mode")
    private = (batch["purpose"] == PURPOSES.index("P")) & ~profile().live[kind]
    style = np.where(
        profile().live[kind], 0, np.where(profile().bulk[kind], 1, np.where(private, 3, 2))
    )
    mode = net.modes.pick(style, bits(draw, 0, FINE))
    dest_port = net.ports.pick(batch["dest"] * len(MODES) + mode, bits(draw, 12, FINE))
    batch["origin_port"] = net.ports.pick(
        batch["exporter"] * len(MODES) + mode, bits(draw, 24, FINE)
    )
    batch["dest_port"] = dest_port
    batch["mode"] = look.port_mode[dest_port]
    way = batch.draw("transit")
    hub = look.hub.pick(batch["exporter"] * n + batch["dest"], bits(way, 0, FINE))
    far = batch["mode"] < 2
    transit = far & chance(way, 16, round(65536 * batch.scenario.transit_share))
    batch["transit"] = np.where(transit, hub, -1)
    batch["legs"] = 1 + transit + (transit & (bits(way, 32, 4) == 0))
    batch["detour"] = np.where(
        transit,
        look.detour.reshape(-1).take((batch["exporter"] * n + batch["dest"]) * n + hub),
        100,
    )
    free = look.free_zone[dest_port] & (bits(way, 36, 8) < 46)
    batch["freezone"] = free.astype(np.int64)
    stay = batch.draw("storage_days")
    wait = bits(stay, 0, 8) * bits(stay, 8, 8) >> 12
    batch["storage"] = np.where(free, wait, np.where(transit, wait >> 2, 0))
    changed = bits(stay, 16, 10)
    batch["amendments"] = (changed < 56).astype(np.int64) + (changed < 9)
    days = np.array([1, 24, 4, 9])[batch["mode"]]
    batch["way_days"] = days + (days * bits(stay, 32, 8) >> 8) + (batch["storage"] >> 1)
