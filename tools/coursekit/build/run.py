"""One build from start to end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from coursekit.build.compose import Files, compose, read_sources
from coursekit.build.problems import Report
from coursekit.build.tree import SHIPMENTS, Difference, compare, write
from coursekit.course import HOME, Course, load_course
from coursekit.errors import KitError
from coursekit.i18n.languages import languages
from coursekit.i18n.overlay import translations_for
from coursekit.i18n.package_checks import check_packages


@dataclass(frozen=True)
class Outcome:
    """What a build found: its files, and how the disk differs (or differed) from them."""

    files: Files
    difference: Difference


def build(
    root: Path | None = None,
    only_languages: Iterable[str] = (),
    only_modules: Iterable[str] = (),
    *,
    check: bool = False,
) -> Outcome:
    """Build the course, or compare it with the disk.

    Args:
        root: the course's folder; the checkout by default.
        only_languages: codes; all by default.
        only_modules: module ids, or ``home``; all by default.
        check: compare only, write nothing.

    Raises:
        BuildError: the source is faulty; all problems together, and nothing was written.
        KitError: no such language, module or course.
    """
    report = Report()
    course = load_course(root, report)
    report.stop_if_any()
    codes = _chosen_languages(course, only_languages)
    names = _chosen_modules(course, only_modules)
    sources = read_sources(course, report, names)
    report.stop_if_any()
    texts = translations_for(sources, codes, names, course.root, report)
    if check and not names:
        check_packages(course.root, report)
    report.stop_if_any()
    files = compose(course, sources, texts)
    if not (names or tuple(only_languages)):
        files |= _shipped_data(course.root)
    difference = compare(course.root, files, _concerns(tuple(only_languages), names))
    if not check:
        write(course.root, files, difference)
    return Outcome(files, difference)


def _shipped_data(root: Path) -> Files:
    """The synthetic data that participants get; a course without data folder ships none."""
    if not (root / SHIPMENTS).is_dir():
        return {}
    from coursekit.data.shipments import contents

    return {SHIPMENTS / name: content for name, content in contents().items()}


def _chosen_languages(course: Course, wanted: Iterable[str]) -> tuple[str, ...]:
    known = languages(course.root)
    for code in wanted:
        if code not in known:
            raise KitError(f"there is no language {code!r}; there is {', '.join(known)}")
    return tuple(code for code in known if code in set(wanted)) or known


def _chosen_modules(course: Course, wanted: Iterable[str]) -> tuple[str, ...]:
    known = [module.id for module in course.modules] + ([HOME] if course.home else [])
    for name in wanted:
        if name not in known:
            raise KitError(f"there is no module {name!r}; there is {', '.join(known)}")
    return tuple(name for name in known if name in set(wanted))


def _concerns(codes: tuple[str, ...], names: tuple[str, ...]) -> Callable[[PurePosixPath], bool]:
    def concerns(path: PurePosixPath) -> bool:
        _tree, code, *rest = path.parts
        if codes and code not in codes:
            return False
        return not names or bool(rest and rest[0].split(".")[0] in names)

    return concerns
