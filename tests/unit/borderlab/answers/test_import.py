import json
import subprocess
import sys

from borderlab.paths import PACKAGE

CODE = """
import json, sys
sys.path.insert(0, sys.argv[1])
from borderlab.answers import *
from borderlab.i18n import *
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def test_the_room_needs_nothing_but_the_standard_library() -> None:
    """It also runs in a browser, before numpy has been downloaded."""
    command = [sys.executable, "-I", "-S", "-c", CODE, str(PACKAGE.parent)]
    loaded = set(json.loads(subprocess.run(command, capture_output=True, check=True).stdout))
    assert loaded - sys.stdlib_module_names == {"borderlab", "__main__"} - sys.stdlib_module_names
    assert not loaded & {"asyncio", "multiprocessing", "sqlite3", "ssl"}
