"""Hand-ins packed, named and dated in odd ways, by platforms, browsers and systems."""

from __future__ import annotations

import io
import shutil
import struct
import unicodedata
import zipfile

from grading import people
from grading.tiny_course import MODULE
from grading.zoo.scene import GOOD, Scene, kind
from grading.zoo.zips import ZIP, good_bundle, made

FLAT = "José Núñez_9{number}_assignsubmission_file_{name}"


def handed_in(scene: Scene) -> dict[str, bytes]:
    """The files of a hand-in file of the home page, which is taken away."""
    good_bundle(scene)
    path = scene.inbox / f"{scene.seat}.zip"
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    path.unlink()
    return files


@kind("Moodle's download without folders", "graded", **ZIP)
def flat_download(scene: Scene) -> None:
    files = {FLAT.format(number=scene.seat[1:], name=n.split("/")[1]): d
             for n, d in scene.files.items()}  # fmt: skip
    scene.zip(people.zipped(files))


@kind("only an archive of another program", "refused: no-work", None)
def only_rar(scene: Scene) -> None:
    place = scene.inbox / scene.seat
    place.mkdir()
    (place / "work.rar").write_bytes(b"Rar!\x1a\x07\x00")


@kind("the exercise opened in French afterwards, without answers", "graded")
def opened_again(scene: Scene) -> None:
    scene.folder()
    again = scene.inbox / scene.seat / "fr" / MODULE
    people.exercise(again, scene.course, MODULE, {}, "fr", 5)
    (again / "timestamp.txt").write_text("2024-01-10 17:00:00.0 UTC\n")


@kind("an exchange folder in a zip of its own", "graded", **ZIP)
def exchange_zip(scene: Scene) -> None:
    name = f"José Zoë+{MODULE}+2024-01-10 12:00:00.123456 UTC+Zm9v"
    scene.zip(people.zipped({f"{name}/{n.split('/')[1]}": d for n, d in scene.files.items()}))


@kind("a hand-in file called .zip.txt by the mail program", "graded", stock="none")
def zip_txt(scene: Scene) -> None:
    good_bundle(scene)
    path = scene.inbox / f"{scene.seat}.zip"
    path.rename(path.with_suffix(".zip.txt"))


@kind("a hand-in file unpacked by the browser and packed again", "graded", **ZIP)
def packed_again(scene: Scene) -> None:
    top = f"handin_{people.seat(int(scene.seat[1:]))}_20240110T120000Z"
    files = {f"{top}/{name}": data for name, data in handed_in(scene).items()}
    scene.zip(people.zipped({**files, f"__MACOSX/{top}/._manifest.json": b"\0\5\x16\7"}))


@kind("backslashes in the paths of a zip", "graded", **ZIP)
def backslashes(scene: Scene) -> None:
    scene.zip(people.zipped({name.replace("/", "\\"): d for name, d in scene.files.items()}))


@kind("a drive letter before the paths of a zip", "refused: path", None, **ZIP)
def drive(scene: Scene) -> None:
    scene.zip(people.zipped({f"C:\\work\\{name}": data for name, data in scene.files.items()}))


@kind("one name in two forms of Unicode, in one zip", "graded", **ZIP)
def two_forms(scene: Scene) -> None:
    files = scene.files
    scene.zip(
        people.zipped(
            {
                f"{unicodedata.normalize(form, 'José')}/{name}": data
                for form in ("NFC", "NFD")
                for name, data in files.items()
            }
        )
    )


@kind("a zip in the format for files above 4 GB", "graded", **ZIP)
def zip64(scene: Scene) -> None:
    def fill(archive: zipfile.ZipFile) -> None:
        for name, data in scene.files.items():
            with archive.open(name, "w", force_zip64=True) as file:
                file.write(data)

    scene.zip(made(fill))


@kind("a zip packed with LZMA, and damaged", "refused: packing", None, **ZIP)
def lzma(scene: Scene) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("answers.json", scene.files[f"{MODULE}/answers.json"])
    data = bytearray(target.getvalue())
    data[70:-200] = bytes(sign ^ 0x5A for sign in data[70:-200])
    scene.zip(bytes(data))


@kind("a zip with dates that are none", "graded", **ZIP)
def no_dates(scene: Scene) -> None:
    data = bytearray(people.zipped(scene.files))
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        data[place + 12 : place + 16] = struct.pack("<L", 0xFFFFFFFF)
        place = data.find(b"PK\x01\x02", place + 4)
    scene.zip(bytes(data))


@kind("a zip saved under the name of the notebook", "refused: no-notebook-inside", None)
def zip_as_notebook(scene: Scene) -> None:
    data = people.zipped(scene.files)
    place = scene.folder(GOOD)
    shutil.rmtree(place)
    place.mkdir()
    (place / f"{MODULE}.ipynb").write_bytes(data)
