"""Findings in words: what is wrong, where, on what basis, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass

from borderlab.documents.basis import legal_basis
from borderlab.documents.findings import Finding
from borderlab.documents.rows import Rule
from borderlab.i18n import N_, Translator, language, translator

SEVERITY_WORDS = {
    "reject": N_("Do not clear"),
    "consult": N_("Hold and ask"),
    "note": N_("Record and clear"),
}
BOX_WORDS = {
    "header": N_("heading of the form"),
    "annex": N_("annex"),
}
PART_WORDS = {
    "own origin": N_(
        "The certificate names the re-exporting State itself as the country of origin."
    ),
    "introduced": N_("An introduced population is on record in this State."),
    "pattern": N_("The number is there, but it does not follow the series known from this State."),
    "registered operation": N_(
        "The operation is in the register, so the issuer may have written II because source D is "
        "treated as Appendix II."
    ),
    "line": N_("The item is missing on a line of the goods."),
}
_ROW = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Explanation:
    """One finding in one language.

    Attributes:
        severity: what it means for the clearance.
        title: the rule in a few words.
        where: boxes and lines.
        rule: what must hold.
        detail: what is special about this part of the rule; may be empty.
        action: what to do next.
        caution: when the rule misleads; may be empty.
        basis: the legal basis; citations stay as they are cited.
        mark: "to be confirmed" where the basis was not read in a primary text, else "".
    """

    severity: str
    title: str
    where: str
    rule: str
    detail: str
    action: str
    caution: str
    basis: str
    mark: str

    def sentences(self) -> tuple[str, ...]:
        """The parts that are not empty, in the order of reading."""
        parts = (self.severity, self.title, self.where, self.detail, self.rule, self.action,
                 self.caution, self.basis, self.mark)  # fmt: skip
        return tuple(part for part in parts if part)

    def __str__(self) -> str:
        return "\n".join(self.sentences())


def explain(finding: Finding, language_code: str | None = None) -> Explanation:
    """Say a finding in a language.

    Args:
        finding: of `verify`.
        language_code: ``en``, ``fr`` or ``es``; default: the language in use.

    Raises:
        LanguageError: the kit does not have the language.
    """
    say = translator(language_code or language())
    rule = finding.rule
    severity = say.gettext(SEVERITY_WORDS[finding.severity])
    if finding.confirmed:
        severity = say.gettext("Record and clear: the issuing authority has confirmed")
    return Explanation(
        severity=severity,
        title=_sentence(say.gettext(rule.name)),
        where=_where(finding, say),
        rule=say.gettext("Rule: {text}").format(text=_sentence(say.gettext(rule.logic))),
        detail=say.gettext(PART_WORDS[finding.part]) if finding.part else "",
        action=say.gettext("Next: {text}").format(text=_sentence(say.gettext(rule.action))),
        caution=say.gettext("Caution: {text}").format(text=_sentence(say.gettext(rule.trap)))
        if rule.trap
        else "",
        basis=say.gettext("Basis: {text}").format(text=_sentence(legal_basis(rule, say))),
        mark=say.gettext("to be confirmed") if rule.to_confirm else "",
    )


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _where(finding: Finding, say: Translator) -> str:
    boxes = [say.gettext(BOX_WORDS.get(box, box)) for box in finding.boxes]
    parts = []
    if boxes:
        n = len(boxes)
        parts.append(say.ngettext("Box {boxes}", "Boxes {boxes}", n).format(boxes=", ".join(boxes)))
    if finding.lines:
        n = len(finding.lines)
        letters = ", ".join(_ROW[at] if at < len(_ROW) else str(at + 1) for at in finding.lines)
        parts.append(say.ngettext("line {lines}", "lines {lines}", n).format(lines=letters))
    return ", ".join(parts)


def rule_text(rule: Rule, language_code: str | None = None) -> dict[str, str]:
    """Name, logic, action, trap and basis of a rule in a language, for the rule explorer."""
    say = translator(language_code or language())
    said = {part: say.gettext(getattr(rule, part)) for part in ("name", "logic", "action", "trap")}
    return {**said, "basis": legal_basis(rule, say)}
