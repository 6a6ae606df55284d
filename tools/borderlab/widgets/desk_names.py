"""Names of cases as a lesson writes them: ``kit.mark_defects(case="altered_quantity")``."""

from __future__ import annotations

from collections.abc import Iterable

from borderlab.documents.defects import RECIPES
from borderlab.tasks.desk_cases import HARMLESS, Case, case
from borderlab.widgets.ranges import check_choice

NAMED: dict[str, tuple[str, ...]] = {
    "clean": (),
    "expired": ("DF01",),
    "too_long_validity": ("DF02",),
    "altered_date": ("DF03",),
    "altered_quantity": ("DF04",),
    "added_line": ("DF05",),
    "stamp_number": ("DF06",),
    "reused_stamp": ("DF07",),
    "open_stamp": ("DF08",),
    "seal_wording": ("DF09",),
    "other_ministry": ("DF10",),
    "former_signatory": ("DF11",),
    "stolen_number": ("DF12",),
    "used_number": ("DF13",),
    "clone": ("DF14",),
    "copy": ("DF15",),
    "no_address": ("DF16",),
    "no_origin": ("DF17",),
    "origin_later": ("DF18",),
    "mass_balance": ("DF19",),
    "non_party": ("DF20",),
    "wild_commercial": ("DF21",),
    "d_on_appendix_two": ("DF22",),
    "unregistered": ("DF23",),
    "captive_plant": ("DF24",),
    "never_bred": ("DF25",),
    "no_import_permit": ("DF26",),
    "no_acquisition_date": ("DF27",),
    "after_first_listing": ("DF28",),
    "impossible_age": ("DF29",),
    "river_fish": ("DF30",),
    "no_certificate": ("DF31",),
    "wrong_certificate": ("DF32",),
    "wild_phytosanitary": ("DF33",),
    "misspelt": ("DF34",),
    "look_alike": ("DF35",),
    "old_appendix": ("DF36",),
    "outside_range": ("DF37",),
    "quota_exceeded": ("DF38",),
    "quota_inflated": ("DF39",),
    "parallel_permits": ("DF40",),
    "suspended": ("DF41",),
    "zero_quota": ("DF42",),
    "retrospective": ("DF43",),
    "endorsed_too_much": ("DF45",),
    "endorsed_early": ("DF46",),
    "more_found": ("DF47",),
    "invoice_differs": ("DF48",),
    "other_tag": ("DF50",),
    "caviar_label": ("DF51",),
    "other_chip": ("DF52",),
    "boxes_as_unit": ("DF53",),
    "no_transport_line": ("DF54",),
    "unsigned_annex": ("DF55",),
    "to_order": ("DF56",),
    "other_import_permit": ("DF57",),
    "edited_print": ("DF58",),
    "not_confirmed": ("DF59",),
    "sold_animal": ("DF60",),
    "lawful_origin_repeated": ("BN01",),
    "lawful_unendorsed": ("BN02",),
    "lawful_less": ("BN03",),
    "lawful_double_source": ("BN04",),
    "lawful_spelling": ("BN05",),
    "lawful_forwarder": ("BN07",),
    "lawful_correction": ("BN08",),
    "lawful_end_of_month": ("BN09",),
    "lawful_last_day": ("BN10",),
    "lawful_before_uplisting": ("BN11",),
    "lawful_introduced": ("BN12",),
    "lawful_house_waybill": ("BN14",),
    "lawful_units": ("BN16",),
    "lawful_old_stock": ("BN17",),
    "lawful_note": ("BN20",),
    "lawful_new_signatory": ("BN21",),
}
"""Name of a case -> defects of ``defects.csv`` in it."""


def find_case(name: str, defects: Iterable[str], seed: int, looks_alike: Iterable[str]) -> Case:
    """The case that an author's cell asks for.

    Args:
        name: of `NAMED`; "" for none.
        defects: further ids of ``defects.csv``.
        seed: draws the permit.
        looks_alike: ids of benign rows (``"BN08"``), their names here, or signs of `HARMLESS`.

    Raises:
        ValueError: an unknown name, or defects that do not fit on one permit.
    """
    check_choice("case", name, ("", *NAMED))
    for one in defects:
        check_choice("defects", one, RECIPES)
    ids, looks = [*NAMED.get(name, ()), *defects], []
    for one in looks_alike:
        if one in HARMLESS:
            looks.append(one)
        elif one in NAMED:
            ids.extend(NAMED[one])
        else:
            check_choice("looks_alike", one, RECIPES)
            ids.append(one)
    return case(tuple(ids), seed, looks=looks)
