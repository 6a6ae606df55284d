from __future__ import annotations

import struct
from typing import Any

import pytest

from coursekit.sandbox import seccomp
from coursekit.sandbox.rerun import same, told


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        (7, 7.0, True),
        (1 / 3, 0.33333333, True),
        (0.3333, 1 / 3, True),
        (0.33, 1 / 3, False),
        (True, 1, False),
        ("a", "a", True),
        (["a", 1.0], ["a", 1], True),
        (["a", "b"], ["b", "a"], False),
        ([1], [1, 2], False),
        ({"x": [1]}, {"x": [1.0000000001]}, True),
        ({"x": 1}, {"y": 1}, False),
        (None, 0, False),
    ],
)
def test_values_are_compared_as_plain_data(one: Any, other: Any, *, equal: bool) -> None:
    assert same(one, other) is equal
    assert same(other, one) is equal


@pytest.mark.parametrize(
    "output", [b"", b"[]", b"{", b'{"answers": 1, "errors": {}}', b"[" * 100_000, b'{"errors": 1}']
)
def test_output_that_is_none_tells_nothing(output: bytes) -> None:
    assert told(output) == ({}, {})


class Kernel:
    """Reads a filter as the kernel does: the few instructions that it uses."""

    def __init__(self, program: bytes) -> None:
        self.lines = [struct.unpack_from("=HBBI", program, n) for n in range(0, len(program), 8)]

    def says(self, number: int, argument: int = 0, architecture: int = 0xC000003E) -> int:
        data = {0: number, 4: architecture, 16: argument}
        place = value = 0
        while True:
            code, if_true, if_false, constant = self.lines[place]
            place += 1
            if code == 0x20:
                value = data[constant]
            elif code == 0x06:
                return constant
            else:
                holds = {
                    0x15: value == constant,
                    0x45: bool(value & constant),
                    0x35: value >= constant,
                }[code]
                place += if_true if holds else if_false


ALLOW, REFUSE, UNKNOWN, KILL = 0x7FFF0000, 0x00050001, 0x00050026, 0x80000000


def test_the_filter_lets_threads_be_made_and_processes_not() -> None:
    kernel = Kernel(seccomp.program("x86_64"))
    assert kernel.says(0) == ALLOW  # read
    assert kernel.says(56, 0x00010000) == ALLOW  # clone of a thread
    assert kernel.says(56, 0x11) == REFUSE  # clone of a process
    assert kernel.says(57) == kernel.says(58) == REFUSE  # fork, vfork
    assert kernel.says(435) == UNKNOWN  # clone3
    assert kernel.says(101) == kernel.says(425) == REFUSE  # ptrace, io_uring_setup
    assert kernel.says(57 + 0x40000000) == REFUSE  # the other way to number calls
    assert kernel.says(0, architecture=0x40000003) == KILL  # 32 bit


def test_other_computers_are_known_or_not() -> None:
    arm = Kernel(seccomp.program("aarch64"))
    assert arm.says(220, 0x11, 0xC00000B7) == REFUSE
    assert arm.says(220, 0x00010000, 0xC00000B7) == ALLOW
    assert not seccomp.known("riscv64")
