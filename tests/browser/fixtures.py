"""A real JupyterLab for each file of tests, so that answers do not carry over; a real Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from browser.server import Server, copy_of_kit, running


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, or the one that Playwright has installed."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def kit_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout in a path with spaces and accents."""
    return copy_of_kit(tmp_path_factory.mktemp("Formation été") / "kit", extension=True)


@pytest.fixture(scope="module")
def lab(kit_copy: Path) -> Iterator[Server]:
    """JupyterLab with the kit's extension, in French, with all languages laid out."""
    with running(kit_copy, "fr") as server:
        yield server


@pytest.fixture(scope="module")
def plain_lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """JupyterLab without the kit's extension."""
    root = copy_of_kit(tmp_path_factory.mktemp("plain") / "kit", extension=False)
    with running(root, "fr") as server:
        yield server


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A new browser profile with one page, in French."""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 900}, locale="fr-FR", accept_downloads=True
    )
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()
