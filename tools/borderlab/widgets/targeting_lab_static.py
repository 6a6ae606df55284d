"""The profile lab where nobody can click: picture and tables as escaped HTML."""

from __future__ import annotations

from html import escape
from typing import Any

from borderlab.widgets import targeting_lab_texts as texts
from borderlab.widgets.display import colon
from borderlab.widgets.tables import html_table
from borderlab.widgets.targeting_lab_model import Trial
from borderlab.widgets.targeting_lab_words import panel_texts


def static_html(trial: Trial) -> str:
    """Weights, curve, tables and reasons."""
    shown = texts.result(trial)
    words = panel_texts()
    legend = " · ".join(
        f"{sign} {escape(name)}"
        for sign, name in zip(("━", "╍", "┈"), words["legend"], strict=True)
    )
    top = "".join(_top(one, words["lawful"]) for one in shown["top"])
    lines = "".join(
        f"<p>{escape(text)}</p>"
        for text in (shown["work"], shown["random"], shown["calibration"], *shown["notes"])
    )
    confusion = shown["confusion"]
    return (
        f"<p>{escape(texts.summary(trial))}</p>"
        f"<figure>{shown['svg']}<figcaption>{legend}</figcaption></figure>"
        f"{html_table(confusion['heads'], confusion['rows'], confusion['caption'])}{lines}"
        f"<p><strong>{escape(words['top'])}</strong></p><ol>{top}</ol>"
        f"{html_table((), shown['exact'], words['exact'])}"
    )


def _top(one: dict[str, Any], lawful: str) -> str:
    flags = "".join(
        f"<li>{escape(flag['name'])} ({escape(lawful + colon() + flag['lawful'])})</li>"
        for flag in one["flags"]
    )
    head = f"{one['title']} ({one['score']}{colon()}{one['parts']}) {one['truth']}"
    return f"<li>{escape(head)}<ul>{flags}</ul></li>"
