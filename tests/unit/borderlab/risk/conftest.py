"""One small generated world for all tests of the room."""

import numpy as np
import pytest

from borderlab import world
from borderlab.risk.matrix import evidence


@pytest.fixture(scope="session")
def small_world():
    return world.generate(11, 6_000)


@pytest.fixture(scope="session")
def frames(small_world):
    names = ("shipments", "permits", "permit_lines", "traders", "inspections")
    return {name: small_world.frame(name) for name in names}


@pytest.fixture(scope="session")
def truth(small_world):
    return np.asarray(small_world.frame("truth")["violation"], dtype=bool)


@pytest.fixture(scope="session")
def found(small_world):
    return evidence(small_world)
