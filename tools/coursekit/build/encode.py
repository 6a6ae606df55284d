"""Bytes that are the same on every build and every machine."""

from __future__ import annotations

import json
from typing import Any


def notebook_bytes(notebook: dict[str, Any]) -> bytes:
    """A notebook as Jupyter writes it, with LF line ends and one at the end."""
    import nbformat

    text: str = nbformat.writes(nbformat.from_dict(notebook), version=4)
    return (text.rstrip("\n") + "\n").encode("utf-8")


def json_bytes(data: dict[str, Any]) -> bytes:
    """JSON with its keys in the order given, readable, with LF line ends."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
