"""PO and MO files through Babel, with bytes that change only when the content does."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coursekit.errors import KitError

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

# Header lines that only say when and with what a file was written, or that nobody filled in.
_IDLE_HEADER = re.compile(
    r'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Report-Msgid-Bugs-To|Project-Id-Version)'
    r'|^"Last-Translator: FULL NAME|^"Language-Team: .*<LL@li\.org>'
)
_LASTING = ("MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Language", "Plural-Forms")


# Babel reads a line with a missing quote and drops a letter of it, so the shape is checked first.
_LINE = re.compile(
    r'\s*(#.*|((msgctxt|msgid|msgid_plural|msgstr(\[\d+\])?)\s+)?"([^"\\]|\\.)*")?\s*'
)


@dataclass(frozen=True)
class Wanted:
    """One message as the source has it now."""

    message: str
    plural: str = ""
    notes: tuple[str, ...] = ()
    locations: tuple[tuple[str, int], ...] = ()


class PoError(Exception):
    """A PO file that cannot be read; ``line`` counts from 1."""

    def __init__(self, line: int, wrong: str) -> None:
        self.line = line
        super().__init__(wrong)


def parse_catalog(data: bytes) -> Catalog:
    """The catalogue in the bytes of a PO file.

    Raises:
        PoError: a line is no line of a PO file, or entries are not whole.
    """
    from babel.messages import pofile

    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        number = data[: error.start].count(b"\n") + 1
        raise PoError(number, "this is not UTF-8; save the file as UTF-8") from error
    for number, line in enumerate(lines, 1):
        if not _LINE.fullmatch(line):
            raise PoError(number, "this line of the PO file has a missing or a stray sign")
    try:
        catalog = pofile.read_po(lines, abort_invalid=True)
    except (pofile.PoFileError, ValueError) as error:
        number = (getattr(error, "lineno", 0) or 0) + 1
        raise PoError(number, f"this PO file is damaged: {error}") from error
    for message in catalog:
        if message.fuzzy and message.id and message.lineno:
            message.previous_id = list(_previous(lines, message.lineno - 1))
    return catalog


def _previous(lines: list[str], line: int) -> Iterator[str]:
    """The old English above an entry, in lines that begin with ``#|``; Babel only writes them."""
    from babel.messages.pofile import denormalize

    comments = []
    while line > 0 and lines[line - 1].startswith("#"):
        line -= 1
        comments.append(lines[line])
    text = "\n".join(c[2:].strip() for c in reversed(comments) if c.startswith("#|"))
    for found in re.split(r"^msgid(?:_plural)?\s+", text, flags=re.MULTILINE)[1:]:
        yield denormalize(found.strip())


def read_catalog(path: Path) -> Catalog | None:
    """The catalogue in a PO file, or None when there is no such file.

    Raises:
        KitError: the file is damaged; the message has file and line.
    """
    if not path.is_file():
        return None
    try:
        return parse_catalog(path.read_bytes())
    except PoError as error:
        raise KitError(f"{path}:{error.line}: {error}") from error


def updated(old: Catalog | None, wanted: Iterable[Wanted], language: str, title: str) -> Catalog:
    """The catalogue brought up to date with its source.

    A changed English text keeps its translation, marked fuzzy; a text that has gone is kept as
    obsolete, and comes back with its translation when the source has it again.

    Args:
        old: the catalogue so far, or None.
        wanted: the messages of the source, in the order of the source.
        language: code of the translation.
        title: what is translated, for the comment on top of a new file.
    """
    from babel.messages.catalog import Catalog

    template = Catalog(fuzzy=False)
    for found in wanted:
        identity = (found.message, found.plural) if found.plural else found.message
        template.add(identity, auto_comments=found.notes, locations=found.locations)
    if old is None:
        old = Catalog(locale=language, fuzzy=False)
    if "FIRST AUTHOR" in old.header_comment:
        old.header_comment = f"# {title}, {language}."
    for message in list(old.obsolete.values()):
        if message.id not in old:
            old[message.id] = message
    old.obsolete.clear()
    previous = {message.id: list(message.previous_id) for message in old if message.fuzzy}
    old.update(template)
    for message in old:
        if message.fuzzy and message.id and not message.previous_id:
            message.previous_id = previous.get(message.id, [])
    return old


def remember(catalog: Catalog, memory: dict[str, str]) -> None:
    """Fill in missing translations from what another catalogue has for the same English."""
    for message in catalog:
        if isinstance(message.id, str) and message.id and not message.string:
            message.string = memory.get(message.id, "")


def po_bytes(catalog: Catalog, *, lines: bool) -> bytes:
    """The PO file; ``lines`` says whether locations carry line numbers."""
    from babel.messages import pofile

    stream = io.BytesIO()
    pofile.write_po(stream, catalog, include_previous=True, include_lineno=lines)
    text = stream.getvalue().decode("utf-8")
    kept = [line for line in text.split("\n") if not _IDLE_HEADER.match(line)]
    return ("\n".join(kept).rstrip("\n") + "\n").encode("utf-8")


def mo_bytes(catalog: Catalog) -> bytes:
    """The compiled catalogue: finished translations only, and a header without dates."""
    from babel.messages.catalog import Catalog, Message
    from babel.messages.mofile import write_mo

    headers = "".join(f"{k}: {v}\n" for k, v in catalog.mime_headers if k in _LASTING)

    class Compiled(Catalog):
        """A catalogue whose header holds only what a program needs."""

        def __iter__(self):  # type: ignore[no-untyped-def]  # noqa: ANN204
            yield Message("", headers)
            yield from (m for m in catalog if m.id and m.string and not m.fuzzy)

    stream = io.BytesIO()
    write_mo(stream, Compiled(locale=catalog.locale))
    return stream.getvalue()


def write_if_changed(path: Path, content: bytes) -> bool:
    """Replace a file in one step; say whether anything changed."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(content)
    new.replace(path)
    return True
