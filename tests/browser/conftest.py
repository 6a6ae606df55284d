"""A real JupyterLab, a real Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest

from browser.handing_in import new_run


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A trainer's run of the whole course, made once."""
    return new_run(tmp_path_factory.mktemp("runs"))
