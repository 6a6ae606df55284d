"""``answers.json``: what it looks like, and how it is read from people one does not know."""

from __future__ import annotations

import json
import re
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from borderlab.answers import plain
from borderlab.answers.errors import AnswersError
from borderlab.answers.records import QID, Answers, Record, read_record
from borderlab.answers.runs import MAX_SEED
from borderlab.i18n import gettext as _

SCHEMA = 1
FILE = "answers.json"
MAX_RECORDS = 200
_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
_LABEL = re.compile(r"[A-Za-z0-9_.+-]{0,32}")
_HEADS = {"module": _NAME, "part": _NAME, "language": _LABEL, "kit": _LABEL}


class NewerSchemaError(plain.NotPlainError):
    """A file that a later version of the kit wrote."""


def encode(answers: Answers) -> bytes:
    """The file's content."""
    found = {
        "schema": SCHEMA,
        "kit": answers.kit,
        "module": answers.module,
        "part": answers.part,
        "language": answers.language,
        "seed": answers.seed,
        "answers": {qid: record.as_json() for qid, record in answers.records.items()},
    }
    return (json.dumps(found, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode()


def decode(data: bytes) -> tuple[Answers, dict[str, str]]:
    """Read a file of answers; records that are bad are left out.

    Returns:
        The answers, and the question ids left out with the reason, in the language in use.

    Raises:
        NewerSchemaError: a later version of the kit wrote it.
        plain.NotPlainError: it is no file of answers.
    """
    found = plain.load(data)
    if not isinstance(found, dict) or not isinstance(found.get("answers"), dict):
        raise plain.NotPlainError(_("no file of answers"))
    schema = found.get("schema")
    if isinstance(schema, bool) or not isinstance(schema, int):
        raise plain.NotPlainError(_("the schema is no whole number"))
    if schema > SCHEMA:
        raise NewerSchemaError(_("a newer version of the kit wrote it"))
    if schema != SCHEMA:
        raise plain.NotPlainError(_("the schema is unknown: {n}").format(n=schema))
    for name, pattern in _HEADS.items():
        if not isinstance(found.get(name), str) or not pattern.fullmatch(found[name]):
            raise plain.NotPlainError(_("{name} is no usable name").format(name=name))
    records, bad = _records(found["answers"])
    answers = Answers(
        module=found["module"],
        part=found["part"],
        language=found["language"],
        kit=found["kit"],
        seed=_seed(found.get("seed")),
        records=records,
    )
    return answers, bad


def _seed(found: Any) -> int | None:
    if isinstance(found, int) and not isinstance(found, bool) and 0 <= found <= MAX_SEED:
        return found
    return None


def _records(found: Mapping[str, Any]) -> tuple[dict[str, Record], dict[str, str]]:
    records: dict[str, Record] = {}
    bad: dict[str, str] = {}
    for qid, entry in found.items():
        if not QID.fullmatch(qid):
            bad[qid] = _("no usable question id")
        elif len(records) >= MAX_RECORDS:
            bad[qid] = _("more than {n} answers").format(n=MAX_RECORDS)
        else:
            try:
                records[qid] = read_record(entry)
            except plain.NotPlainError as error:
                bad[qid] = str(error)
    return records, bad


def read_answers(source: Path | bytes) -> Answers:
    """Read a participant's answers strictly, for grading.

    Args:
        source: the file (links and devices are refused), or its content.

    Raises:
        AnswersError: anything but a well-formed file within the limits: 256 kB, 8 levels, 200
            answers, plain data. No other error is raised, whatever the content.
    """
    data = source if isinstance(source, bytes) else _read(source)
    try:
        answers, bad = decode(data)
    except plain.NotPlainError as error:
        raise AnswersError(
            _("The file of answers cannot be used: {why}.").format(why=error)
        ) from error
    if bad:
        qid, reason = min(bad.items())
        message = _("The answer to {question} cannot be used: {why}.")
        raise AnswersError(message.format(question=repr(qid[:40]), why=reason))
    return answers


def _read(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise AnswersError(_("The file of answers is no regular file."))
        with path.open("rb") as file:
            return file.read(plain.MAX_FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, AnswersError):
            raise
        message = _("The file of answers cannot be read: {why}.")
        raise AnswersError(message.format(why=error)) from error
