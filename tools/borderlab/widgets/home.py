"""The home page: modules with their progress, the participant's code, and handing in."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from traitlets import Bool, Dict, List, Unicode

from borderlab.answers.errors import AnswerError
from borderlab.i18n import details, in_language, ngettext
from borderlab.i18n import gettext as _
from borderlab.i18n import language as language_in_use
from borderlab.widgets.display import KitWidget, colon, sentence
from borderlab.widgets.home_course import Course, CourseError, Module, Notebook, read_course
from borderlab.widgets.home_handin import hand_in, out_folder
from borderlab.widgets.home_seat import read_seat, save_seat


def home() -> Any:
    """Show the home page: modules, languages, the participant's code and handing in.

    Returns:
        The page; where nothing can be clicked its text; a sentence when the list of modules
        beside the notebook cannot be used.
    """
    try:
        course = read_course(Path.cwd())
    except CourseError as error:
        return sentence(str(error), problem=True)
    return HomePage(course).view()


class HomePage(KitWidget):
    """The home page of one language.

    The browser sends ``{"type": "refresh" | "seat" | "hand_in" | "download", ...}``.

    Args:
        course: the modules and their folders.
    """

    _script = "home.js"
    _styles = ("home.css",)

    languages = List().tag(sync=True)
    modules = List().tag(sync=True)
    progress = Dict().tag(sync=True)
    seat = Dict().tag(sync=True)
    result = Dict().tag(sync=True)
    has_code = Bool(default_value=False).tag(sync=True)
    language = Unicode().tag(sync=True)

    def __init__(self, course: Course) -> None:
        self._course = course
        self._language = language_in_use()
        super().__init__(
            strings=_strings(),
            language=self._language,
            languages=_languages(course),
            modules=[_card(place, module) for place, module in enumerate(course.modules)],
            progress=_progress(course),
            seat={"code": read_seat(course.folder), "text": "", "state": ""},
            has_code=any(module.exercise.has_code() for module in course.modules),
        )
        self.on_msg(self._heard)

    @property
    def summary(self) -> str:
        """Modules with time and progress, in words."""
        lines = [self.strings["modules"]]
        for card in self.modules:
            state = self.progress[card["id"]]
            name = f"{card['number']}{colon()}{card['title']}"
            lines.append(f"- {name} ({card['minutes']}). {state['lesson']['text']}")
        return "\n".join(lines)

    def static_html(self) -> str:
        """Modules with links, as escaped HTML."""
        items = "".join(self._static_card(card) for card in self.modules)
        title = escape(self.strings["modules"])
        return f'<div lang="{escape(self.language)}"><h2>{title}</h2><ul>{items}</ul></div>'

    def _static_card(self, card: dict[str, Any]) -> str:
        links = " · ".join(
            f'<a href="{escape(part["link"])}">{escape(self.strings[f"open_{name}"])}</a>'
            f" ({escape(self.progress[card['id']][name]['text'])})"
            for name in ("lesson", "exercise")
            if (part := card[name])["exists"]
        )
        name = f"{escape(card['number'])} · <strong>{escape(card['title'])}</strong>"
        head = f"{name}, {escape(card['minutes'])}"
        return f"<li>{head}<br>{escape(card['summary'])}<br>{links}</li>"

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        if not isinstance(content, dict):
            return
        actions: dict[str, Callable[[], None]] = {
            "refresh": self._refresh,
            "seat": lambda: self._take_seat(str(content.get("code", ""))[:100]),
            "hand_in": lambda: self._hand_in(confirmed=content.get("confirmed") is True),
            "not_yet": lambda: self.set_trait("result", {}),
            "download": lambda: self._download(str(content.get("name", ""))),
        }
        action = actions.get(str(content.get("type")))
        if action is not None:
            with in_language(self._language):
                self._guarded(action)

    def _guarded(self, action: Callable[[], None]) -> None:
        """Run an action; whatever goes wrong becomes a sentence on the page."""
        try:
            action()
        except AnswerError as error:
            self._problem(str(error))
        except Exception as error:  # noqa: BLE001  (a callback must never end in silence)
            text = _("The kit made a mistake ({detail}). Your answers are safe. Tell your trainer.")
            self._problem(text.format(detail=f"{type(error).__name__}: {error}"))

    def _problem(self, text: str) -> None:
        self.result = {"state": "error", "text": text, "lines": []}

    def _refresh(self) -> None:
        self.progress = _progress(self._course)

    def _take_seat(self, typed: str) -> None:
        try:
            code = save_seat(self._course.folder, typed)
        except AnswerError as error:
            self.seat = {**self.seat, "text": str(error), "state": "error"}
        else:
            self.seat = {"code": code, "text": _("Code saved."), "state": "saved"}

    def _hand_in(self, *, confirmed: bool) -> None:
        self.result = {}
        self._refresh()
        result = hand_in(self._course, confirmed=confirmed)
        if result["state"] == "done" and result["seat"] != self.seat["code"]:
            text = _("This code was made for you. Keep it: it tells your work apart.")
            self.seat = {"code": result["seat"], "text": text, "state": "saved"}
        self.result = result

    def _download(self, name: str) -> None:
        path = out_folder(self._course.folder) / name
        if name != self.result.get("name") or Path(name).name != name:
            return
        try:
            content = path.read_bytes()
        except OSError as error:
            text = _("The file {name} is no longer there. Hand in again.")
            raise AnswerError(text.format(name=name)) from error
        self.send({"type": "file", "name": name}, buffers=[content])


def _card(place: int, module: Module) -> dict[str, Any]:
    return {
        "id": module.id,
        "number": _("Module {n}").format(n=place),
        "title": module.title,
        "minutes": ngettext("{n} minute", "{n} minutes", module.minutes).format(n=module.minutes),
        "summary": module.summary,
        "needs": list(module.needs),
        "lesson": {"link": module.lesson.link, "exists": module.lesson.exists},
        "exercise": {"link": module.exercise.link, "exists": module.exercise.exists},
    }


def _progress(course: Course) -> dict[str, Any]:
    return {
        module.id: {"lesson": _state(module.lesson), "exercise": _state(module.exercise)}
        for module in course.modules
    }


def _state(notebook: Notebook) -> dict[str, Any]:
    done, total = notebook.answered(), notebook.total
    if done == 0:
        text = _("not begun")
    elif done == total:
        text = _("all {m} answered").format(m=total)
    else:
        text = _("{n} of {m} answered").format(n=done, m=total)
    return {"done": done, "total": total, "text": text}


def _languages(course: Course) -> list[dict[str, Any]]:
    return [
        {"code": code, "name": details(code).name, "link": link}
        for code, link in course.homes().items()
    ]


def _strings() -> dict[str, str]:
    return {
        "modules": _("Modules"),
        "language": _("Language"),
        "needs": _("What you need:"),
        "open_lesson": _("Open the lesson"),
        "go_on_lesson": _("Go on with the lesson"),
        "open_exercise": _("Open the exercise"),
        "go_on_exercise": _("Go on with the exercise"),
        "lesson": _("Lesson:"),
        "exercise": _("Exercise:"),
        "of_module": _("{action}: {title}"),
        "missing": _("This module is not in your folder."),
        "hand_in_title": _("Hand in"),
        "hand_in_words": _(
            "This makes one file with your answers to all exercises. Send it to your trainer or"
            " upload it to your course. You may hand in again: a new file is made, and the earlier"
            " one stays."
        ),
        "seat_label": _("Participant code from your trainer (if you have one)"),
        "seat_help": _("Not your name. Without a code from your trainer, one is made for you."),
        "seat_save": _("Save code"),
        "save_first": _("If you have written code, save its notebook first (Ctrl+S)."),
        "hand_in": _("Hand in"),
        "working": _("Making your file…"),
        "hand_in_anyway": _("Hand in now"),
        "not_yet": _("Answer first"),
        "where": _("It is here:"),
        "your_code": _("Your code:"),
        "download": _("Download the file"),
        "downloaded": _("The file was given to your browser, usually in the folder Downloads."),
        "silent": _(
            "No answer from the kit. Open the Kernel menu, choose Restart Kernel and Run All"
            " Cells, then try again. Your answers are safe."
        ),
    }
