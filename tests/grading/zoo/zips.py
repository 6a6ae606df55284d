"""Zips that want to be more than a few files."""

from __future__ import annotations

import io
import stat
import struct
import warnings
import zipfile
from collections.abc import Callable

from grading import people
from grading.tiny_course import MODULE
from grading.zoo.scene import BEFORE, GOOD, Scene, kind

ZIP = {"stock": "zip"}


def made(fill: Callable[[zipfile.ZipFile], None]) -> bytes:
    """A packed zip."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        fill(archive)
    return target.getvalue()


@kind("a good zip of the exercise folder", "graded", **ZIP)
def good_zip(scene: Scene) -> None:
    scene.zip(people.zipped(scene.files))


@kind("a good hand-in file of the home page", "graded", **ZIP)
def good_bundle(scene: Scene) -> None:
    path = people.bundle(scene.inbox / scene.seat, scene.course, MODULE, int(scene.seat[1:]), GOOD)
    path.rename(scene.inbox / f"{scene.seat}.zip")
    path.parent.rmdir()


@kind("a hand-in file with a changed answer", "refused: bad-bundle", None, **ZIP)
def forged_bundle(scene: Scene) -> None:
    good_bundle(scene)
    path = scene.inbox / f"{scene.seat}.zip"
    with zipfile.ZipFile(path) as old:
        files = {name: old.read(name) for name in old.namelist()}
    name = f"{MODULE}/answers.json"
    path.write_bytes(people.zipped(files | {name: files[name].replace(b'"b"', b'"a"')}))


@kind("a hand-in file with a file too many", "refused: bad-bundle", None, **ZIP)
def stuffed_bundle(scene: Scene) -> None:
    good_bundle(scene)
    with zipfile.ZipFile(scene.inbox / f"{scene.seat}.zip", "a") as archive:
        archive.writestr("kit.py", "1")


@kind("a hand-in file without its list of contents", "graded", **ZIP)
def bundle_without_manifest(scene: Scene) -> None:
    good_bundle(scene)
    path = scene.inbox / f"{scene.seat}.zip"
    with zipfile.ZipFile(path) as old:
        files = {name: old.read(name) for name in old.namelist() if name != "manifest.json"}
    path.write_bytes(people.zipped(files))


@kind("a zip cut off in the middle", "refused: not-a-zip", None, **ZIP)
def cut_zip(scene: Scene) -> None:
    scene.zip(people.zipped(scene.files)[:2000])


@kind("an empty file called .zip", "refused: not-a-zip", None, **ZIP)
def empty_zip(scene: Scene) -> None:
    scene.zip(b"")


@kind("a zip with one damaged file", "refused: damaged-entry", None, **ZIP)
def damaged_entry(scene: Scene) -> None:
    data = bytearray(people.zipped(scene.files))
    data[data.index(b'"seed"')] ^= 0xFF
    scene.zip(bytes(data))


@kind("a zip bomb: 500 MB of blanks as answers", "refused: too-big", None, **ZIP)
def bomb(scene: Scene) -> None:
    def fill(archive: zipfile.ZipFile) -> None:
        with archive.open(f"{MODULE}/answers.json", "w", force_zip64=True) as file:
            for _ in range(500):
                file.write(b" " * 1_000_000)

    scene.zip(made(fill))


@kind("a bomb whose zip says it is small", "refused: damaged-entry", None, **ZIP)
def lying_bomb(scene: Scene) -> None:
    size = 20_000_000
    name = f"{MODULE}/answers.json"
    data = made(lambda archive: archive.writestr(name, b" " * size))
    scene.zip(data.replace(struct.pack("<L", size), struct.pack("<L", 100)))


@kind("a zip of thirty thousand empty files", "refused: too-many-files", None, **ZIP)
def many_files(scene: Scene) -> None:
    scene.zip(people.zipped({f"f{n}": b"" for n in range(30_000)}))


@kind("a zip in a zip in a zip in a zip", "refused: nested", None, **ZIP)
def russian_doll(scene: Scene) -> None:
    data = people.zipped(scene.files)
    for _ in range(5):
        data = people.zipped({"inner.zip": data})
    scene.zip(data)


@kind("a path that leads out of the zip", "refused: path", None, **ZIP)
def zip_slip(scene: Scene) -> None:
    scene.zip(people.zipped({f"../../{BEFORE}/{MODULE}/answers.json": b"{}"}))


@kind("an absolute path", "refused: path", None, **ZIP)
def absolute_path(scene: Scene) -> None:
    scene.zip(people.zipped({f"{scene.proof}": b"ran"}))


@kind("a Windows path that leads out", "refused: path", None, **ZIP)
def backslash_path(scene: Scene) -> None:
    scene.zip(people.zipped({"..\\..\\answers.json": b"{}"}))


@kind("a link in a zip", "refused: link", None, **ZIP)
def link_in_zip(scene: Scene) -> None:
    def fill(archive: zipfile.ZipFile) -> None:
        entry = zipfile.ZipInfo(f"{MODULE}/answers.json")
        entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        archive.writestr(entry, "/etc/passwd")

    scene.zip(made(fill))


@kind("a device in a zip", "refused: link", None, **ZIP)
def device_in_zip(scene: Scene) -> None:
    def fill(archive: zipfile.ZipFile) -> None:
        entry = zipfile.ZipInfo(f"{MODULE}/answers.json")
        entry.create_system, entry.external_attr = 3, (stat.S_IFBLK | 0o777) << 16
        archive.writestr(entry, b"")

    scene.zip(made(fill))


@kind("the same name twice in a zip", "graded after repair: answers-unread", **ZIP)
def name_twice(scene: Scene) -> None:
    def fill(archive: zipfile.ZipFile) -> None:
        for name, data in scene.files.items():
            archive.writestr(name, data)
        archive.writestr(f"{MODULE}/answers.json", b"{}")

    with warnings.catch_warnings(action="ignore"):  # that the name is there already
        scene.zip(made(fill))


@kind("a zip with a password", "refused: locked", None, **ZIP)
def locked_zip(scene: Scene) -> None:
    data = bytearray(people.zipped({f"{MODULE}/answers.json": b"{}"}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    scene.zip(bytes(data))


@kind("a zip without anything of the course", "refused: foreign", None, **ZIP)
def foreign_zip(scene: Scene) -> None:
    scene.zip(people.zipped({"holiday.jpg": b"\xff\xd8"}))


@kind("the whole workspace, lessons and all languages", "graded", **ZIP)
def whole_workspace(scene: Scene) -> None:
    mine = {f"workspace/exercises/en/{name}": data for name, data in scene.files.items()}
    for code in ("fr", "es"):
        path = scene.course / "exercises" / code / MODULE / f"{MODULE}.ipynb"
        mine[f"workspace/exercises/{code}/{MODULE}/{MODULE}.ipynb"] = path.read_bytes()
    lesson = people.saved({"p1": 3}, MODULE).replace(b'"exercise"', b'"lesson"')
    mine[f"workspace/modules/en/{MODULE}/answers.json"] = lesson
    scene.zip(people.zipped(mine))
