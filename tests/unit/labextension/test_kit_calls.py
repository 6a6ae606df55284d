"""Only single plain calls of the kit run by themselves."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable
from typing import Any

from borderlab.paths import checkout

CALLS = [
    'kit.ask("q1")',
    "kit.home()",
    'card = kit.species_card("Psittacus erithacus")',
    "grid = kit.base_rate_grid(total=10_000, rate=1 / 1000)".replace("1 / 1000", "0.001"),
    "lab = kit.profile_lab(shipments, random_share=-0.1, names=['a', \"b\"])",
    'kit.mark("q1", {"kind": "choice", "correct": ["b"]}, points=2)',
    'kit.lab(\n    shipments,\n    kind="a (b) # c",\n    x=None,\n)',
    '# A remark.\nimport borderlab as kit\nkit.open_notebook("m", "lesson", language="fr")\n',
    "kit.ask('it\\'s')",
]
OTHERS = [
    "",
    "# only a remark",
    "x = 1",
    "print(1)",
    "import os",
    "import borderlab as kit, os",
    'kit.ask("q1"); print(1)',
    'kit.ask("q1")\nprint(1)',
    'kit.ask(open("x"))',
    'kit.ask(f"{1}")',
    'kit.ask("a" "b")',
    'kit.ask("a"+x)',
    "kit.ask(x + y)",
    "kit.ask(x.y)",
    "kit.ask(x[0])",
    "kit.ask([1][0])",
    "kit.ask(lambda: 1)",
    "kit.ask(a if b else c)",
    "kit.ask([a for a in b])",
    "kit.ask((a := b))",
    "kit.ask(*a)",
    "kit.ask(**a)",
    "kit.a.b()",
    "kit.ask().b",
    "kit.ask()()",
    "kit.__getattr__('x')",
    "kit.ask",
    "a.b = kit.ask()",
    "a = b = kit.ask()",
    "a, b = kit.ask(), 1",
    "@kit.ask()\ndef f(): pass",
    "%run x.py",
    "!ls",
    "kit.ask?",
    'kit.ask("""a\n""")',
    'kit.ask("a\\\n")',
    "kit.ask('a', )\\\n.b",
    "import borderlab as kit\nimport os",
]


def test_plain_calls_are_accepted(run_js: Callable[..., Any]) -> None:
    """Every cell of this shape is drawn on opening."""
    assert run_js("kit_calls.js", "isKitCall(data[0]) && data.map(isKitCall)", CALLS) == [
        True
    ] * len(CALLS)


def test_everything_else_is_refused(run_js: Callable[..., Any]) -> None:
    """What is more than a plain call stays in sight and waits for the participant."""
    found = run_js("kit_calls.js", "isKitCall(data[0]) || data.map(isKitCall)", OTHERS)
    assert [source for source, accepted in zip(OTHERS, found, strict=True) if accepted] == []


def test_accepted_sources_hold_one_call_each() -> None:
    """The list above says the truth, by Python's own reading."""
    for source in CALLS:
        tree = ast.parse(source)
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        assert len(calls) == 1


def test_all_generated_widget_cells_are_accepted(run_js: Callable[..., Any]) -> None:
    """No cell that the build marks for running is left out."""
    root = checkout()
    assert root is not None
    sources = [
        "".join(cell["source"])
        for tree in ("modules", "exercises")
        for path in sorted((root / tree).glob("*/**/*.ipynb"))
        if ".ipynb_checkpoints" not in path.parts
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if "kit-run" in cell["metadata"].get("tags", [])
    ]
    assert sources
    found = run_js("kit_calls.js", "isKitCall('') || data.map(isKitCall)", sources)
    assert [source for source, accepted in zip(sources, found, strict=True) if not accepted] == []
