"""Reading hand-ins that nobody's kit has made."""

import hashlib
import io
import json
import stat
import struct
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderlab.answers import Answers, BundleError, Record, bundle, new_seat, read_bundle
from borderlab.answers.codec import encode

ANSWERS = encode(Answers("m00", "exercise", "fr", "0.1.0", 5, {"q1": Record("b", rev=1)}))
FILES = {"m00/answers.json": ANSWERS}


def manifest(packed: dict[str, bytes], **changes: Any) -> bytes:
    head = {"schema": 1, "kit": "0.1.0", "seat": new_seat(), "language": "fr", "notes": {}}
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in packed.items()}
    return json.dumps({**head, "made": "2026-11-21T22:31:00Z", "files": sums, **changes}).encode()


def zipped(packed: dict[str, bytes] = FILES, *, extra: Any = (), **changes: Any) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", manifest(packed, **changes))
        for name, data in [*packed.items(), *extra]:
            archive.writestr(name, data)
    return target.getvalue()


def link(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


def test_a_good_hand_in_is_read() -> None:
    assert read_bundle(zipped()).exercises["m00"].answers is not None


@pytest.mark.parametrize("name", ["__MACOSX/._m00", "m00/.DS_Store", "m00/"])
def test_what_computers_add_on_their_own_is_passed_over(name: str) -> None:
    assert read_bundle(zipped(extra=[(name, b"")])).exercises


@pytest.mark.parametrize(
    "name",
    ["../m00/answers.json", "/m00/answers.json", "m00/../../x.ipynb", "m00/kit.py", "m00\\a.json",
     "m00/other.ipynb", "C:/m00/answers.json", "lessons/m00/m00.ipynb", "a/b/answers.json"],
)  # fmt: skip
def test_a_file_that_does_not_belong_there_is_refused(name: str) -> None:
    with pytest.raises(BundleError, match="does not belong"):
        read_bundle(zipped({**FILES, name: b"{}"}))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_repeated_file_is_refused() -> None:
    with pytest.raises(BundleError, match="does not belong"):
        read_bundle(zipped(extra=FILES.items()))


def test_a_link_is_refused() -> None:
    with pytest.raises(BundleError, match="link"):
        read_bundle(zipped({}, extra=[(link("m00/m00.ipynb"), b"/etc/passwd")]))


def test_bombs_are_refused_without_unpacking_them() -> None:
    data = zipped({**FILES, "m00/m00.ipynb": b"0" * 50_000_000})
    assert len(data) < 100_000
    tracemalloc.start()
    try:
        with pytest.raises(BundleError, match="too large"):
            read_bundle(data)
        assert tracemalloc.get_traced_memory()[1] < 3 * bundle.MAX_NOTEBOOK
    finally:
        tracemalloc.stop()


def test_an_entry_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(zipped({"m00/m00.ipynb": b"0" * 5_000_000}))
    place = data.rindex(b"PK\x01\x02") + 24
    data[place : place + 4] = struct.pack("<I", 10)
    with pytest.raises(BundleError):
        read_bundle(bytes(data))


def test_many_entries_are_refused() -> None:
    files = {f"m{n}/answers.json": b"" for n in range(bundle.MAX_ENTRIES)}
    with pytest.raises(BundleError, match="too large"):
        read_bundle(zipped(files))


def test_unusual_compression_is_refused() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("manifest.json", manifest({}))
    with pytest.raises(BundleError, match="unusual"):
        read_bundle(target.getvalue())


@pytest.mark.parametrize(
    "changes",
    [{"seat": "K7F3"}, {"seat": None}, {"schema": 2}, {"kit": "../x"}, {"made": "now"},
     {"files": []}, {"notes": {"a": 1}}, {"points": 100}, {"language": "<script>"}],
)  # fmt: skip
def test_a_wrong_manifest_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(BundleError, match=r"list of contents|seat code"):
        read_bundle(zipped(**changes))


def test_added_missing_and_changed_files_are_noticed() -> None:
    wrong = {"m00/answers.json": "0" * 64}
    with pytest.raises(BundleError, match="changed"):
        read_bundle(_with_sums(wrong))
    with pytest.raises(BundleError, match="incomplete"):
        read_bundle(_with_sums({}))
    with pytest.raises(BundleError, match="incomplete"):
        read_bundle(_with_sums({**wrong, "m07/answers.json": "0" * 64}))


def _with_sums(sums: dict[str, str]) -> bytes:
    return zipped(files=sums)


def test_answers_of_another_module_are_a_problem_of_their_own_row() -> None:
    found = read_bundle(zipped({"m00/answers.json": ANSWERS, "m07/answers.json": ANSWERS}))
    assert found.exercises["m00"].answers is not None
    assert found.exercises["m07"].answers is None
    assert "m00" in found.problems["m07/answers.json"]


@given(st.binary(max_size=200), st.integers(0, 400), st.integers(0, 255))
def test_only_one_kind_of_error_is_ever_raised(noise: bytes, place: int, byte: int) -> None:
    data = bytearray(zipped())
    data[place % len(data)] = byte
    for content in (bytes(data), noise, bytes(data)[:place]):
        try:
            read_bundle(content)
        except BundleError:
            continue


def test_a_path_that_is_no_file(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.zip"):
        with pytest.raises(BundleError):
            read_bundle(path)
