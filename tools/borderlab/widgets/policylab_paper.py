"""The policy paper: the lab's settings as a one-page national policy, exported as HTML and PDF."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from traitlets import Dict, Unicode

from borderlab.answers.files import replace_file
from borderlab.i18n import LANGUAGES, details, in_language, joined, language
from borderlab.i18n import gettext as _
from borderlab.tasks.policylab_model import Design
from borderlab.tasks.policylab_targets import Targets, targets
from borderlab.tasks.policylab_year import Situation
from borderlab.widgets import policylab_paper_html as html
from borderlab.widgets import policylab_paper_pdf as pdf
from borderlab.widgets import policylab_paper_texts as texts
from borderlab.widgets.display import KitWidget, StaticView, show
from borderlab.widgets.policylab_lab import PolicyLab
from borderlab.widgets.policylab_paper_model import LONGEST, Paper, words
from borderlab.widgets.ranges import check_choice

KINDS = {"pdf": "application/pdf", "html": "text/html"}


class PolicyPaper(KitWidget):
    """One page of national policy, with gaps that the administration fills in.

    Args:
        lab: whose settings the paper takes; the settings of a good start without one.
        paper_language: language of the paper.
    """

    _script = "policylab_paper.js"
    _styles = ("policylab_paper.css",)

    paper = Dict().tag(sync=True)
    fields = Dict().tag(sync=True)
    spec = Dict().tag(sync=True)
    said = Dict().tag(sync=True)
    language = Unicode("en").tag(sync=True)
    paper_language = Unicode("en").tag(sync=True)

    def __init__(self, lab: PolicyLab | None, paper_language: str) -> None:
        self._lab = lab
        self._design, self._targets = _taken(lab)
        super().__init__(
            strings=_strings(linked=lab is not None),
            spec={"fields": texts.labels(), "longest": LONGEST, "languages": _languages()},
            fields=dict.fromkeys(texts.FIELDS, ""),
            language=language(),
            paper_language=paper_language,
        )
        self._draw()
        self.on_msg(self._heard)

    @property
    def content(self) -> Paper:
        """The paper as it is now."""
        with in_language(self.paper_language):
            return texts.paper(self._design, self._targets, self.fields)

    @property
    def summary(self) -> str:
        """Title and headings, and what is still open."""
        paper = self.content
        heads = joined(section.title for section in paper.sections)
        return f"{words(paper.title)}. {heads}."

    def static_html(self) -> str:
        """The whole page as escaped HTML."""
        return f'<div lang="{self.paper_language}">{html.body(self.content)}</div>'

    def fill(self, **fields: str) -> None:
        """Fill in gaps, such as ``paper.fill(administration="Port Samar")``.

        Raises:
            ValueError: there is no such gap.
        """
        if unknown := set(fields) - set(texts.FIELDS):
            text = _("There is no field {name}; there are {names}.")
            names = ", ".join(texts.FIELDS)
            raise ValueError(text.format(name=min(unknown), names=names))
        cut = {name: str(text)[:LONGEST] for name, text in fields.items()}
        self.fields = {**self.fields, **cut}
        self._draw()

    def save(self, folder: Path | None = None) -> list[Path]:
        """Write the paper as HTML and PDF beside the notebook and give the paths.

        Raises:
            OSError: the files cannot be written there.
        """
        made = []
        for kind in ("html", "pdf"):
            path = (folder or Path.cwd()) / self._name(kind)
            replace_file(path, self._bytes(kind))
            made.append(path)
        return made

    def _name(self, kind: str) -> str:
        return f"inspection_policy_{self.paper_language}.{kind}"

    def _bytes(self, kind: str) -> bytes:
        paper = self.content
        return pdf.pdf(paper) if kind == "pdf" else html.document(paper).encode()

    def _draw(self) -> None:
        self.paper = self.content.data()

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        if not isinstance(content, dict) or content.get("type") != "paper":
            return
        with in_language(self.language):
            try:
                self._do(str(content.get("do")), content)
            except (OSError, pdf.TooLongError) as error:
                self.said = {"state": "error", "text": _problem(error)}

    def _do(self, action: str, content: dict[str, Any]) -> None:
        typed = content.get("fields")
        if action in {"fields", "export"} and isinstance(typed, dict):
            self.fill(**{k: str(v) for k, v in typed.items() if k in texts.FIELDS})
        if action == "language" and content.get("code") in LANGUAGES:
            self.paper_language = content["code"]
            self._draw()
        elif action == "refresh" and self._lab is not None:
            self._design, self._targets = _taken(self._lab)
            self._draw()
        elif action == "export" and content.get("kind") in KINDS:
            self._export(content["kind"])

    def _export(self, kind: str) -> None:
        data, name = self._bytes(kind), self._name(kind)
        text = _("Saved beside the notebook as {name}.").format(name=name)
        try:
            replace_file(Path.cwd() / name, data)
        except OSError as error:
            reason = error.strerror or str(error)
            text = _("It could not be saved beside the notebook ({reason}); it is downloaded.")
            text = text.format(reason=reason)
        self.said = {"state": "done", "text": text}
        self.send({"type": "file", "name": name, "mime": KINDS[kind]}, buffers=[data])


def _taken(lab: PolicyLab | None) -> tuple[Design, Targets]:
    if lab is None:
        design, situation = Design(0.20, 0.20, 0.5, 2, 3), Situation()
    else:
        design, situation = lab.design, lab.core.situation
    return design, targets(situation, design)


def _languages() -> list[dict[str, str]]:
    return [{"code": code, "name": details(code).name} for code in LANGUAGES]


def _problem(error: Exception) -> str:
    if isinstance(error, pdf.TooLongError):
        return _("The text does not fit on one page: shorten what you filled in.")
    return _("The file could not be made: {reason}.").format(reason=error)


def _strings(*, linked: bool) -> dict[str, Any]:
    return {
        "name": _("Policy paper"),
        "intro": _(
            "Your settings as a one-page policy. Fill in the gaps; they are marked in the page."
        ),
        "language": _("Language of the paper"),
        "gaps": _("Gaps to fill in"),
        "refresh": _("Take the settings of the lab again") if linked else "",
        "pdf": _("Download as PDF"),
        "html": _("Download as a web page"),
        "preview": _("Preview of the page"),
    }


def policy_paper(
    lab: PolicyLab | StaticView | None = None, *, paper_language: str | None = None
) -> PolicyPaper | StaticView:
    """Turn the settings of a policy lab into a one-page national policy.

    Args:
        lab: what `policy_lab` returned; settings of a good start without one.
        paper_language: "en", "fr" or "es"; the notebook's language if not given.

    Returns:
        The live paper, already displayed; the page itself where nobody can click.

    Raises:
        ValueError: an unknown language.
    """
    code = paper_language or language()
    check_choice("paper_language", code, LANGUAGES)
    made = PolicyPaper(lab if isinstance(lab, PolicyLab) else None, code)
    return show(made.view())  # type: ignore[no-any-return]
