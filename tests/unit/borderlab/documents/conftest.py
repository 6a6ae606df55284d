import pytest

from borderlab.documents import real_reference, world_reference


@pytest.fixture(scope="session")
def invented():
    return world_reference()


@pytest.fixture(scope="session")
def real():
    return real_reference()
