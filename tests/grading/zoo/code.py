"""Submissions whose code would do harm if anybody ran it."""

from __future__ import annotations

from grading import people
from grading.tiny_course import MODULE
from grading.zoo.scene import Scene, kind, seed_of


@kind("code that loops forever", "graded: cells-added")
def looping(scene: Scene) -> None:
    scene.running("while True: pass")


@kind("code that loops and ignores interrupts", "graded: cells-added")
def stubborn(scene: Scene) -> None:
    scene.running("import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass")


@kind("code that ends the process", "graded: cells-added")
def exiting(scene: Scene) -> None:
    scene.running("import os\nos._exit(0)")


@kind("code that leaves ten processes behind", "graded: cells-added")
def forking(scene: Scene) -> None:
    scene.running(
        "import subprocess\n"
        "for _ in range(10):\n"
        "    child = subprocess.Popen(['sleep', '600'], start_new_session=True)\n"
        "    tell(f'left process {child.pid}')"
    )


@kind("code that takes 6 GB of memory", "graded: cells-added")
def memory_eating(scene: Scene) -> None:
    scene.running("hoard = b'x' * 6_000_000_000\ntell('took 6 GB')")


@kind("code that fills the disk (here: 100 MB)", "graded: cells-added")
def disk_filling(scene: Scene) -> None:
    scene.running("open('big', 'wb').write(bytes(100_000_000))\ntell('wrote 100 MB')")


@kind("code that calls a server", "graded: cells-added")
def network_using(scene: Scene) -> None:
    scene.running(
        "import socket\n"
        f"socket.create_connection(('127.0.0.1', {scene.port}), 5).close()\n"
        "tell('reached the network')"
    )


@kind("code that reads the hidden checks", "graded: cells-added")
def reading_checks(scene: Scene) -> None:
    scene.running(
        "from pathlib import Path\n"
        f"text = Path('../../../source/{MODULE}/{MODULE}.ipynb').read_text()\n"
        "tell('read the hidden checks' if 'HIDDEN TESTS' in text else 'found none')"
    )


@kind("code that reads the gradebook", "graded: cells-added")
def reading_gradebook(scene: Scene) -> None:
    scene.running(
        "import sqlite3\n"
        "book = sqlite3.connect('../../../gradebook.db')\n"
        "tell('read the gradebook: %d grades' % len(list(book.execute('select * from grade'))))"
    )


@kind("code that gives everybody ten points", "graded: cells-added")
def writing_gradebook(scene: Scene) -> None:
    scene.running(
        "import sqlite3\n"
        "with sqlite3.connect('../../../gradebook.db') as book:\n"
        "    book.execute('update grade set manual_score = 10')\n"
        "tell('wrote to the gradebook')"
    )


@kind("code that reads the neighbours' work", "graded: cells-added")
def reading_neighbours(scene: Scene) -> None:
    scene.running(
        "from pathlib import Path\n"
        f"found = list(Path('../../../submitted').glob('*/{MODULE}/answers.json'))\n"
        "tell('read %d neighbours' % (len(found) - 1))"
    )


@kind("code that changes a neighbour's work", "graded: cells-added")
def writing_neighbours(scene: Scene) -> None:
    scene.running(
        "from pathlib import Path\n"
        f"for path in Path('../../../submitted').glob('*/{MODULE}/answers.json'):\n"
        f"    if path.parts[-3] != {scene.seat!r}:\n"
        "        path.write_text('{}')\n"
        "        tell('changed a neighbour')"
    )


@kind("code that reads the trainer's environment", "graded: cells-added")
def reading_environment(scene: Scene) -> None:
    scene.running("import os\ntell('read ' + os.environ['ZOO_SECRET'])")


@kind("code that patches the checks in memory", "graded: cells-added", 0.0)
def patched_checks(scene: Scene) -> None:
    scene.running("import borderlab as kit\nkit.mark = lambda name, key, points=1: float(points)")
    people_answers(scene)


@kind("code that patches comparison itself", "graded: cells-added", 0.0)
def always_equal(scene: Scene) -> None:
    scene.running(
        "import borderlab.answers.scoring as scoring\n"
        "from borderlab.answers.outcome import Outcome\n"
        "scoring._JUDGES = dict.fromkeys(scoring._JUDGES, lambda key, value: Outcome(1.0))"
    )
    people_answers(scene)


@kind("an own borderlab.py beside the notebook", "graded", 0.0)
def shadowing_kit(scene: Scene) -> None:
    place = scene.folder()
    people_answers(scene)
    (place / "borderlab.py").write_text(
        f"open({str(scene.proof)!r}, 'a').write('ran\\n')\n"
        "def __getattr__(name): return lambda *some, points=0, **more: float(points)\n"
    )


@kind("own json.py and sitecustomize.py beside the notebook", "graded")
def shadowing_python(scene: Scene) -> None:
    place = scene.folder()
    for name in ("json.py", "sitecustomize.py", "os.py"):
        (place / name).write_text(f"open({str(scene.proof)!r}, 'a').write('ran\\n')\n")


@kind("harmful code in the answer cell itself", "graded")
def code_in_answer(scene: Scene) -> None:
    place = scene.folder()
    path = place / f"{MODULE}.ipynb"
    people.fill(path, "q4-code", f"open({str(scene.proof)!r}, 'a').write('ran\\n')\nquit()")


@kind("a colour for every line: code that floods the log", "graded: cells-added")
def flooding(scene: Scene) -> None:
    scene.running("for _ in range(200_000): print('\\x1b[31m' + 'x' * 500)")


def people_answers(scene: Scene) -> None:
    """Wrong answers: whoever gives them points was cheated."""
    place = scene.inbox / scene.seat / MODULE
    wrong = {"q1": "a", "q2": 99, "q3": scene.words, "q4": 1}
    saved = people.saved(wrong, MODULE, seed=seed_of(scene.seat))
    (place / "answers.json").write_bytes(saved)
