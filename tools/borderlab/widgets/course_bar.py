"""The line under a notebook's first cell: title, progress, and where answers are kept."""

from __future__ import annotations

from html import escape
from typing import Any

from traitlets import Dict, List

from borderlab.i18n import gettext as _
from borderlab.i18n import in_language, ngettext
from borderlab.widgets.display import KitWidget
from borderlab.widgets.session import ALL, Session


class CourseBar(KitWidget):
    """Title, "3 of 7 answered", where answers are kept, and notices about the answers file.

    Args:
        session: The open notebook.
    """

    _script = "course_bar.js"
    _styles = ("course_bar.css",)

    progress = Dict().tag(sync=True)
    notices = List().tag(sync=True)

    def __init__(self, session: Session) -> None:
        self._session = session
        with in_language(session.language):
            super().__init__(
                strings={
                    "language": session.language,
                    "title": session.questions.title,
                    "kept": _(
                        "Every answer is saved at once in the file {file} in this folder."
                    ).format(file=session.store.path.name),
                },
                progress=self._progress(),
                notices=list(session.store.notices),
            )
        session.listen(self, ALL)

    @property
    def summary(self) -> str:
        """Title and progress, in words."""
        notices = [f"⚠ {notice}" for notice in self.notices]
        return "\n".join([f"{self.strings['title']}. {self.progress['text']}", *notices])

    def static_html(self) -> str:
        """Title, progress and notices as escaped HTML."""
        notices = "".join(f'<p role="alert">⚠ {escape(notice)}</p>' for notice in self.notices)
        title = escape(self.strings["title"])
        return (
            f'<div lang="{escape(self._session.language)}"><strong>{title}</strong> · '
            f"{escape(self.progress['text'])}{notices}</div>"
        )

    def answer_changed(self, _qid: str) -> None:
        """Count again."""
        with in_language(self._session.language):
            self.progress = self._progress()
            self.notices = list(self._session.store.notices)

    def moved_to(self, session: Session) -> None:
        """Serve another session of the same notebook."""
        self._session = session
        self.answer_changed(ALL)

    def _progress(self) -> dict[str, Any]:
        done, total = self._session.answered(), len(self._session.questions)
        words = ngettext("{n} of {total} answered", "{n} of {total} answered", done)
        return {"done": done, "total": total, "text": words.format(n=done, total=total)}


def _where_kept(file: str) -> str:
    return _("Every answer is saved at once in the file {file} in this folder.").format(file=file)
