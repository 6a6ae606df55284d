"""Page templates that escape everything that is not marked as safe, and their style sheets."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup


@cache
def template(path: Path) -> Template:
    """The template in a file; what it does not get is an error, not a blank."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(path.parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(path.name)


@cache
def css(path: Path) -> Markup:
    """A style sheet of the kit's own."""
    from markupsafe import Markup

    return Markup(path.read_text(encoding="utf-8"))  # noqa: S704
