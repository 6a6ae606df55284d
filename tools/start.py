# -*- coding: utf-8 -*-
"""Start the kit: ``python3 tools/start.py`` (see ``--help`` and README.md).

Whatever Python the computer has reads this file first, even a very old one, which must get as far
as the sentence that says so. So this file keeps to what Python 2.7 can read; `starter` does not.
"""
# ruff: noqa: ANN001, ANN201, B905, PTH100, PTH120, RUF007, S603, UP009, UP010, UP020, UP031

from __future__ import unicode_literals

import io
import os
import subprocess
import sys

NEEDED = (3, 11)
WITHIN_REACH = ("python3.13", "python3.12", "python3.11", "python3.14")
TOO_OLD = {
    "en": {
        "now": "This kit needs Python 3.11 or newer, and this is Python %(found)s. %(advice)s",
        "other": "Start it like this: %(command)s",
        "install": "Install Python 3.13 from python.org, or ask your IT service, and try again.",
    },
    "fr": {
        "now": "Ce kit demande Python 3.11 ou plus récent\u00a0; celui-ci est Python %(found)s."
        " %(advice)s",
        "other": "Lancez-le ainsi\u00a0: %(command)s",
        "install": "Installez Python 3.13 depuis python.org, ou demandez-le à votre service"
        " informatique, puis réessayez.",
    },
    "es": {
        "now": "Este kit necesita Python 3.11 o posterior; este es Python %(found)s. %(advice)s",
        "other": "Inícielo así: %(command)s",
        "install": "Instale Python 3.13 desde python.org, o solicítelo a su servicio informático,"
        " e inténtelo de nuevo.",
    },
}


def wanted_language(arguments, environment):
    """The language to say the sentence in: --lang, else the system's, else English."""
    names = [word[len("--lang=") :] for word in arguments if word.startswith("--lang=")]
    names += [after for word, after in zip(arguments, arguments[1:]) if word == "--lang"]
    names += [environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    codes = [name[:2].lower() for name in names if name[:2].lower() in TOO_OLD]
    return codes[0] if codes else "en"


def newer_python():
    """The name of a Python on this computer that is new enough and runs, or None."""
    for name in WITHIN_REACH:
        try:
            with io.open(os.devnull, "w") as nowhere:
                if subprocess.call([name, "-c", ""], stdout=nowhere, stderr=nowhere) == 0:
                    return name
        except OSError:
            continue
    return None


def too_old(version, arguments, environment, python):
    """The sentence for a Python that is too old, when `python` (or None) is a newer one."""
    words = TOO_OLD[wanted_language(arguments, environment)]
    found = ".".join(str(part) for part in version[:3])
    command = "%s tools/start.py %s" % (python, " ".join(arguments))
    advice = words["other"] % {"command": command.strip()} if python else words["install"]
    return words["now"] % {"found": found, "advice": advice}


def say(text):
    """Write a line to the terminal, in whatever encoding it has."""
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    with io.open(sys.stderr.fileno(), "wb", closefd=False) as stream:
        stream.write((text + "\n").encode(encoding, "replace"))


def main():
    """Hand over to the real start, or say why not."""
    if sys.version_info[:2] < NEEDED:
        say(too_old(sys.version_info, sys.argv[1:], os.environ, newer_python()))
        return 1
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    from starter.cli import main as start

    return start(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
