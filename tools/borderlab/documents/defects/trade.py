"""Defects of source, origin, quota and document needed."""

# ruff: noqa: ARG001  (all recipes have one signature, whether they draw lots or not)
from __future__ import annotations

import datetime as dt
import random

from borderlab import world
from borderlab.documents.adapter_world import NON_PARTY, world_reference
from borderlab.documents.defects.goods import lots
from borderlab.documents.defects.injecting import days, other, recipe
from borderlab.documents.kinds import BLANK_DATE
from borderlab.documents.model import Permit, changed, changed_line

Permits = tuple[Permit, ...]
_SHORT_LIVED = "Gracula religiosa"
_RIVER_FISH = "Arapaima gigas"
_SMALL_QUOTA = 3


def _taxon(permit: Permit) -> int:
    ref = world_reference()
    return int(ref.taxa.accepted[ref.taxa.names.code(permit.lines[0].taxon)])


def _range_known(permit: Permit) -> bool:
    return bool((world_reference().in_range[_taxon(permit)] == 1).any())


def _outside(permit: Permit) -> str:
    """A State outside the range, without introduced population."""
    ref, taxon = world_reference(), _taxon(permit)
    for code in world.atlas().codes:
        place = ref.states.codes[code]
        absent = ref.in_range[taxon, place] == 0 and not ref.introduced[taxon, place]
        if absent and code != permit.issuer:
            return str(code)
    raise LookupError("the species occurs everywhere")


def _has_outside(permit: Permit) -> bool:
    ref, taxon = world_reference(), _taxon(permit)
    n = len(world.atlas().codes)
    return _range_known(permit) and int((ref.in_range[taxon, :n] == 0).sum()) > 2  # noqa: PLR2004


def _live_and_never_bred(permit: Permit) -> bool:
    ref = world_reference()
    return (
        permit.lines[0].term == "LIV"
        and ref.taxa.bred[_taxon(permit)] == 0
        and bool(ref.taxa.animal[_taxon(permit)])
    )


@recipe("DF17", "reexport", "R120", "12 5")
def no_origin_data(permit: Permit, rng: random.Random) -> Permit:
    """Boxes 12 and 5 are empty."""
    bare = changed_line(permit, origin="", origin_permit_no="", origin_permit_date=BLANK_DATE)
    return changed(bare, special_conditions="")


@recipe("DF18", "reexport", "R121", "12")
def origin_permit_later(permit: Permit, rng: random.Random) -> Permit:
    """The origin permit is dated ten days after the certificate."""
    return changed_line(
        permit, origin_permit_date=permit.issue_date + days(10) if permit.issue_date else None
    )


@recipe("DF19", "reexport", "R124", "11 12")
def mass_balance_broken(permit: Permit, rng: random.Random) -> Permits:
    """A second re-export makes the sum exceed the import."""
    first = changed_line(permit, origin_qty=permit.lines[0].qty)
    return first, other(first, "82")


@recipe("DF20", "reexport", "R127 R063", "12a", _range_known)
def non_party_hop(permit: Permit, rng: random.Random) -> Permit:
    """The goods passed through a non-Party without certifications."""
    hop = changed_line(
        permit,
        last_reexport=NON_PARTY,
        last_reexport_no="XL-1",
        last_reexport_date=permit.lines[0].first_import_date,
    )
    return changed(hop, non_detriment=False, legal_acquisition=False)


@recipe("DF21", "scientific", "R092 R050", "5a 10")
def wild_for_commerce(permit: Permit, rng: random.Random) -> Permit:
    """Appendix I, wild, commercial, and no import permit."""
    return changed(permit, purpose="T", import_permit=False)


@recipe("DF22", "bred", "R094", "10")
def d_on_appendix_two(permit: Permit, rng: random.Random) -> Permit:
    """Source D with Appendix II."""
    return changed_line(permit, source="D")


@recipe("DF23", "registered", "R095", "12b")
def unregistered_operation(permit: Permit, rng: random.Random) -> Permit:
    """An operation number that the register does not have."""
    return changed_line(permit, operation_no=f"A-{permit.issuer}-{rng.randint(700, 899)}")


@recipe("DF24", "grown", "R097", "10")
def captive_plant(permit: Permit, rng: random.Random) -> Permit:
    """Source C on a plant."""
    return changed_line(permit, source="C")


@recipe("DF25", "wild", "R100 R162", "10 11", _live_and_never_bred)
def never_bred(permit: Permit, rng: random.Random) -> Permit:
    """Many live animals declared C of a taxon that is not bred, all adults from the wild."""
    return changed_line(
        permit,
        source="C",
        qty=500.0,
        endorsed_qty=500.0,
        found_qty=500.0,
        invoice_qty=500.0,
        wild_signs=True,
    )


@recipe("DF26", "zoo", "R099 R050", "10")
def f_without_import_permit(permit: Permit, rng: random.Random) -> Permit:
    """Source F gives no relief."""
    return changed_line(changed(permit, import_permit=False, import_taxon=None), source="F")


@recipe("DF27", "old", "R104", "12b")
def no_acquisition_date(permit: Permit, rng: random.Random) -> Permit:
    """Pre-Convention without a date."""
    return changed_line(permit, acquisition_date=BLANK_DATE)


@recipe("DF28", "old", "R105", "12b")
def after_first_listing(permit: Permit, rng: random.Random) -> Permit:
    """Acquired after the first listing, which may be long before the listing in Appendix I."""
    old = permit.lines[0].acquisition_date
    first = int(world_reference().taxa.first_listed[_taxon(permit)])
    from borderlab.documents.defects.clean import _EPOCH

    return changed_line(
        permit, acquisition_date=_EPOCH + days(first + rng.randint(0, 700)) if old else None
    )


@recipe("DF29", "old", "R106", "7 12b")
def impossible_age(permit: Permit, rng: random.Random) -> Permit:
    """A living mynah acquired half a century ago."""
    return changed_line(
        permit, taxon=_SHORT_LIVED, found_taxon=_SHORT_LIVED, common_name="", term="LIV", unit="",
        appendix="II", acquisition_date=dt.date(1965, 3, 1),
        hs6="010639", net_kg=None, invoice_value=None,
    )  # fmt: skip


@recipe("DF30", "bred", "R102", "10")
def sea_source_for_river_fish(permit: Permit, rng: random.Random) -> Permit:
    """Source X on a fish of rivers."""
    return changed_line(
        permit, taxon=_RIVER_FISH, found_taxon=_RIVER_FISH, common_name="", source="X"
    )


@recipe("DF31", "third", "R054", "1")
def no_certificate_of_origin(permit: Permit, rng: random.Random) -> Permit:
    """Appendix III from a State that has not listed it, with no document."""
    return changed_line(changed(permit, doc_type="NONE"), origin=permit.issuer)


@recipe("DF32", "wild", "R055", "1 10")
def certificate_of_origin_for_two(permit: Permit, rng: random.Random) -> Permit:
    """A certificate of origin for Appendix II."""
    return changed(permit, doc_type="ORIGIN", origin_statement=True)


@recipe("DF33", "phyto", "R057", "1 10")
def wild_phytosanitary(permit: Permit, rng: random.Random) -> Permit:
    """A phytosanitary certificate for wild plants."""
    return changed_line(permit, source="W")


@recipe("DF36", "scientific", "R073 R050", "10")
def old_appendix(permit: Permit, rng: random.Random) -> Permit:
    """Appendix II on a taxon that is in Appendix I."""
    return changed_line(changed(permit, import_permit=False), appendix="II")


@recipe("DF37", "reexport", "R077", "12", _has_outside)
def outside_range(permit: Permit, rng: random.Random) -> Permit:
    """Wild specimens from a State where the species does not occur."""
    return changed_line(permit, origin=_outside(permit))


@recipe("DF57", "zoo", "R066 R050", "linked")
def import_permit_for_another(permit: Permit, rng: random.Random) -> Permit:
    """The import permit names another species."""
    names = sorted({lot.name for lot in lots("zoo")} - {permit.lines[0].taxon or ""})
    return changed(permit, import_taxon=rng.choice(names))
