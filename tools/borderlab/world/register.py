# ruff: noqa: PLR2004  (shares of random bits and codes read best in place)
"""The register of traders, brokers and ports that shipments refer to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from borderlab.world.codes import SECTORS
from borderlab.world.places import MODES, atlas
from borderlab.world.scenarios import Scenario
from borderlab.world.streams import Draws, bits
from borderlab.world.wheels import Wheel, slots

Ints = NDArray[np.int64]
ZIPF_BITS = 13
_SIZES = tuple(1 << k for k in range(2, 12))  # pools hold 4 to 2,048 traders
_SECTOR_SHARE = (30, 30, 4, 5, 6, 11, 2, 5, 2, 8)  # percent of shipments; teaching assumption
BROKERS = 32  # brokers (agents) in each State


@dataclass(frozen=True)
class Register:
    """Traders in pools: one pool for each role, State and sector.

    Attributes:
        start, size_class: first trader and size class of each pool.
        state, sector, exporter: of each trader.
        age_months, address, payment, broker: attributes that officers can see.
        offender: truth; never shown to participants.
        zipf: rank slots for each size class; few traders make most shipments.
        ports: for each (State, mode) a wheel over port codes.
    """

    start: Ints
    size_class: Ints
    state: Ints
    sector: Ints
    exporter: NDArray[np.bool_]
    age_months: Ints
    address: Ints
    payment: Ints
    broker: Ints
    offender: NDArray[np.bool_]
    zipf: NDArray[np.int16]
    ports: Wheel
    modes: Wheel

    def pool(self, state: Ints, sector: Ints, *, exporter: bool) -> Ints:
        """Number of the pool of a role, State and sector."""
        return (int(exporter) * len(atlas().codes) + state) * len(SECTORS) + sector

    def pick(self, pool: Ints, draw: Ints) -> Ints:
        """A trader of each pool; `draw` holds 13 random bits."""
        rank = self.zipf.reshape(-1).take((self.size_class.take(pool) << ZIPF_BITS) + draw)
        return self.start.take(pool) + rank


def _sizes(n: int) -> Ints:
    """Size class of each pool: about one trader for twelve shipments, at least four.

    A State's share is roughly the weight of its ports, which is good enough to size a pool.
    """
    world = atlas()
    share = [sum(p.weight for p in world.ports if p.state == code) for code in world.codes]
    total = sum(share)
    wanted = [
        min(max(n * part * sector // (total * 1200), _SIZES[0]), _SIZES[-1])
        for _ in range(2)  # importers, exporters
        for part in share
        for sector in _SECTOR_SHARE
    ]
    return np.array([next(i for i, size in enumerate(_SIZES) if size >= w) for w in wanted])


@cache
def _zipf() -> NDArray[np.int16]:
    rows = [
        slots([(1 << 30) // (rank + 2) for rank in range(size)], 1 << ZIPF_BITS) for size in _SIZES
    ]
    return np.array(rows, dtype=np.int16)


def register(draws: Draws, n: int, scenario: Scenario) -> Register:
    """The register for a world of `n` shipments."""
    size_class = _sizes(n)
    sizes = np.array(_SIZES)[size_class]
    start = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    count = int(sizes.sum())
    pools = np.repeat(np.arange(sizes.size), sizes)
    sector = pools % len(SECTORS)
    state = pools // len(SECTORS) % len(atlas().codes)
    age = bits(draws.take("trader.age", count), 0, 16)
    home = bits(draws.take("trader.address", count), 0, 8)
    private = sector == SECTORS.index("private person")
    address = np.where(
        private,
        np.where(home < 200, 2, np.where(home < 240, 3, 4)),
        np.where(
            home < 150,
            0,
            np.where(home < 222, 1, np.where(home < 236, 2, np.where(home < 250, 3, 4))),
        ),
    )
    pay = bits(draws.take("trader.payment", count), 0, 8)
    broker = bits(draws.take("trader.broker", count), 0, 16)
    wicked = bits(draws.take("trader.offender", count), 0, 16)
    offender = wicked < round(65536 * scenario.offender_share)
    # Offenders hide: younger firms, more boxes and hotels - but most of them look ordinary.
    age = np.where(offender, age * 45 // 64, age)
    shady = offender & (bits(draws.take("trader.front", count), 0, 8) < 56)
    address = np.where(shady, np.where(home % 3 == 0, 4, 3), address)
    return Register(
        start=start,
        size_class=size_class,
        state=state,
        sector=sector,
        exporter=pools >= sizes.size // 2,
        age_months=3 + (age * age >> 23),
        address=address,
        payment=np.searchsorted(np.array([140, 190, 222, 240]), pay, side="right"),
        broker=state * BROKERS + (broker * broker >> 27),
        offender=offender,
        zipf=_zipf(),
        ports=_ports(),
        modes=_modes(),
    )


@cache
def _ports() -> Wheel:
    """Port given State and mode; States without such a port send the goods by air."""
    world = atlas()
    made = Wheel(len(world.codes) * len(MODES))
    for s, code in enumerate(world.codes):
        for m, mode in enumerate(MODES):
            weights = [p.weight * (p.state == code and p.mode == mode) for p in world.ports]
            if not any(weights):
                weights = [p.weight * (p.state == code and p.mode == "air") for p in world.ports]
            if not any(weights):
                weights = [p.weight * (p.state == code) for p in world.ports]
            made.fill(s * len(MODES) + m, weights)
    return made


@cache
def _modes() -> Wheel:
    """Mode given goods: live, bulk (timber, skins), small, private (teaching assumption)."""
    made = Wheel(4)
    for i, weights in enumerate(((92, 1, 7, 0), (18, 70, 12, 0), (62, 20, 8, 10), (60, 5, 15, 20))):
        made.fill(i, weights)
    return made
