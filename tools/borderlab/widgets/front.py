"""The door to the kit: a wrong call gets one sentence in the reader's language, no traceback.

Every public function passes through `guarded`. In a notebook IPython shows what an exception's
``_render_traceback_`` returns in place of the traceback; type and message of the exception stay
as they are for programs.
"""

from __future__ import annotations

import functools
import inspect
import math
from collections.abc import Callable, Iterable, Mapping
from numbers import Integral, Real
from pathlib import Path
from typing import Any

from traitlets import TraitError

from borderlab.i18n import N_
from borderlab.i18n import gettext as _
from borderlab.widgets.ranges import SettingError, again

_LONGEST = 60  # characters of a wrong value
_HERE = Path(__file__).parents[1]
_KINDS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "int": (lambda v: isinstance(v, Integral) and not isinstance(v, bool), N_("a whole number")),
    "float": (
        lambda v: isinstance(v, Real) and not isinstance(v, bool) and math.isfinite(v),
        N_("a number"),
    ),
    "bool": (lambda v: isinstance(v, bool), N_("True or False")),
    "str": (lambda v: isinstance(v, str), N_("a text in quotation marks")),
    "None": (lambda v: v is None, N_("None")),
}
_TEXTS = N_("a list of texts in square brackets")
_PAIRS = N_("names and values in braces")


def guarded(function: Callable[..., Any], name: str) -> Callable[..., Any]:
    """A public function that checks how it is called and explains what stops it.

    Args:
        function: the function; its annotations say what each setting takes.
        name: as a lesson writes it, without ``kit.``.

    Returns:
        The function. It raises `SettingError` for a wrong call; any other exception passes
        through with a sentence for the notebook.
    """
    signature = inspect.signature(function)

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        try:
            _check_call(signature, f"kit.{name}", args, kwargs)
            return function(*args, **kwargs)
        except Exception as error:
            _explain(error)
            raise

    return call


def not_there(name: str, known: Iterable[str]) -> str:
    """What a notebook shows for a name that the kit does not have."""
    from difflib import get_close_matches

    said = _("The course has no “kit.{name}”.").format(name=name)
    near = get_close_matches(name, list(known), n=1, cutoff=0.5)
    if not near:
        return said
    hint = _("Do you mean “kit.{name}”?").format(name=near[0])
    return f"{said} {hint}"


def _check_call(
    signature: inspect.Signature, name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]
) -> None:
    settings = ", ".join(signature.parameters) or "–"
    for word in kwargs:
        if word not in signature.parameters:
            text = _("{name} has no setting “{word}”. Its settings: {settings}.")
            raise SettingError(text.format(name=name, word=word, settings=settings))
    try:
        bound = signature.bind(*args, **kwargs)
    except TypeError:
        text = _("{name} was called with too few or too many values. Its settings: {settings}.")
        raise SettingError(text.format(name=name, settings=settings)) from None
    for word, value in bound.arguments.items():
        wanted = str(signature.parameters[word].annotation).split(" | ")
        if not any(_fits(kind, value) for kind in wanted):
            text = _("{name}: “{word}” must be {kind}, not {value}.")
            said = {"name": name, "word": word, "kind": _kind_words(wanted), "value": _short(value)}
            raise SettingError(text.format(**said))
        if word == "seed" and value < 0:
            text = _("{name}: “seed” must be a whole number of at least 0, not {value}.")
            raise SettingError(text.format(name=name, value=_short(value)))


def _fits(kind: str, value: Any) -> bool:
    """Whether a value is of a kind, named as annotations name it."""
    base = kind.partition("[")[0].rpartition(".")[2]
    if base in _KINDS:
        return _KINDS[base][0](value)
    if base in {"Sequence", "list", "tuple", "Collection"}:
        several = (list, tuple) if base != "Collection" else (list, tuple, set, frozenset)
        return isinstance(value, several) and all(isinstance(one, str) for one in value)
    if base in {"Mapping", "dict"}:
        return isinstance(value, Mapping)
    if base == "PathLike":
        return hasattr(value, "__fspath__")
    return base == "Any" or any(base == one.__name__ for one in type(value).__mro__)


def _kind_words(kinds: Iterable[str]) -> str:
    words = [_(word) for word in dict.fromkeys(_kind_word(kind) for kind in kinds) if word]
    *first, last = words
    return _("{one} or {other}").format(one=", ".join(first), other=last) if first else last


def _kind_word(kind: str) -> str:
    base = kind.partition("[")[0].rpartition(".")[2]
    if base in _KINDS:
        return _KINDS[base][1]
    if base in {"Sequence", "list", "tuple", "Collection"}:
        return _TEXTS
    if base in {"Mapping", "dict"}:
        return _PAIRS
    return "" if base in {"PathLike", "StaticView"} else base  # what no learner writes by hand


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _explain(error: Exception) -> None:
    """Give an exception the sentence that a notebook shows."""
    if hasattr(error, "_render_traceback_"):
        return
    if _is_sentence(error):
        _show(error, f"{error} {again()}")
        return
    text = _(
        "Something went wrong inside the course; it is not your mistake, and your answers are "
        "kept. Please tell the trainer: {error}"
    )
    where = _last_place(error)
    _show(error, text.format(error=f"{type(error).__name__}: {error} ({where[0].name}:{where[1]})"))


def _is_sentence(error: Exception) -> bool:
    """Whether the message was written for a reader: by the kit, about a value."""
    ours = type(error).__module__.startswith("borderlab")
    raised_here = _last_place(error)[0].is_relative_to(_HERE)
    return isinstance(error, TraitError) or ours or (isinstance(error, ValueError) and raised_here)


def _last_place(error: Exception) -> tuple[Path, int]:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return Path(), 0
    return Path(trace.tb_frame.f_code.co_filename), trace.tb_lineno


def _show(error: Exception, sentence: str) -> None:
    error._render_traceback_ = lambda: [sentence]  # type: ignore[attr-defined]
