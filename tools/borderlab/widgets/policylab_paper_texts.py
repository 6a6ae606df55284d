"""The words of the policy paper, from the settings of the lab and the facts of law."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from borderlab.i18n import gettext as _
from borderlab.i18n import language, ngettext, number, percent
from borderlab.reference import confirm_mark, provision
from borderlab.tasks.policylab_model import POST, Design
from borderlab.tasks.policylab_targets import YEARS, Spread, Targets
from borderlab.widgets.policylab_paper_model import Paper, Piece, Section, gap, pieces
from borderlab.widgets.policylab_texts import duration, expiry

FIELDS = (
    "administration", "law", "posts", "privilege", "limit", "safety", "profiles", "lead",
    "appeal", "review",
)  # fmt: skip


def labels() -> dict[str, str]:
    """What each gap asks the administration to fill in."""
    return {
        "administration": _("name of the administration"),
        "law": _("national legal basis"),
        "posts": _("posts and offices covered"),
        "privilege": _("national rule for consignments under privilege or immunity"),
        "limit": _("time limit for live animals"),
        "safety": _("national rules on safety and welfare at work"),
        "profiles": _("unit that keeps the profiles"),
        "lead": _("officer responsible for this policy"),
        "appeal": _("where traders can complain"),
        "review": _("date of the next review"),
    }


def paper(design: Design, targets: Targets, fields: Mapping[str, str]) -> Paper:
    """The paper in the language in use."""
    names = labels()

    def cut(text: str) -> tuple[Piece, ...]:
        return pieces(text, fields, names)

    sections = (
        Section(_("1. Purpose and legal basis"), tuple(map(cut, _purpose())), bullets=True),
        Section(_("2. What is covered"), (cut(_covered()),)),
        Section(_("3. Selection"), (cut(_selection(design, targets)),)),
        Section(_("4. Intensity inside a consignment"), (cut(_intensity()),)),
        Section(_("5. Order of work and exceptions"), (cut(_exceptions()),)),
        Section(_("6. Safety and welfare"), (cut(_safety(design)),)),
        Section(_("7. Recording"), (cut(_recording()),)),
        Section(_("8. Review and expiry"), (cut(_review(design)),)),
        Section(_("9. Responsibilities"), (cut(_responsible()),)),
        Section(_("10. Indicators and targets"), ()),
    )
    return Paper(
        language=language(),
        kicker=_("Draft made in training"),
        title=cut(
            _("National policy on physical inspections of CITES consignments: {name}").format(
                name=gap("administration")
            )
        ),
        note=_(
            "Figures come from {years} simulated years of an invented post. They show how targets "
            "are set; replace them by your own before use."
        ).format(years=number(YEARS)),
        sections=sections,
        heads=(_("Indicator"), _("Expected in a year"), _("9 of 10 years")),
        rows=tuple(_rows(design, targets)),
        after=len(sections) - 1,
        foot=_(
            "Legal texts are summarised, not quoted. Resolution Conf. 11.3 is cited by the "
            "paragraphs of the clean text proposed to CoP19 (Annex 2)."
        ),
    )


def _purpose() -> list[str]:
    """The aim, then each legal basis with what it asks for."""
    cited = (
        ("RC-11.3-12A", _("Resolution Conf. 11.3, paragraph 12 a)")),
        ("ART-VIII-3", _("Convention, Article VIII, paragraph 3")),
        ("TFA-7.4", _("WTO Trade Facilitation Agreement, Article 7.4")),
        ("RKC-6", _("Revised Kyoto Convention, General Annex, Standards 6.2 to 6.5")),
    )
    aim = _(
        "Illegal trade is found and stopped with the least delay for lawful trade. Decision 19.154 "
        "asks for elements of such a policy. National basis: {law}."
    )
    return [aim.format(law=gap("law")), *(_cited(key, place) for key, place in cited)]


def _cited(key: str, place: str) -> str:
    fact = provision(key)
    mark = confirm_mark(fact)
    text = _("{name}: {value}").format(name=place, value=fact.statement(language()))
    return f"{text} ({mark})" if mark else text


def _covered() -> str:
    transit = provision("RC-11.3-2").statement(language())
    return _(
        "All consignments of CITES specimens at import, export and re-export at: {posts}. {transit}"
    ).format(posts=gap("posts"), transit=transit)


def _selection(design: Design, targets: Targets) -> str:
    text = _(
        "The papers of every consignment are checked; where they give cause, the goods are always "
        "examined. Beyond that, {rate} of consignments are chosen."
    ).format(rate=percent(design.rate))
    if design.random_share < 1.0:
        text += " " + _("{share} of these choices go to the highest risk scores.").format(
            share=percent(1.0 - design.random_share)
        )
    if design.random_share > 0.0:
        text += " " + _(
            "{share} are drawn at random by the system among all others (about {n} a year); no "
            "officer chooses or changes the draw, and the chance of each consignment is recorded."
        ).format(share=percent(design.random_share), n=number(targets.sample.mean, 0))
    else:
        text += " " + _("Nothing is drawn at random: what is released stays unknown.")
    if design.scan_share > 0.0:
        text += " " + _(
            "{share} of the choices by score, from the lowest score up, are scanned first and "
            "examined only if the scan alerts."
        ).format(share=percent(design.scan_share))
    return text


def _intensity() -> str:
    plan = POST.sampling
    return _(
        "As many boxes are opened, drawn at random over the whole load and not by the door, as "
        "find illegal goods with {confidence} confidence if they lie in {level} of the boxes and "
        "an opened box reveals them {efficacy} of the time. Where that cannot be reached, all "
        "boxes are opened (at most {most}) and the record says what was not proved."
    ).format(
        confidence=percent(plan.confidence),
        level=percent(plan.level),
        efficacy=percent(plan.efficacy),
        most=number(plan.most),
    )


def _exceptions() -> str:
    ports = provision("ART-VIII-3-PORTS")
    return _(
        "Live animals come first, at every stage, and are cared for while they are held "
        "(Convention, Article VIII, paragraph 3{mark}); time limit: {limit}. Consignments under "
        "privilege or immunity: {privilege}. No other exception is made without a recorded reason."
    ).format(
        mark=", " + confirm_mark(ports) if ports.to_confirm else "",
        limit=gap("limit"),
        privilege=gap("privilege"),
    )


def _safety(design: Design) -> str:
    team = ngettext(
        "{n} officer examines at a time.", "{n} officers examine at the same time.", design.staff
    ).format(n=number(design.staff))
    rule = _(
        "Nobody opens live animals, chemicals or unstable loads alone or without training and "
        "equipment; the national rules apply: {safety}."
    ).format(safety=gap("safety"))
    return f"{team} {rule}"


def _recording() -> str:
    return _(
        "Every consignment is recorded, also those released: reason for the choice (papers, "
        "score, random), chance of selection, boxes and boxes opened, result (also when nothing "
        "is found), minutes, time held. Only so can finds be set against what was looked at."
    )


def _review(design: Design) -> str:
    if design.expiry is None:
        text = _("No expiry is set: a profile that nobody renews goes stale unseen.")
    else:
        text = _(
            "A profile lapses after {months} unless it is renewed with recent results, those of "
            "the random share above all."
        ).format(months=expiry(design.expiry))
    return (
        text
        + " "
        + _(
            "Each one names its reason, evidence and its date, owner, legal basis and expiry; the "
            "burden on small importers and by origin is looked at in every review. Next review: "
            "{review}."
        ).format(review=gap("review"))
    )


def _responsible() -> str:
    return _(
        "This policy: {lead}. Profiles: {profiles}. Complaints: {appeal}. A score is a question, "
        "not a finding: officers may depart from it with a recorded reason."
    ).format(lead=gap("lead"), profiles=gap("profiles"), appeal=gap("appeal"))


def _rows(design: Design, targets: Targets) -> list[tuple[str, ...]]:
    def whole(value: float) -> str:
        return number(value, 0)

    def share(value: float) -> str:
        return percent(value, 1)

    found = _("Illegal consignments found")
    held = _("Compliant consignments held: {who}")
    leave = _("9 of 10 leave within: {who}")
    rows = [
        _row(found, targets.found, whole),
        _estimate(targets),
        _row(leave.format(who=_("live animals")), targets.live, duration),
        _row(leave.format(who=_("other goods held")), targets.other, duration),
        _row(held.format(who=_("small importers")), targets.small, share),
        _row(held.format(who=_("large importers")), targets.large, share),
        _row(_("Officer minutes"), targets.minutes, whole),
        (_("Inspections recorded with reason, chance and result"), percent(1.0), "–"),
    ]
    if design.expiry is not None:
        rows.append((_("Profiles in use after their expiry"), number(0), "–"))
    return rows


def _row(name: str, spread: Spread, write: Callable[[float], str]) -> tuple[str, ...]:
    return (
        name,
        write(spread.mean),
        _("{low} to {high}").format(low=write(spread.low), high=write(spread.high)),
    )


def _estimate(targets: Targets) -> tuple[str, ...]:
    name = _("Findable illegal consignments of all, from the random share (95% interval)")
    if targets.low is None or targets.high is None:
        return name, _("unknown"), "–"
    return (
        name,
        _("{low} to {high}").format(low=percent(targets.low, 1), high=percent(targets.high, 1)),
        "–",
    )
