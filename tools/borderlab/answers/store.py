"""The saved answers of one notebook: written at once, whole, and shared with other windows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from threading import RLock
from typing import Any

import borderlab
from borderlab.answers import codec, files, notices, plain
from borderlab.answers.disk import Reading, State, look
from borderlab.answers.errors import AnswerError, NotSavedError
from borderlab.answers.lock import locked as file_lock
from borderlab.answers.records import QID, Answers, Record, merge_all, now
from borderlab.answers.runs import fixed_seed, headless, random_seed
from borderlab.i18n import gettext as _

__all__ = ["LOCK_FILE", "Store", "headless"]

LOCK_FILE = ".answers.lock"
_Change = Callable[[Record], Record]


class Store:
    """The answers of one notebook, in ``answers.json`` beside it.

    Every change is written at once. Several windows may use the same file: each write takes a
    lock, reads what the others wrote, merges question by question and replaces the file.

    What cannot be written stays in memory and is written with the next change; `save` then raises
    `NotSavedError`. A file that cannot be read is put aside, never overwritten.

    Args:
        folder: the notebook's folder.
        module: such as ``m00_welcome``.
        part: ``lesson`` or ``exercise``.
        language: code of the edition.
        write: False keeps everything in memory; default: unless a program runs the notebook.
    """

    def __init__(
        self, folder: Path, module: str, part: str, language: str, *, write: bool | None = None
    ) -> None:
        self.path = Path(folder) / codec.FILE
        self.module, self.part, self.language = module, part, language
        self._writes = not headless() if write is None else write
        self._mutex = RLock()
        self._records: dict[str, Record] = {}
        self._seed: int | None = None
        self._unsaved: set[str] = set()
        self._dirty = False  # the file must be written even if no answer changed
        self._seen = b""  # content of the file when it was last read or written
        self._barred = ""  # why the file must not be touched
        self._notices: list[str] = []
        if self._writes:
            files.sweep(self.path)
        self.refresh()

    @property
    def notices(self) -> tuple[str, ...]:
        """What the participant should know about the file, as sentences."""
        return tuple(dict.fromkeys(self._notices))

    @property
    def unsaved(self) -> frozenset[str]:
        """Questions whose latest answer is only in memory."""
        return frozenset(self._unsaved) if self._writes else frozenset()

    @property
    def seed(self) -> int:
        """The participant's number for random draws in this notebook, 0 to 2**31 - 1.

        Made once and kept in the file. In a run by a program it is the same for everybody.
        """
        with self._mutex, ExitStack() as stack:
            if self._seed is None:
                trouble = self._open(stack)
                if self._seed is None:
                    self._seed = random_seed() if self._writes else fixed_seed(self.module)
                    self._dirty = True
                    if not trouble:
                        self._write()
            return self._seed

    def get(self, qid: str) -> Any:
        """The saved value, or None."""
        return self.record(qid).value

    def record(self, qid: str) -> Record:
        """The record of a question; an empty one when it was never touched."""
        return self._records.get(qid, Record())

    def records(self) -> Mapping[str, Record]:
        """All records by question id."""
        return dict(self._records)

    def save(self, qid: str, value: Any, *, locked: bool = False) -> Record:
        """Save an answer.

        Args:
            qid: the question's id.
            value: plain data as `check_value` returns it; None clears the answer.
            locked: make it final.

        Raises:
            NotSavedError: it is kept in memory, but the file could not be written.
            AnswerError: the value cannot be saved, or the answer is final already.
        """
        if not QID.fullmatch(qid):
            raise AnswerError(_("“{name}” is no name of a question.").format(name=qid[:40]))
        notices.refuse_unplain(value)

        def change(before: Record) -> Record:
            if before.locked and before.value != value:
                raise AnswerError(_("This answer is final and cannot be changed any more."))
            same = before.value == value and type(before.value) is type(value)
            if same and before.locked >= locked:
                return before
            return before.changed(value, locked=locked, at=now())

        return self._update(qid, change)

    def note_hint(self, qid: str) -> Record:
        """Count one more hint; a full disk is no reason to refuse a hint."""
        try:
            return self._update(qid, lambda before: replace(before, hints=before.hints + 1))
        except NotSavedError:
            return self.record(qid)

    def refresh(self) -> None:
        """Take in what other windows have written meanwhile."""
        with self._mutex, ExitStack() as stack:
            try:
                reading = self._look()
            except OSError as error:
                self._notices.append(notices.why_not_saved(error))
                return
            if not reading.bad and reading.state in {State.MISSING, State.GOOD}:
                self._take_in(reading)
            elif trouble := self._open(stack) or self._write():
                self._notices.append(trouble)

    def flush(self) -> None:
        """Write what could not be written before.

        Raises:
            NotSavedError: it still cannot be written.
        """
        for qid in sorted(self.unsaved):
            self._update(qid, lambda before: before)

    def _update(self, qid: str, change: _Change) -> Record:
        with self._mutex, ExitStack() as stack:
            trouble = self._open(stack)
            record = self._change(qid, change)
            trouble = trouble or self._write()
            if trouble and qid in self.unsaved:
                raise NotSavedError(trouble, record)
            return record

    def _change(self, qid: str, change: _Change) -> Record:
        before = self._records.get(qid)
        record = change(before or Record())
        if record != before:
            self._records[qid] = record
            if len(codec.encode(self._answers())) > plain.MAX_FILE_BYTES:
                self._restore(qid, before)
                message = _("Your answers together are too long to be saved. Shorten this one.")
                raise AnswerError(message)
            self._unsaved.add(qid)
        return record

    def _restore(self, qid: str, before: Record | None) -> None:
        del self._records[qid]
        if before is not None:
            self._records[qid] = before

    def _open(self, stack: ExitStack) -> str:
        """Take the lock until the stack closes and read the file; returns what hinders writing."""
        if not self._writes:
            self._take_in_or_explain()
            return ""
        try:
            stack.enter_context(file_lock(self.path.with_name(LOCK_FILE)))
            self._take_in_or_explain()
        except OSError as error:
            return notices.why_not_saved(error)
        return self._barred

    def _write(self) -> str:
        """Replace the file if anything changed; returns what hindered it. The file is open."""
        if not self._writes or not (self._unsaved or self._dirty):
            return ""
        data = codec.encode(self._answers())
        try:
            files.replace_file(self.path, data)
        except OSError as error:
            return notices.why_not_saved(error)
        self._unsaved.clear()
        self._dirty, self._seen = False, data
        return ""

    def _answers(self) -> Answers:
        return Answers(
            self.module, self.part, self.language, borderlab.__version__, self._seed, self._records
        )

    def _look(self) -> Reading:
        return look(self.path, self.module, self.part)

    def _take_in(self, reading: Reading) -> None:
        self._barred = ""
        if reading.answers is None or reading.data == self._seen:
            return
        self._records = merge_all(self._records, reading.answers.records)
        if reading.answers.seed is not None:
            self._seed = reading.answers.seed
        self._seen = reading.data

    def _take_in_or_explain(self) -> None:
        """Merge what the file holds; put it aside if it cannot be used."""
        reading = self._look()
        if reading.state is State.NEWER:
            self._barred = notices.newer() + " " + notices.kept_in_memory()
            self._notices.append(notices.newer())
        elif reading.state in {State.DAMAGED, State.FOREIGN}:
            self._put_aside(reading)
        elif reading.bad and reading.data != self._seen:
            self._drop(reading)
        else:
            self._take_in(reading)

    def _put_aside(self, reading: Reading) -> None:
        name = files.set_aside(self.path, now()).name if self._writes else codec.FILE
        is_foreign = reading.state is State.FOREIGN
        message = notices.foreign(name, reading.owner) if is_foreign else notices.damaged(name)
        self._notices.append(message)
        self._barred, self._dirty = "", bool(self._records)

    def _drop(self, reading: Reading) -> None:
        """Go on without the records that cannot be used; the whole file is copied first."""
        place = files.free_place(self.path, now()) if self._writes else self.path
        if self._writes:
            files.replace_file(place, reading.data)
        self._notices.append(notices.dropped(place.name, reading.bad))
        self._take_in(reading)
        self._dirty = True
