"""The headings of a lesson by their key, so that feedback can say where to read again."""

from __future__ import annotations

import json
import re
from pathlib import Path

_HEADING = re.compile(r'<a id="(?P<key>[A-Za-z0-9_-]+)"></a>\s*#+ +(?P<title>[^\n]+)')


def headings(lesson: Path) -> dict[str, str]:
    """Key -> heading text of a built lesson notebook; empty when there is no such lesson."""
    try:
        cells = json.loads(lesson.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    found: dict[str, str] = {}
    for cell in cells:
        source = cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            found |= {match["key"]: match["title"].strip() for match in _HEADING.finditer(source)}
    return found
