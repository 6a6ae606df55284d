"""Run the extension's modules without a browser, in the node that comes with the browser tests."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from borderlab.paths import PACKAGE

FOLDER = PACKAGE / "labextension" / "borderlab"


@pytest.fixture
def static() -> Path:
    """The folder of the extension's modules."""
    return FOLDER / "static"


@pytest.fixture
def run_js(tmp_path: Path, static: Path) -> Callable[[str, str, Any], Any]:
    """``run_js("kit_calls.js", "isKitCall(data)", value)`` gives what the expression gives."""
    driver = pytest.importorskip("playwright._impl._driver")
    node, _cli = driver.compute_driver_executable()
    # Browsers know an ES module by how it is loaded; node by the nearest package.json.
    for source in static.glob("*.js"):
        (tmp_path / source.name).write_bytes(source.read_bytes())
    (tmp_path / "package.json").write_text('{"type": "module"}')

    def run(module: str, expression: str, data: Any) -> Any:
        name = expression.split("(", maxsplit=1)[0]
        code = (
            f"import {{ {name} }} from './{module}';"
            f"const data = {json.dumps(data)};"
            f"console.log(JSON.stringify({expression}));"
        )
        script = tmp_path / "run.js"
        script.write_text(code, encoding="utf-8")
        done = subprocess.run(
            [node, str(script)], capture_output=True, encoding="utf-8", check=False, timeout=60
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run
