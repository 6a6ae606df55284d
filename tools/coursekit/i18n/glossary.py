"""The official term for each glossary term: whether a translation uses it.

A row holds a term in each language; " / " separates accepted variants, and words in brackets may
be left out. Plural and gender endings, accents and capitals do not count. A term inside a longer
one that was found is not looked for again: ``export permit`` is not also ``permit``.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

PLACE = Path("datasets") / "reference" / "glossary.csv"
# Terms that English also uses in an everyday sense, where the official word would be wrong. They
# are still checked as part of longer terms: "mark" is not, "export permit" is.
EVERYDAY = frozenset(
    {"alteration", "annotation", "applicant", "commercial", "compliance", "consultation", "copy"}
    | {"detention", "educational", "exemption", "export", "flank", "holder", "import", "listing"}
    | {"log", "mark", "medical", "original", "personal", "re-export", "reservation", "scientific"}
    | {"side", "synonym", "tag", "targeting", "transit"}
)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_NUMERALS = re.compile(r"\s+I / II / III$")
_OWN_PLURAL = frozenset({"species", "subspecies", "series"})
_SHORTEST = 3  # letters that stay of a word
_ENDINGS = ("es", "as", "os", "s", "x", "e", "a", "o")
_CODE = re.compile(r"`[^`]*`|\]\([^)]*\)|<[^>]*>")


@dataclass(frozen=True)
class Term:
    """One glossary term; ``source`` and ``target`` hold the word stems of each variant.

    A ``proper`` term, such as Party, is only meant when it is written with a capital.
    """

    name: str
    source: tuple[tuple[str, ...], ...]
    target: tuple[tuple[str, ...], ...]
    official: str
    proper: bool


def read_glossary(path: Path, language: str) -> tuple[Term, ...]:
    """The terms of a glossary file, longest first; none when it has no such language."""
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8", newline="") as stream:
        return terms(csv.DictReader(stream), language)


def terms(rows: Iterable[Mapping[str, str]], language: str) -> tuple[Term, ...]:
    """The terms of glossary rows with the columns ``en`` and ``language``, longest first."""
    found = []
    for row in rows:
        english, official = row.get("en", ""), row.get(language, "")
        if not english or not official:
            continue
        sources = [v for v in _variants(english) if v not in EVERYDAY]
        name = " / ".join(sources)
        source = tuple(_stems(variant, _english) for variant in sources)
        target = tuple(_stems(variant, _stem) for variant in _variants(official))
        proper = all(len(words) == 1 for words in source) and name[:1].isupper()
        if source and all(target):
            found.append(Term(name, source, target, official, proper))
    return tuple(sorted(found, key=lambda term: -max(map(len, term.source))))


def missing_terms(
    source: str, translation: str, glossary: Sequence[Term], allowed: Iterable[str] = ()
) -> Iterator[Term]:
    """The glossary terms of an English text whose official term its translation does not use.

    Args:
        source: the English text, in markdown.
        translation: its translation.
        glossary: what `terms` gave for the language of the translation.
        allowed: names of terms that this text may translate otherwise.
    """
    permitted = {name.strip().lower() for name in allowed}
    words = _WORD.findall(_prose(source))
    stems = [_english(word) for word in words]
    places: dict[str, list[int]] = {}
    for place, stem in enumerate(stems):
        places.setdefault(stem, []).append(place)
    there = [_stem(word) for word in _WORD.findall(_prose(translation))]
    taken: set[int] = set()
    for term in glossary:
        hits = [
            range(place, place + len(variant))
            for variant in term.source
            for place in places.get(variant[0], ())
            if tuple(stems[place : place + len(variant)]) == variant
            and taken.isdisjoint(range(place, place + len(variant)))
            and (words[place][0].isupper() or not term.proper)
        ]
        for hit in hits:
            taken.update(hit)
        if not hits or permitted & {v.lower() for v in term.name.split(" / ")}:
            continue
        if not any(_contains(there, target) for target in term.target):
            yield term


def _contains(words: list[str], stems: tuple[str, ...]) -> bool:
    size = len(stems)
    return any(tuple(words[i : i + size]) == stems for i in range(len(words) - size + 1))


def _variants(term: str) -> list[str]:
    term = _NUMERALS.sub("", _BRACKETS.sub("", term).strip())
    return [variant.strip() for variant in term.split(" / ") if variant.strip()]


def _stems(text: str, stem: Callable[[str], str]) -> tuple[str, ...]:
    return tuple(map(stem, _WORD.findall(text)))


def _prose(text: str) -> str:
    return _CODE.sub(" ", text)


@lru_cache(maxsize=20_000)
def _english(word: str) -> str:
    """An English word without capitals and plural."""
    plain = word.lower()
    if plain.endswith("ies") and plain not in _OWN_PLURAL:
        return plain[:-3] + "y"
    return plain[:-1] if plain.endswith("s") and not plain.endswith(("ss", "us", "is")) else plain


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    """A French or Spanish word without accents, capitals and endings of number and gender."""
    plain = unicodedata.normalize("NFD", word.lower())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    if plain.endswith("aux"):
        return plain[:-2] + "l"
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST:
            return plain[: -len(ending)]
    return plain


@cache
def glossary_of(root: Path, language: str) -> tuple[Term, ...]:
    """The glossary of a course, read once."""
    return read_glossary(root / PLACE, language)
