"""Questions without a browser side: prompt, options and saved answer, with everything escaped."""

from __future__ import annotations

from html import escape
from typing import Any

from borderlab.answers.questions import Question
from borderlab.i18n import gettext as _
from borderlab.i18n import moment
from borderlab.widgets import richtext
from borderlab.widgets.session import Session
from borderlab.widgets.specs import heading, shown_value

_BOX = (
    "max-width:860px;margin:6px 0 14px;padding:14px 18px;border:1px solid #c9d4da;"
    "border-radius:10px;background:#fff;color:#16242c"
)


def question_html(session: Session, question: Question, case: str | None = None) -> str:
    """A question and its saved answer as HTML.

    Args:
        session: the open notebook.
        question: what is asked.
        case: case and answer of a task as escaped HTML, in place of options and value.
    """
    record = session.record(question.id)
    head = f'<p style="color:#4f616b;margin:0 0 6px">{escape(heading(session, question))}</p>'
    prompt = richtext.to_html(richtext.parse(question.prompt))
    answer = _answer_html(question, record.value) if case is None else case
    return (
        f'<div lang="{escape(session.language)}" style="{_BOX}">{head}<div>{prompt}</div>{answer}'
        f'<p style="color:#4f616b;margin:8px 0 0">{escape(status_text(session, question))}</p>'
        "</div>"
    )


def question_text(session: Session, question: Question) -> str:
    """A question and its saved answer as plain text."""
    value = session.record(question.id).value
    lines = [f"{heading(session, question)}. {richtext.plain(question.prompt)}"]
    parts = question.options or question.items
    lines += [f"{_sign(question, part.id, value)} {richtext.plain(part.text)}" for part in parts]
    if not parts and value is not None and question.kind != "task":
        lines.append(" ".join((shown_value(value), question.unit)).strip())
    lines.append(status_text(session, question))
    return "\n".join(lines)


def status_text(session: Session, question: Question) -> str:
    """Whether and when the answer was saved."""
    record = session.record(question.id)
    if not record.answered or record.at is None:
        return _("No answer yet")
    return _("Answered: {moment}").format(moment=moment(record.at))


def _sign(question: Question, part: str, value: Any) -> str:
    if question.kind == "order":
        return f"{value.index(part) + 1}." if isinstance(value, list) and part in value else "-"
    if question.kind == "lanes":
        lanes = {lane.id: richtext.plain(lane.text) for lane in question.lanes}
        return f"[{lanes.get(str((value or {}).get(part)), '-')}]"
    chosen = value == part or (isinstance(value, list) and part in value)
    return "(x)" if chosen else "( )"


def _answer_html(question: Question, value: Any) -> str:
    parts: list[Any] = list(question.options or question.items)
    if not parts:
        if value is None:
            return ""
        text = " ".join((shown_value(value), question.unit)).strip()
        style = "white-space:pre-wrap;border-left:3px solid #7d8f99;margin:8px 0;padding:2px 12px"
        return f'<div style="{style}">{escape(text)}</div>'
    if question.kind == "order" and isinstance(value, list):
        parts.sort(key=lambda part: value.index(part.id) if part.id in value else len(value))
    rows = "".join(_row(question, part, value) for part in parts)
    return f'<ul style="list-style:none;padding:0;margin:8px 0">{rows}</ul>'


def _row(question: Question, part: Any, value: Any) -> str:
    text = richtext.to_html(richtext.parse(part.text))
    sign = _sign(question, part.id, value)
    shown = {"(x)": "☑" if question.kind == "choices" else "◉", "( )": "☐"}.get(sign, sign)
    if sign == "( )" and question.kind == "choice":
        shown = "○"
    yours = escape(_("(your answer)"))  # inside the f-string it would not be collected
    said = f" <strong>{yours}</strong>" if sign == "(x)" else ""
    return f'<li style="margin:4px 0">{escape(shown)} {text}{said}</li>'
