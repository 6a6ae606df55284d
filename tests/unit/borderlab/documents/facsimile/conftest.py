"""A permit of an invented State with two lines, sealed, signed, stamped and endorsed."""

from __future__ import annotations

import datetime as dt

import pytest

from borderlab.documents.model import Endorsement, Form, Permit, PermitLine

SKIN = PermitLine(
    taxon="Python regius",
    common_name="Ball python",
    term="SKI",
    appendix="II",
    source="W",
    qty=1200.0,
    unit="KGM",
    quota_used=3400.0,
    quota_total=5000.0,
    origin="QM",
    origin_permit_no="QM24-00811",
    origin_permit_date=dt.date(2024, 11, 2),
)
BIRD = PermitLine(
    taxon="Psittacus erithacus",
    common_name="Grey parrot",
    term="LIV",
    age_sex="2 M, 3 F",
    marks=("QP 2024 00123", "QP 2024 00124"),
    appendix="I",
    source="C",
    qty=5.0,
    unit="NAR",
    origin="QP",
    operation_no="A-QP-501",
)


def make(**fields) -> Permit:
    """The permit with other values in some fields."""
    values = {
        "doc_type": "EXPORT",
        "number": "QP25-04177391",
        "valid_until": dt.date(2025, 9, 14),
        "importer_name": "Rijnhaven Bird Park Ltd",
        "importer_address": "12 Harbour Street, Rijnhaven",
        "import_country": "XH",
        "exporter_name": "Almeda Aviculture (Pty) Ltd",
        "exporter_address": "Plot 7, Coast Road, Port Almeda",
        "applicant_signature": True,
        "special_conditions": "Feed and water at every stop.",
        "transport_statement": True,
        "purpose": "T",
        "issuer": "QP",
        "authority": "QP-MA",
        "signatory": "QP-S1",
        "signature": True,
        "issue_date": dt.date(2025, 3, 14),
        "transport_doc": "AWB 176-4419 2210",
        "lines": (BIRD, SKIN),
        "form": Form(stamp_no="A 0417739", stamp_affixed_no="A 0417739"),
        "endorsement": Endorsement(endorsed=True, endorsed_on=dt.date(2025, 3, 20)),
    }
    return Permit(**(values | fields))


@pytest.fixture
def permit() -> Permit:
    return make()
