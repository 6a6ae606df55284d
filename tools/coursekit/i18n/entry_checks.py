"""What a finished translation must share with its source: one rule per function."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from coursekit.build import markdown
from coursekit.i18n.glossary import Term, missing_terms
from coursekit.i18n.typography import french_faults

# What is wrong, and what to do.
Fault = tuple[str, str]
_PLACEHOLDER = re.compile(r"\{[a-z_][a-z0-9_]*(?:[.:][^}]*)?\}")
_APPENDIX = re.compile(r"\bApp\.\s(?:III|II|I)\b")
_PERMITTED = re.compile(r"^glossary:\s*(.+)$")


def text_faults(source: str, translation: str, language: str) -> Iterator[Fault]:
    """Faults of the translation of a piece of markdown."""
    for rule in _MARKDOWN_RULES:
        yield from rule(source, translation)
    if language == "fr":
        yield from french_faults(translation)


def message_faults(source: str, translation: str, language: str) -> Iterator[Fault]:
    """Faults of the translation of a message of the packages."""
    yield from _placeholders(source, translation)
    if language == "fr":
        yield from french_faults(translation)


def term_faults(
    source: str, translation: str, glossary: Sequence[Term], comments: Sequence[str]
) -> Iterator[Fault]:
    """Official terms that a translation does not use; ``# glossary: term`` permits one."""
    allowed = [
        name
        for comment in comments
        if (found := _PERMITTED.match(comment.strip()))
        for name in found[1].split(",")
    ]
    for term in missing_terms(source, translation, glossary, allowed):
        yield (
            f"the official term for {term.name!r} is {term.official!r}",
            f"use it, or write the comment `# glossary: {term.name.split(' / ')[0]}` above",
        )


def _placeholders(source: str, translation: str) -> Iterator[Fault]:
    ours, theirs = set(_PLACEHOLDER.findall(source)), set(_PLACEHOLDER.findall(translation))
    if ours != theirs:
        names = ", ".join(sorted(ours)) or "none"
        yield "the placeholders differ from the English", f"use exactly these: {names}"


def _code_spans(source: str, translation: str) -> Iterator[Fault]:
    if Counter(markdown.code_spans(source)) != Counter(markdown.code_spans(translation)):
        yield "the `code` differs from the English", "copy code as it is, it is never translated"


def _links(source: str, translation: str) -> Iterator[Fault]:
    ours, theirs = len(markdown.links(source)), len(markdown.links(translation))
    if ours != theirs:
        yield f"{theirs} links instead of {ours}", "keep every link"


def _pictures(source: str, translation: str) -> Iterator[Fault]:
    ours, theirs = list(markdown.images(source)), list(markdown.images(translation))
    if len(ours) != len(theirs):
        yield f"{len(theirs)} pictures instead of {len(ours)}", "keep every picture"
    if any(not image.alt for image in theirs):
        yield "a picture has no alternative text", "translate the text in the square brackets"


def _headings(source: str, translation: str) -> Iterator[Fault]:
    def level(text: str) -> int:
        return len(text) - len(text.lstrip("#"))

    if level(source) != level(translation):
        yield "the heading has another level", f"begin with {'#' * level(source) or 'no #'}"


def _appendix_codes(source: str, translation: str) -> Iterator[Fault]:
    def codes(text: str) -> Counter[str]:
        return Counter(" ".join(found.split()) for found in _APPENDIX.findall(text))

    if codes(source) != codes(translation):
        yield "a code such as App. I differs from the English", "codes are never translated"


_MARKDOWN_RULES: tuple[Callable[[str, str], Iterator[Fault]], ...] = (
    _placeholders,
    _code_spans,
    _links,
    _pictures,
    _headings,
    _appendix_codes,
)
