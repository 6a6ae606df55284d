"""tools/start.py itself: any Python can read it, and an old one says what is missing."""

from __future__ import annotations

import ast
import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

START = Path(__file__).resolve().parents[3] / "tools" / "start.py"


@pytest.fixture(scope="module")
def start() -> ModuleType:
    spec = importlib.util.spec_from_file_location("start", START)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_old_pythons_can_read_it() -> None:
    source = START.read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 4))
    # Beyond the grammar: what Python 2.7 cannot read either.
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr | ast.AnnAssign)]
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert not [node.name for node in functions if node.returns or node.args.kwonlyargs]
    assert re.match(r"# -\*- coding: utf-8 -\*-\n", source)
    imported = {
        name for node in tree.body if isinstance(node, ast.ImportFrom) for name in [node.module]
    }
    assert imported == {"__future__"}


@pytest.mark.parametrize(
    ("arguments", "variables", "beginning"),
    [
        (["--lang", "fr"], {"LANG": "es_ES"}, "Ce kit demande Python 3.11"),
        (["--lang=es"], {}, "Este kit necesita Python 3.11"),
        ([], {"LANG": "es_PE.UTF-8"}, "Este kit necesita Python 3.11"),
        ([], {"LC_ALL": "fr_CH", "LANG": "es_ES"}, "Ce kit demande Python 3.11"),
        ([], {"LANG": "C"}, "This kit needs Python 3.11"),
        (["--lang"], {}, "This kit needs Python 3.11"),
    ],
)
def test_old_python_is_told_in_the_users_language(
    start: ModuleType, arguments: list[str], variables: dict[str, str], beginning: str
) -> None:
    said = start.too_old((3, 8, 10), arguments, variables, None)
    assert said.startswith(beginning)
    assert "3.8.10" in said
    assert "python.org" in said
    assert "\n" not in said


def test_newer_python_on_the_computer_is_named(start: ModuleType) -> None:
    said = start.too_old((3, 8, 10), ["--lang", "fr"], {}, "python3.12")
    assert "python3.12 tools/start.py --lang fr" in said


def test_its_three_languages_say_the_same(start: ModuleType) -> None:
    fields = {
        (language, name): sorted(re.findall(r"%\(\w+\)s", text))
        for language, words in start.TOO_OLD.items()
        for name, text in words.items()
    }
    for (_, name), found in fields.items():
        assert found == fields["en", name]
