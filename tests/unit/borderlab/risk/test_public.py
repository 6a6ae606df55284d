"""The public names of the room."""

import subprocess
import sys
from pathlib import Path

from borderlab import risk


def test_every_public_name_loads_and_no_file_hides_one():
    files = {path.stem for path in Path(risk.__file__).parent.glob("*.py")}
    assert not files & set(risk.__all__)
    for name in risk.__all__:
        assert getattr(risk, name) is not None, name
    assert "evidence" in dir(risk)


def test_the_room_loads_without_numpy():
    code = "import sys, borderlab.risk; sys.exit('numpy' in sys.modules or 'pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
