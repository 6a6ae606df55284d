import pytest

from borderlab.documents import real_reference, world_reference
from borderlab.i18n import language, set_language


@pytest.fixture(scope="session")
def invented():
    return world_reference()


@pytest.fixture(scope="session")
def real():
    return real_reference()


@pytest.fixture
def same_language():
    """Commands choose a language; the next test finds the one before."""
    before = language()
    yield
    set_language(before)
