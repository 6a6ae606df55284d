"""Permits made by hand from the text of the rules, and what `verify` says of them."""

import dataclasses
import datetime as dt

from borderlab.documents import (
    Endorsement,
    Form,
    ImportPermit,
    Permit,
    PermitLine,
    Presentation,
    changed,
    changed_line,
    verify,
)

DAY = dt.date(2024, 9, 3)
_OF_LINES = {field.name for field in dataclasses.fields(PermitLine)}


def permit(line, **values):
    """A bare export permit of the real world."""
    bare = Permit(
        doc_type="EXPORT", issuer="CM", import_country="FR", issue_date=DAY, lines=(line,),
        presentation=Presentation(direction="import", event_date=DAY + dt.timedelta(days=30)),
    )  # fmt: skip
    return changed(bare, **values)


def line(**values):
    """A bare line of sawn wood."""
    return PermitLine(
        **{"taxon": "Pericopsis elata", "appendix": "II", "source": "W", "term": "SAW", **values}
    )


def ids(one, reference):
    """Rule -> severity of what is found in one permit."""
    return {found.rule.rule_id: found.severity for found in verify(one, reference).for_permit(0)}


def amended(one, **values):
    """A copy with fields of the permit, of its parts or of its first line replaced."""
    head = {name: value for name, value in values.items() if name not in _OF_LINES}
    own = {name: value for name, value in values.items() if name in _OF_LINES}
    one = changed(one, **head) if head else one
    return changed_line(one, 0, **own) if own else one


def wood(**values):
    """A complete export permit for sawn wood of Appendix II."""
    goods = PermitLine(
        taxon="Pericopsis elata", term="SAW", marks=(), appendix="II", source="W", qty=10.0,
        unit="MTQ", origin="", origin_permit_no="", last_reexport="", endorsed_qty=10.0,
    )  # fmt: skip
    whole = Permit(
        doc_type="EXPORT", number="CM-1001", valid_until=dt.date(2024, 9, 4),
        importer_name="A", importer_address="b", import_country="FR",
        exporter_name="C", exporter_address="d", applicant_signature=True,
        special_conditions="", purpose="T", issuer="CM", signature=True,
        issue_date=dt.date(2024, 3, 5), lines=(goods,),
        form=Form(ticks=1, title=True, original=True, language="fr", seal=True,
                  seal_matches=True, annex_pages=0, alterations=()),
        endorsement=Endorsement(endorsed=True, endorsed_on=dt.date(2024, 4, 1),
                                unused_struck=True),
        import_paper=ImportPermit(import_permit=False),
        presentation=Presentation(direction="import", event_date=dt.date(2024, 4, 20),
                                  departure_date=dt.date(2024, 4, 2)),
    )  # fmt: skip
    return amended(whole, **values)


def parrot(**values):
    """A complete export permit for two live parrots of Appendix I, with its import permit."""
    bird = {"taxon": "Psittacus erithacus", "term": "LIV", "appendix": "I", "unit": "NAR",
            "qty": 2.0, "endorsed_qty": 2.0, "marks": ("CHIP1", "CHIP2"), "purpose": "Z",
            "transport_statement": True, "import_permit": True,
            "import_issued": dt.date(2024, 1, 5), "import_taxon": "Psittacus erithacus",
            "import_term": "LIV", "import_qty": 2.0, "import_unit": "NAR",
            "import_holder": "A"}  # fmt: skip
    return wood(**{**bird, **values})


def reexport(**values):
    """A complete re-export certificate for the sawn wood."""
    return wood(**{"doc_type": "REEXPORT", "issuer": "CH", "origin": "CM", "number": "CH-1",
                   "origin_permit_no": "CM-9", "origin_permit_date": dt.date(2023, 9, 1),
                   **values})  # fmt: skip


def ivory(**values):
    """A complete pre-Convention certificate for one tusk, issued where its owner lives."""
    tusk = {"doc_type": "PRE_CONVENTION", "issuer": "FR", "import_country": "US",
            "taxon": "Loxodonta africana", "term": "TUS", "appendix": "I", "source": "OW",
            "unit": "NAR", "qty": 1.0, "endorsed_qty": None, "origin": "KE",
            "acquisition_date": dt.date(1970, 1, 1), "marks": ("KE1",), "purpose": "P",
            "endorsed": None, "endorsed_on": None, "unused_struck": None}  # fmt: skip
    return wood(**{**tusk, **values})


def caviar(**values):
    """A complete export permit for caviar with its label."""
    eggs = {"taxon": "Huso huso", "term": "CAV", "unit": "KGM", "issuer": "RU",
            "label": "HUS/W/RU/2024/0001/12", "marks": ("HUS/W/RU/2024/0001/12",)}  # fmt: skip
    return wood(**{**eggs, **values})
