"""Pictures: shipped with the module, described in words, and used."""

from __future__ import annotations

from coursekit.build import markdown
from coursekit.build.part import ModuleSource
from coursekit.build.problems import Report
from coursekit.build.texts import Text, module_texts


def files(module: ModuleSource, report: Report) -> None:
    """Every file that the module ships is used."""
    texts = [cell.source.text for part in module.parts for cell in part.cells]
    for path in sorted((module.folder / "files").glob("**/*")):
        name = path.relative_to(module.folder).as_posix()
        if path.is_file() and not any(name in text for text in texts):
            report.add(
                module.parts[0].file.place(1),
                f"{name} is shipped but no cell mentions it",
                "use it, or delete the file",
            )


def images(module: ModuleSource, report: Report) -> None:
    """Every picture is a file of the module and has an alternative text."""
    for text in module_texts(module):
        for image in markdown.images(text.text):
            _image(module, text, image, report)


def _image(module: ModuleSource, text: Text, image: markdown.Image, report: Report) -> None:
    place = text.where(image.line)
    if not image.alt:
        report.add(
            place,
            f"picture {image.target!r} has no alternative text",
            "write ![what the picture shows](files/name.png)",
        )
    if not image.target.startswith("files/") or ".." in image.target:
        report.add(
            place,
            f"picture {image.target!r} is not shipped with the module",
            "put it into the module's folder files and write files/name.png",
        )
    elif not (module.folder / image.target).is_file():
        report.add(place, f"there is no file {image.target!r}", "add it, or correct the name")
