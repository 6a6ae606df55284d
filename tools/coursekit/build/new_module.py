"""A skeleton of a module: one example of each common kind of question, ready to build."""

from __future__ import annotations

import json
from pathlib import Path
from string import Template

from coursekit.build.compose import read_sources
from coursekit.build.problems import Report
from coursekit.course import MODULE_ID, SOURCE, course_root, load_course
from coursekit.errors import KitError
from coursekit.i18n.catalog import po_bytes, updated, write_if_changed
from coursekit.i18n.languages import translated
from coursekit.i18n.modules import module_wanted

_SKELETON = Path(__file__).with_name("skeleton")


def new_module(name: str, title: str, root: Path | None = None) -> list[Path]:
    """Write the source of a new module, with PO files that list what is to translate.

    Returns:
        The files written.

    Raises:
        KitError: the name is no module name, or taken; or the title is empty.
    """
    base = course_root(root)
    folder = base / SOURCE / name
    if not MODULE_ID.match(name):
        raise KitError(f"{name!r} is no module name; write one like m05_permits")
    if folder.exists():
        raise KitError(f"{folder.relative_to(base).as_posix()} exists already; nothing was written")
    if not title.strip():
        raise KitError("the title is empty; write it in quotes after the name")
    values = {
        "id": name,
        "title": json.dumps(title.strip(), ensure_ascii=False),
        "heading": title.strip(),
        "order": str(_free_place(base, int(name[1:3]))),
    }
    written = []
    for template in sorted(_SKELETON.iterdir()):
        path = folder / template.name.removesuffix(".txt")
        text = Template(template.read_text(encoding="utf-8")).substitute(values)
        write_if_changed(path, text.encode("utf-8"))
        written.append(path)
    return [*written, *_po_files(base, name)]


def _free_place(base: Path, wish: int) -> int:
    report = Report()
    taken = {module.order for module in load_course(base, report).modules}
    return wish if wish not in taken else max(taken) + 1


def _po_files(base: Path, name: str) -> list[Path]:
    sources = read_sources(load_course(base), Report())
    module = next(module for module in sources.modules if module.id == name)
    paths = []
    for language in translated(base):
        catalog = updated(None, module_wanted(module), language, f"Translation of {name}")
        path = module.folder / f"{language}.po"
        write_if_changed(path, po_bytes(catalog, lines=True))
        paths.append(path)
    return paths
