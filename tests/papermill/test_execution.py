"""Every generated notebook runs, and nothing goes wrong behind its widgets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest

import papermill
from notebook_runs.discovery import notebooks, parameters
from notebook_runs.kernels import Run, WarmKernel

WIDGET = "application/vnd.jupyter.widget-view+json"
FALLBACKS = ("text/html", "text/plain")
SIGNS = ("Traceback (most recent call last)", "\x1b[0;31m", "\u001b[31m")


def texts_in(value: Any) -> Iterator[str]:
    """Every text inside a widget's state, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts_in(part)


def hidden_errors(run: Run) -> list[str]:
    """Errors in outputs, on stderr, in alerts of the kit, and in the state of widgets."""
    found = []
    for number, output in run.outputs():
        text = json.dumps(output, ensure_ascii=False)
        bad_stream = output["output_type"] == "stream" and output.get("name") == "stderr"
        if output["output_type"] == "error" or bad_stream or 'role=\\"alert\\"' in text:
            found.append(f"cell {number}: {text[:600]}")
    for state in run.widgets:
        name = f"{state.get('_model_module')}.{state.get('_model_name')}"
        outputs = [entry.get("output_type") for entry in state.get("outputs", ())]
        if "error" in outputs or any(sign in text for text in texts_in(state) for sign in SIGNS):
            found.append(f"widget {name}: {str(state)[:600]}")
    return found


@pytest.mark.parametrize("name", parameters("modules", "exercises"))
def test_papermill_runs_it(
    name: Path, course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a browser: no error, no word on stderr, something to read in every widget's place."""
    monkeypatch.setenv("BORDERLAB_HEADLESS", "1")
    out = tmp_path / "out.ipynb"
    papermill.execute_notebook(
        course / name,
        out,
        cwd=str((course / name).parent),
        progress_bar=False,
        kernel_name="python3",
    )
    notebook = nbformat.read(out, as_version=4)
    assert hidden_errors(Run(notebook, [])) == []
    for cell in notebook.cells:
        if "kit-run" in cell.metadata.get("tags", []) and "kit.ask" in cell.source:
            (output,) = cell.outputs
            assert all(output["data"][kind].strip() for kind in FALLBACKS)
    assert list((course / name).parent.glob("answers*.json")) == []


@pytest.mark.parametrize("name", parameters("modules", "exercises", "solutions"))
def test_live_widgets_hide_no_error(name: Path, course: Path, live_kernel: WarmKernel) -> None:
    """With widgets: no traceback in an output, in an Output widget or in any widget's state."""
    run = live_kernel.run(course / name)
    assert hidden_errors(run) == []
    shown = [
        output
        for cell in run.notebook.cells
        if "kit-run" in cell.metadata.get("tags", []) and "kit.ask" in cell.get("source", "")
        for output in cell.outputs
    ]
    assert all(WIDGET in output["data"] for output in shown)
    assert all(kind in output["data"] for output in shown for kind in FALLBACKS)


def test_something_is_tested() -> None:
    """Three languages, each with its home page."""
    homes = [path for path in notebooks("modules") if path.name == "home.ipynb"]
    assert len(homes) >= 3
    assert len(notebooks("exercises")) == len(notebooks("solutions"))


def test_hidden_errors_are_found(live_kernel: WarmKernel, tmp_path: Path) -> None:
    """The search itself works: these three cells let an execution pass."""
    cells = [
        "from ipywidgets import Output, interact\nwith Output(): 1 / 0",
        "interact(lambda x: 1 / 0, x=1)",
        "import sys; print('careful', file=sys.stderr)",
    ]
    for source in cells:
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
        assert hidden_errors(live_kernel.run_cells(notebook, tmp_path)) != []
