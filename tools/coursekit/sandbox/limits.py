"""What code in the sandbox may use."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one run.

    Attributes:
        seconds: from start to end, waiting included.
        cpu_seconds: of computing.
        memory_bytes: address space; numpy, pandas and matplotlib need about 1 GB of it.
        file_bytes: of one file.
        disk_bytes: of all files together; they lie in memory.
        open_files: files open at once.
        output_bytes: of what comes back.
    """

    seconds: float = 60.0
    cpu_seconds: int = 30
    memory_bytes: int = 2_000_000_000
    file_bytes: int = 16_000_000
    disk_bytes: int = 64_000_000
    open_files: int = 128
    output_bytes: int = 600_000

    def plain(self) -> dict[str, float]:
        """As JSON can hold it."""
        return asdict(self)
