"""The policy lab: set a policy on inspections and see what it finds, misses, delays and costs."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import Any

from traitlets import Bool, Dict, Float, Int, Unicode, observe, validate

from borderlab.i18n import in_language, language
from borderlab.tasks.policylab_model import MOST_MONTHS, MOST_STAFF, Design, Outcome
from borderlab.tasks.policylab_year import Situation
from borderlab.widgets import policylab_texts as texts
from borderlab.widgets.display import KitWidget, StaticView, show
from borderlab.widgets.policylab_chart import axis_names
from borderlab.widgets.policylab_core import NEVER, Core, changed
from borderlab.widgets.ranges import check_range
from borderlab.widgets.tables import html_table

_SETTINGS = ("rate", "random_share", "scan_share", "staff", "expiry")


class PolicyLab(KitWidget):
    """A year at a post under a policy.

    Whatever is set with the mouse can be read and set in code: ``lab.random_share = 0.1`` or
    ``lab.policy.random_share = 0.1``.

    Attributes:
        rate: share of consignments chosen, 0 to 1.
        random_share: share of the choices left to chance, 0 to 1.
        scan_share: share of the choices by score that is scanned first, 0 to 1.
        staff: officers who examine at the same time, 1 to 6.
        expiry: months after which the profile is renewed, 1 to 12, None for never.
        adversary: whether offenders leave watched routes.
        luck: number of the draw of luck in the same year, 0 or more.
    """

    _script = "policylab_lab.js"
    _styles = ("policylab.css", "policylab_board.css")

    rate = Float(0.10)
    random_share = Float(0.10)
    scan_share = Float(0.0)
    staff = Int(2)
    expiry = Int(12, allow_none=True)
    adversary = Bool(default_value=False)
    luck = Int(0)
    state = Dict().tag(sync=True)
    board = Dict().tag(sync=True)
    chart = Dict().tag(sync=True)
    spec = Dict().tag(sync=True)
    language = Unicode("en").tag(sync=True)

    def __init__(self, core: Core) -> None:
        self.core = core
        self._batch = False
        first = {name: getattr(core.design, name) for name in _SETTINGS}
        super().__init__(
            strings=texts.browser_texts(),
            spec={
                "sliders": texts.sliders(),
                "never": NEVER,
                "axes": axis_names(),
                "intro": texts.intro(core.situation, core.budget),
            },
            language=language(),
            state=core.state(),
            board=core.board(),
            **first,
        )
        self.on_msg(self._heard)

    @property
    def policy(self) -> PolicyLab:
        """The settings, so that ``lab.policy.random_share`` reads well."""
        return self

    @property
    def design(self) -> Design:
        """The settings in one."""
        return Design(**{name: getattr(self, name) for name in _SETTINGS})

    @property
    def outcome(self) -> Outcome:
        """What the policy does in this year."""
        return self.core.outcome

    @property
    def summary(self) -> str:
        """Settings and results in words."""
        with in_language(self.language):
            return texts.summary(self.design, self.outcome)

    def static_html(self) -> str:
        """Settings and results as escaped HTML."""
        with in_language(self.language):
            return static_html(self.core)

    @validate(*_SETTINGS, "luck")  # type: ignore[untyped-decorator]
    def _in_range(self, proposal: Any) -> Any:
        name, value = proposal["trait"].name, proposal["value"]
        if value is None:
            return None
        top = {"staff": MOST_STAFF, "expiry": MOST_MONTHS, "luck": 9_999}.get(name, 1)
        low = 1 if name in {"staff", "expiry"} else 0
        check_range(name, value, low, top)
        return value

    @observe(*_SETTINGS, "adversary", "luck")  # type: ignore[untyped-decorator]
    def _played_again(self, _change: Any) -> None:
        if self._batch or not hasattr(self, "core"):
            return
        self.core.design, self.core.luck = self.design, self.luck
        self.core.adversary = self.adversary
        with in_language(self.language):
            self.state = {**self.core.state(), "turn": self.state.get("turn", 0)}

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        if not isinstance(content, dict) or content.get("type") != "lab":
            return
        with in_language(self.language):
            self._do(str(content.get("do")), content)
            turn = content.get("turn")
            self.state = {**self.core.state(), "turn": turn if isinstance(turn, int) else 0}

    def _do(self, action: str, content: dict[str, Any]) -> None:
        if action == "set" and isinstance(content.get("values"), dict):
            self._take(changed(self.design, content["values"]))
        elif action == "adversary":
            self.adversary = content.get("on") is True
        elif action == "luck":
            self.luck = (self.luck + 1) % 10_000
        elif action == "save":
            self.save(str(content.get("name", "")))
        elif action == "frontier":
            self.chart = self.core.chart(str(content.get("axis")))
        elif action in {"use", "drop"} and isinstance(content.get("at"), int):
            self._saved(action, content["at"])

    def _saved(self, action: str, at: int) -> None:
        if action == "drop":
            self.core.drop(at)
            self.board = self.core.board()
        elif 0 <= at < len(self.core.saved):
            self._take(self.core.saved[at].design)

    def _take(self, design: Design) -> None:
        self._batch = True
        try:
            for name in _SETTINGS:
                setattr(self, name, getattr(design, name))
        finally:
            self._batch = False
        self._played_again(None)

    def save(self, name: str) -> None:
        """Keep the policy set now under a name, to compare it with others."""
        with in_language(self.language):
            self.core.save(name)
            self.board = self.core.board()


def static_html(core: Core) -> str:
    """Settings and results as an escaped table, for pages without a browser side."""
    written = texts.written(core.design)
    lines = [(knob["label"], written[knob["id"]]) for knob in texts.sliders()]
    lines += [(row["label"], row["value"]) for row in core.state()["rows"]]
    post = escape(texts.intro(core.situation, core.budget))
    return f"<p>{post}</p>{html_table((), lines, texts.browser_texts()['name'])}"


def policy_lab(  # noqa: PLR0913  (keyword arguments that a lesson cell spells out)
    *,
    consignments: int = 5_000,
    offences: float = 0.02,
    rate: float = 0.10,
    random_share: float = 0.10,
    scan_share: float = 0.0,
    staff: int = 2,
    expiry: int | None = 12,
    budget: int | None = None,
    adversary: bool = False,
    seed: int = 1,
) -> PolicyLab | StaticView:
    """Open the policy lab on an invented post.

    Args:
        consignments: consignments in the year, 100 to 20,000.
        offences: share of them that is illegal, 0 to 0.2.
        rate: share of consignments chosen, 0 to 1.
        random_share: share of the choices left to chance, 0 to 1.
        scan_share: share of the choices by score that is scanned first, 0 to 1.
        staff: officers who examine at the same time, 1 to 6.
        expiry: months after which the profile is renewed, 1 to 12; None for never.
        budget: officer minutes a year that may be spent; None for no limit.
        adversary: whether offenders leave watched routes.
        seed: of the year.

    Returns:
        The live lab, already displayed; its description where nobody can click.

    Raises:
        TraitError: a value is out of range.
        ValueError: the year's size or rate is out of range.
    """
    check_range("consignments", consignments, 100, 20_000)
    check_range("offences", offences, 0.0, 0.2)
    situation = replace(Situation(), consignments=consignments, offences=offences)
    lab = PolicyLab(Core(situation, seed, Design(), budget))
    lab._take(Design(rate, random_share, scan_share, staff, expiry))  # noqa: SLF001
    lab.adversary = adversary
    return show(lab.view())  # type: ignore[no-any-return]
