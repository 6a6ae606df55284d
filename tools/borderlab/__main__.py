"""The command ``borderlab``; see `borderlab.documents.command`."""

from __future__ import annotations

from borderlab.documents.command import main

__all__ = ["main"]

if __name__ == "__main__":
    raise SystemExit(main())
