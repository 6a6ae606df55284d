"""Several checkers at work at the same time, their results in the order of the submissions."""

from __future__ import annotations

import os
import queue
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from types import TracebackType
from typing import Any, Self

from coursekit.grading.checks import Checker, Examined
from coursekit.grading.pinned import Check
from coursekit.grading.submission import Submission

_AHEAD = 8  # submissions for each checker that may wait, marked, to be recorded
_FEW = 40  # submissions for which a second process is not worth its start
_MOST = 8


class Crew:
    """Marks submissions with one or more processes; use it as a context manager.

    Args:
        checks: the check cells of each module.
        jobs: how many processes.
        keys: key entries of each module, by question id.
    """

    def __init__(
        self,
        checks: Mapping[str, Sequence[Check]],
        jobs: int,
        keys: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> None:
        self._free: queue.LifoQueue[Checker] = queue.LifoQueue()
        self._stack = ExitStack()
        for _number in range(jobs):
            self._free.put(self._stack.enter_context(Checker(checks, keys=keys)))
        self._pool = ThreadPoolExecutor(jobs)
        self._ahead = _AHEAD * jobs

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pool.shutdown(cancel_futures=True)  # before the checkers: they are in use
        self._stack.close()

    def results(self, submissions: Sequence[Submission]) -> Iterator[Examined]:
        """What comes of each submission, in order; the next ones are being marked meanwhile."""
        waiting: deque[Future[Examined]] = deque()
        for submission in submissions:
            waiting.append(self._pool.submit(self._mark, submission))
            if len(waiting) > self._ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _mark(self, submission: Submission) -> Examined:
        checker = self._free.get()
        try:
            return checker.examine(submission)
        finally:
            self._free.put(checker)


def jobs_for(count: int, wanted: int | None) -> int:
    """How many processes to use for so many submissions; ``wanted`` by the trainer or None."""
    if wanted is not None:
        return max(1, min(wanted, _MOST))
    return 1 if count < _FEW else max(1, min(os.cpu_count() or 1, _MOST))
