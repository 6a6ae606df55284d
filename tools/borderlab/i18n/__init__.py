"""The chosen language, the catalogues, and numbers and dates as that language writes them."""

from borderlab.i18n.catalogues import N_, Catalogues, gettext, ngettext
from borderlab.i18n.dates import date, moment, time
from borderlab.i18n.languages import (
    LANGUAGES,
    Language,
    LanguageError,
    details,
    in_language,
    language,
    match,
    set_language,
    system_language,
)
from borderlab.i18n.lists import joined
from borderlab.i18n.numbers import number, percent
from borderlab.i18n.reading import NumberError, parse_number
from borderlab.i18n.translator import Translator, translator

_ = gettext
catalogue = translator

__all__ = [
    "LANGUAGES",
    "N_",
    "Catalogues",
    "Language",
    "LanguageError",
    "NumberError",
    "Translator",
    "_",
    "catalogue",
    "date",
    "details",
    "gettext",
    "in_language",
    "joined",
    "language",
    "match",
    "moment",
    "ngettext",
    "number",
    "parse_number",
    "percent",
    "set_language",
    "system_language",
    "time",
    "translator",
]
