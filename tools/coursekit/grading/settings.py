"""What a trainer may change about a run while it goes on: ``settings.toml`` in its folder."""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from coursekit.errors import KitError
from coursekit.grading.files import write
from coursekit.grading.text import _

FILE = "settings.toml"
_DAY = 86_400  # seconds


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a run.

    Attributes:
        late_percent: percent of the most points that each begun day of lateness takes off; 0
            takes nothing: late work is only noted.
    """

    late_percent: float = 0.0

    def penalty(self, late_seconds: float, most: float) -> float:
        """Points taken off.

        >>> Settings(10).penalty(86_401, 20)
        4.0

        Args:
            late_seconds: after the due date; below 0 when in time.
            most: most points of the assignment.
        """
        days = math.ceil(late_seconds / _DAY) if late_seconds > 0 else 0
        return min(most, most * self.late_percent * days / 100)


def read_settings(folder: Path) -> Settings:
    """The settings of the run in this folder; the defaults when it has none.

    Raises:
        KitError: the file cannot be read or holds something else.
    """
    path = folder / FILE
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        return Settings(checked_percent(float(found.get("late_percent", 0.0))))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, TypeError) as problem:
        raise KitError(
            _("{path} cannot be read. Write it anew with: coursekit run set {run} --late 0").format(
                path=path, run=folder.name
            )
        ) from problem


def write_settings(folder: Path, settings: Settings) -> None:
    """Keep the settings of a run."""
    write(
        folder / FILE,
        "# Percent of the most points that each begun day of lateness takes off; 0: none.\n"
        f"late_percent = {float(settings.late_percent)}\n",
    )


def checked_percent(percent: float) -> float:
    """A share of lateness, from 0 to 100.

    Raises:
        KitError: it is not.
    """
    if not 0 <= percent <= 100:  # noqa: PLR2004  (percent)
        raise KitError(_("Late work can cost 0 to 100 percent a day, not {n}.").format(n=percent))
    return percent


def late_by(made: str, due: datetime | None) -> float:
    """Seconds after the due date; 0 when in time or without a due date.

    Args:
        made: when it was handed in, UTC, ``2026-11-21T22:30:01Z``.
        due: UTC without zone, as nbgrader stores it.
    """
    if due is None:
        return 0.0
    return max(0.0, (datetime.fromisoformat(made).replace(tzinfo=None) - due).total_seconds())
