"""A run: one course given to one group, pinned to the kit's content of that day.

Layout of ``runs/NAME/``, which is also a course folder for plain ``nbgrader`` commands::

    run.toml  nbgrader_config.py  gradebook.db
    source/<module>/  release/<language>/<module>/  keys/<language>/<module>.key.json
    submitted/  autograded/  feedback/  reports/
"""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from borderlab.i18n import LANGUAGES
from borderlab.paths import checkout
from coursekit.errors import KitError
from coursekit.grading import names, nbgrader_settings
from coursekit.grading.codes import codes_of
from coursekit.grading.files import write
from coursekit.grading.pin import pin, settings_text, sha256
from coursekit.grading.settings import Settings, write_settings
from coursekit.grading.text import _

WORK = ("submitted", "autograded", "feedback", "reports")


@dataclass(frozen=True, slots=True)
class Run:
    """A run on disk.

    Attributes:
        folder: where it lies.
        kit: version of the kit whose content is pinned.
        languages: codes of the editions that are pinned, English first.
        assignments: ids of the modules that are graded, in course order.
        after: name of the run before it, to which work of the older version goes; or "".
    """

    folder: Path
    kit: str
    languages: tuple[str, ...]
    assignments: tuple[str, ...]
    after: str = ""

    @property
    def db_url(self) -> str:
        """Address of the gradebook for SQLAlchemy."""
        return f"sqlite:///{(self.folder / 'gradebook.db').as_posix()}"

    def place(self, step: str, *parts: str) -> Path:
        """A folder or file of the run, such as ``place("feedback", seat, assignment)``."""
        return self.folder.joinpath(step, *parts)


def runs_folder() -> Path:
    """Where runs are kept: ``runs`` in the checkout, or in the current folder for a wheel."""
    return (checkout() or Path.cwd()) / "runs"


def new_run(  # noqa: PLR0913  (what a trainer may choose, all with defaults)
    name: str,
    modules: Sequence[str] | None = None,
    languages: Sequence[str] | None = None,
    *,
    course: Path | None = None,
    runs: Path | None = None,
    after: str = "",
) -> Run:
    """Make a run with pinned copies of the course and an empty gradebook.

    Args:
        name: letters, digits, ``_`` and ``-``.
        modules: modules to grade; default all that have an exercise.
        languages: editions to pin besides English; default all of the kit.
        course: folder that holds ``solutions`` and ``exercises``; default the checkout.
        runs: folder for the run; default `runs_folder`.
        after: name of a run that this one follows: what was handed in too late for it, made
            from its version of the course, is then graded there.

    Raises:
        KitError: the name is not usable or taken, or a module, language or run is not there.
    """
    if not names.valid_run_name(name):
        raise KitError(
            _(
                "“{name}” cannot be the name of a run. Use letters without accents, digits, "
                "“-” and “_”, for example “lima-2027”."
            ).format(name=name)
        )
    folder = (runs or runs_folder()) / name
    if folder.exists():
        raise KitError(
            _("There is already a run “{name}” in {folder}. Choose another name.").format(
                name=name, folder=folder.parent
            )
        )
    root = course or checkout()
    if root is None:
        raise KitError(_("Runs are made in a checkout of the kit: it holds the solutions."))
    if after:
        open_run(after, folder.parent)
    chosen = _modules(root, modules)
    fresh = folder.with_name(f".{name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(mode=0o700, parents=True)
    try:
        _fill(fresh, root, chosen, _languages(languages), after)
        fresh.rename(folder)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    return open_run(folder)


def open_run(run: str | Path, runs: Path | None = None) -> Run:
    """The run of this name (in ``runs``, default `runs_folder`) or in this folder.

    Raises:
        KitError: there is none, or a pinned file was changed since it was made.
    """
    folder = Path(run)
    if not (folder / "run.toml").is_file():
        folder = (runs or runs_folder()) / run
    try:
        stored = tomllib.loads((folder / "run.toml").read_text(encoding="utf-8"))
        found = Run(
            folder.resolve(),
            str(stored["kit"]),
            tuple(stored["languages"]),
            tuple(stored["assignments"]),
            str(stored.get("after", "")),
        )
        pinned: dict[str, str] = stored["files"]
    except (FileNotFoundError, NotADirectoryError):
        raise KitError(_no_run(run, runs or runs_folder())) from None
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise KitError(
            _("{path} cannot be read: {problem}. Put back a copy of the run's folder.").format(
                path=folder / "run.toml", problem=problem
            )
        ) from None
    for name, digest in pinned.items():
        path = folder / name
        if not path.is_file() or sha256(path) != digest:
            raise KitError(
                _(
                    "{file} is not as it was when the run “{name}” was made. "
                    "Put the original back, or make a new run."
                ).format(file=path, name=folder.name)
            )
    return found


def _no_run(run: str | Path, runs: Path) -> str:
    """There is none of this name; which ones there are."""
    name = Path(run).name
    there = ", ".join(sorted(path.parent.name for path in runs.glob("*/run.toml"))[:20])
    if not there:
        return _("There is no run in {folder}. Make one with: coursekit run new {name}").format(
            folder=runs.resolve(), name=name if names.valid_run_name(name) else "NAME"
        )
    if not names.valid_run_name(name):
        return _("“{name}” is no run. There is: {there}.").format(name=run, there=there)
    return _(
        "There is no run “{name}”. There is: {there}. Make one with: coursekit run new {name}"
    ).format(name=name, there=there)


def _modules(root: Path, wanted: Sequence[str] | None) -> tuple[str, ...]:
    solutions = root / "solutions" / "en"
    there = sorted(path.parent.name for path in solutions.glob("*/*.ipynb"))
    unknown = sorted(set(wanted or ()) - set(there))
    if unknown or not there:
        raise KitError(
            _("No solution for {modules} in {folder}. There is: {there}. {advice}").format(
                modules=", ".join(unknown) or "…",
                folder=solutions,
                there=", ".join(there) or "…",
                advice=_("If it is missing, run: coursekit build"),
            )
        )
    return tuple(name for name in there if wanted is None or name in wanted)


def _languages(wanted: Iterable[str] | None) -> tuple[str, ...]:
    chosen = {"en", *(LANGUAGES if wanted is None else wanted)}
    unknown = sorted(chosen - set(LANGUAGES))
    if unknown:
        raise KitError(
            _("There is no language {unknown}. There is: {there}.").format(
                unknown=", ".join(unknown), there=", ".join(LANGUAGES)
            )
        )
    return tuple(code for code in LANGUAGES if code in chosen)


def _fill(
    folder: Path, root: Path, modules: Sequence[str], languages: Sequence[str], after: str
) -> None:
    """Copy what is pinned, write the settings and register the assignments."""
    from coursekit.grading.register import register

    pin(folder, root, modules, languages)
    for step in WORK:
        (folder / step).mkdir()
    codes_of(folder)  # makes the secret
    write_settings(folder, Settings())
    write(folder / "nbgrader_config.py", nbgrader_settings.TEXT)
    register(folder, modules)
    write(folder / "run.toml", settings_text(folder, modules, languages, after))
