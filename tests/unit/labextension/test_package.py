"""JupyterLab finds the extension, and it speaks every language of the kit."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import borderlab
from borderlab.i18n import LANGUAGES
from borderlab.paths import PACKAGE

NAMES = [
    "frame",
    "home",
    "previous",
    "next",
    "section",
    "answered",
    "run",
    "showCode",
    "hideCode",
    "toggle",
    "starting",
    "ready",
    "waiting",
    "stopped",
    "again",
    "repeated",
    "noKernel",
]


def test_jupyterlab_finds_it() -> None:
    """The folder given to JupyterLab as extra path holds one extension, named as its folder."""
    from jupyterlab_server.config import get_federated_extensions

    found = get_federated_extensions([str(PACKAGE / "labextension")])
    assert list(found) == ["borderlab"]
    extension = found["borderlab"]
    assert extension["version"] == borderlab.__version__
    assert Path(extension["ext_path"]).name == "borderlab"
    assert (Path(extension["ext_path"]) / extension["jupyterlab"]["_build"]["load"]).is_file()


def test_every_import_exists(static: Path) -> None:
    """Each module imports files and names that are there."""
    for path in static.glob("*.js"):
        text = path.read_text(encoding="utf-8")
        for names, file in re.findall(r'import \{ ([^}]+) \} from "\./(\w+\.js)"', text):
            other = (static / file).read_text(encoding="utf-8")
            for name in names.split(","):
                assert re.search(rf"export (const|class|function) {name.strip()}\b", other)


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_texts_are_complete(code: str, run_js: Callable[..., Any]) -> None:
    """No language falls back to English, and all fill the same places."""
    english = run_js("strings.js", "texts(data)", "en")
    other = run_js("strings.js", "texts(data)", code)
    assert list(english) == list(other) == NAMES
    for name in NAMES:
        assert re.findall(r"\{\w+\}", english[name]) == re.findall(r"\{\w+\}", other[name])
    same = {name for name in NAMES if english[name] == other[name]}
    assert same == set()


def test_unknown_language_shows_english(run_js: Callable[..., Any]) -> None:
    """A language that the kit gets later still has a usable frame."""
    assert run_js("strings.js", "texts(data).home", "xx") == "Home"


def test_links_are_resolved_from_the_notebook(run_js: Callable[..., Any]) -> None:
    """A relative link is joined to the folder of its notebook."""
    found = run_js("links.js", "resolve(...data)", ["a/fr/home.ipynb", "../../b/./fr/x.ipynb"])
    assert found == "b/fr/x.ipynb"


def test_metadata_is_valid(static: Path) -> None:
    """The package file is what JupyterLab reads."""
    package = json.loads((static.parent / "package.json").read_text(encoding="utf-8"))
    assert package["jupyterlab"]["extension"] is True
    assert "jupyterlab-extension" in package["keywords"]
