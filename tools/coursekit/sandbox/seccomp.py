"""The system calls that code in the sandbox may not make, as a filter for the kernel.

``RLIMIT_NPROC`` does not bind root, so new processes are refused here: threads may be made, as
numpy does, processes not. Calls that a program never needs and an attack on the kernel often does
are refused as well. See seccomp(2) and the kernel's ``seccomp_filter`` document.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass

_LOAD, _EQUAL, _ANY_BIT, _AT_LEAST, _RETURN = 0x20, 0x15, 0x45, 0x35, 0x06
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16  # offsets in struct seccomp_data
_ALLOW, _KILL, _ERROR = 0x7FFF0000, 0x80000000, 0x00050000
_EPERM, _ENOSYS = 1, 38
_CLONE_THREAD = 0x00010000
_X32 = 0x40000000  # a second way to number the calls on x86-64


@dataclass(frozen=True, slots=True)
class _Machine:
    architecture: int
    clone: int
    clone3: int
    refused: tuple[int, ...]


_CALLS = (
    "ptrace mount umount2 pivot_root unshare setns keyctl add_key request_key bpf perf_event_open "
    "userfaultfd io_uring_setup process_vm_readv process_vm_writev init_module finit_module "
    "kexec_load fork vfork"
)  # in this order below; the last two are x86-64 only
_X86 = "101 165 166 155 272 308 250 248 249 321 298 323 425 310 311 175 313 246 57 58"
_ARM = "117 40 39 41 97 268 219 217 218 280 241 282 425 270 271 105 273 104"
_MACHINES: Mapping[str, _Machine] = {
    "x86_64": _Machine(0xC000003E, 56, 435, tuple(map(int, _X86.split()))),
    "aarch64": _Machine(0xC00000B7, 220, 435, tuple(map(int, _ARM.split()))),
}


def known(machine: str) -> bool:
    """Whether there is a filter for this kind of computer (as ``platform.machine`` names it)."""
    return machine in _MACHINES


def program(machine: str) -> bytes:
    """The filter as the kernel reads it: an array of ``struct sock_filter``.

    Raises:
        KeyError: there is none for this kind of computer.
    """
    this = _MACHINES[machine]
    lines = [
        _line(_LOAD, _ARCHITECTURE),
        _line(_EQUAL, this.architecture, 1, 0),
        _line(_RETURN, _KILL),
        _line(_LOAD, _NUMBER),
        _line(_AT_LEAST, _X32, 0, 1),
        _line(_RETURN, _ERROR | _EPERM),
        # An unknown clone3 makes the C library fall back to clone, whose flags can be seen.
        _line(_EQUAL, this.clone3, 0, 1),
        _line(_RETURN, _ERROR | _ENOSYS),
    ]
    for number in this.refused:
        lines += [_line(_EQUAL, number, 0, 1), _line(_RETURN, _ERROR | _EPERM)]
    lines += [
        _line(_EQUAL, this.clone, 0, 3),
        _line(_LOAD, _FIRST_ARGUMENT),
        _line(_ANY_BIT, _CLONE_THREAD, 1, 0),
        _line(_RETURN, _ERROR | _EPERM),
        _line(_RETURN, _ALLOW),
    ]
    return b"".join(lines)


def _line(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("=HBBI", code, if_true, if_false, value)
