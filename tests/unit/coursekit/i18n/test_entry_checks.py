"""What a translation must share with its source, and how French is spaced."""

from __future__ import annotations

import pytest

from coursekit.i18n.entry_checks import message_faults, term_faults, text_faults
from coursekit.i18n.glossary import missing_terms, terms
from coursekit.i18n.typography import french_faults

NBSP, THIN = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"


@pytest.mark.parametrize(
    "good",
    [
        f"Oui{NBSP}: voici{THIN}!",
        f"«{NBSP}Bonjour{NBSP}» dit-elle{THIN}; puis partit.",
        "Il est 12:30, voir https://example.org/a?b et `a : b`.",
        f"**Note{NBSP}:** texte",
        "| a | b |\n|:---|---:|\n| 1 | 2 |",
        "Texte&nbsp;: suite",
        "Bonjour {name!r}",
        "[lien](https://example.org/?q=a:b)",
    ],
)
def test_good_french_passes(good: str) -> None:
    assert list(french_faults(good)) == []


@pytest.mark.parametrize(
    ("bad", "wrong"),
    [
        ("Oui : voici", "an ordinary space before ':'"),
        ("Vraiment ?", "an ordinary space before '?'"),
        ("Vraiment?", "no space before '?'"),
        ("Attention: non", "no space before ':'"),
        (f"«{NBSP}Oui »", "an ordinary space before '»'"),
        (f"« Oui{NBSP}»", "no no-break space after '«'"),
        (f"«{NBSP}Oui»", "no space before '»'"),
    ],
)
def test_bad_french_is_told(bad: str, wrong: str) -> None:
    assert any(fault.startswith(wrong) for fault, _todo in french_faults(bad))


@pytest.mark.parametrize(
    ("source", "translation", "wrong"),
    [
        ("Type `a + b`.", "Escriba `a+b`.", "the `code` differs"),
        ("See [x](y).", "Vea x.", "0 links instead of 1"),
        ("![a](files/a.png)", "![](files/a.png)", "a picture has no alternative text"),
        ("## Title", "# Título", "the heading has another level"),
        ("Listed in App. II.", "Incluida en el Ap. II.", "a code such as App. I differs"),
    ],
)
def test_what_markdown_must_share(source: str, translation: str, wrong: str) -> None:
    (fault,) = text_faults(source, translation, "es")
    assert fault[0].startswith(wrong)


def test_placeholders_of_a_message_must_be_the_same() -> None:
    assert list(message_faults("{n} of {total}", "{n} de {total}", "es")) == []
    (fault,) = message_faults("{n} of {total}", "{n} de {todos}", "es")
    assert "{n}, {total}" in fault[1]


ROWS = [
    {"en": "permit", "fr": "permis", "es": "permiso"},
    {"en": "export permit", "fr": "permis d'exportation", "es": "permiso de exportación"},
    {"en": "Management Authority", "fr": "organe de gestion", "es": "Autoridad Administrativa"},
    {"en": "Party", "fr": "Partie", "es": "Parte"},
    {"en": "species", "fr": "espèce", "es": "especie"},
    {"en": "specimen", "fr": "spécimen", "es": "espécimen"},
    {"en": "confiscation", "fr": "confiscation", "es": "confiscación / decomiso"},
    {"en": "laundering (of specimens)", "fr": "blanchiment (de spécimens)", "es": "blanqueo"},
    {"en": "Appendix I / II / III", "fr": "Annexe I / II / III", "es": "Apéndice I / II / III"},
    {"en": "mark", "fr": "marque", "es": "marca"},
    {"en": "border", "fr": "", "es": ""},
]


@pytest.mark.parametrize(
    ("language", "source", "translation", "missing"),
    [
        ("fr", "Two export permits", "Deux permis d'exportation", []),
        ("fr", "Two export permits", "Deux licences d'exportation", ["export permit"]),
        ("fr", "An export permit and a permit", "Un permis d'exportation, un autre", []),
        ("fr", "Each Party", "Chaque pays", ["Party"]),
        ("fr", "a garden party", "une fête", []),
        ("fr", "management authorities", "les organes de gestion", []),
        ("es", "Species and specimens", "Especies y especímenes", []),
        ("es", "A confiscation", "Un decomiso", []),
        ("es", "Laundering", "El blanqueo de especímenes", []),
        ("es", "Appendix II", "Apéndice II", []),
        ("es", "Appendices", "Anexos", []),
        ("es", "No marks are given", "Sin puntos", []),
        ("es", "the `permit` column", "la columna `permit`", []),
    ],
)
def test_official_terms(language: str, source: str, translation: str, missing: list[str]) -> None:
    glossary = terms(ROWS, language)
    assert [term.name for term in missing_terms(source, translation, glossary)] == missing


def test_a_comment_permits_another_word() -> None:
    glossary = terms(ROWS, "fr")
    texts = ("They permit it.", "On l'autorise.")
    assert list(term_faults(*texts, glossary, []))
    assert not list(term_faults(*texts, glossary, ["glossary: permit"]))
