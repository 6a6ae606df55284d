"""What `borderlab verify` says beside its findings: what to type next, and how far it has come."""

from __future__ import annotations

from collections.abc import Sequence

from borderlab.i18n import gettext as _
from borderlab.i18n import number
from borderlab.reference import all_species


def hints(lines: Sequence[str]) -> list[str]:
    """What to type on the command line for what the reading of a file leaves open.

    Args:
        lines: what was said about the file; sentences that name an argument of `load_permits`.
    """
    said = "\n".join(lines)
    found = []
    if "dates=" in said:
        found.append(_("On the command line: add --dates dmy (day first) or --dates mdy."))
    if "decimal=" in said:
        found.append(_("On the command line: add --decimal , or --decimal ."))
    if "mapping=" in said:
        found.append(
            _("On the command line: add --column species=HEADER and one more for each column.")
        )
    return found


def few_taxa() -> str:
    """Why a name that is right may not be found."""
    return _(
        "The kit holds {n} listed taxa for teaching, not the whole checklist: a name that it does "
        "not find may be right. Look it up in the CITES checklist first."
    ).format(n=number(len(all_species())))


def reading() -> str:
    """While the file is read."""
    return _("Reading the file …")


def examining(rows: int) -> str:
    """While the rules run."""
    return _("Examining {n} rows …").format(n=number(rows))


def writing() -> str:
    """While findings are written."""
    return _("Writing the findings …")


def stopped() -> str:
    """After Ctrl+C."""
    return _("Stopped; nothing more was written.")


def same_file(name: str) -> str:
    """Why a file is not written over."""
    return _("“{name}” would be written over the permits themselves. Choose another name.").format(
        name=name
    )


def one_file(name: str) -> str:
    """Why two reports do not go into one file."""
    return _("“{name}” cannot be the web page and the CSV file at once. Choose two names.").format(
        name=name
    )


def no_folder(name: str) -> str:
    """Why a folder cannot be written."""
    return _("“{name}” is a folder. Add the name of a file.").format(name=name)


def not_a_column(text: str) -> str:
    """What is wrong with an option ``--column``."""
    return _(
        "“{text}” does not say which column is which. Write for example --column species=Taxon."
    ).format(text=text)
