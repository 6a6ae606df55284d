"""What must hold, of the rules in ``rules.csv``, marked for translation; a test keeps them equal."""

# ruff: noqa: E501  (a sentence stays on one line, so that it can be found)
from __future__ import annotations

from borderlab.i18n import N_

TEXTS = (
    N_("Each item that applies to the document type must be filled or justified in box 5"),
    N_(
        "Export permit: issuing State is the origin. Re-export certificate: origin differs from issuing State. Import permit: issuing State is the destination"
    ),
    N_("Type other needs the name of the certificate"),
    N_("Exactly one tick"),
    N_("Number present and matches the pattern learnt from known documents of that Party"),
    N_("Title required by treaty; logo by resolution"),
    N_(
        "Issuer must be in the directory of authorities notified to the Secretariat for that State at the date of issue"
    ),
    N_("Name and signature match the specimens held"),
    N_("Identifying stamp of the issuing Management Authority must be there"),
    N_("Wording, shape, size, place agree with the specimen impression"),
    N_("Party known to use stamps, none affixed"),
    N_("Numbers must be equal and legible"),
    N_("Signature and seal must run across the stamp"),
    N_("One stamp serves one document"),
    N_("Box 4 signature"),
    N_("English, French or Spanish, or a full translation attached"),
    N_("A copy counts only so far as endorsed on it"),
    N_(
        "Permit states page total; each annex page shows permit number, issue date, signature or seal"
    ),
    N_(
        "Erasure, scratching, overwriting or added text is valid only with stamp and signature of the issuing Management Authority"
    ),
    N_("Compare with sample permit held by Secretariat / on ENVIRONET"),
    N_("Number or range in an alert"),
    N_("Same number already cleared"),
    N_("Same number and issuer, other taxon, quantity, parties or dates"),
    N_("A replacement states number replaced and reason; first is cancelled"),
    N_("Only blocks listed on the face may be filled by the holder"),
    N_("Presentation date after expiry"),
    N_("Expiry later than issue plus maximum"),
    N_("Issue date later than departure"),
    N_("Order of dates"),
    N_("Endorsement on or after issue, on or before expiry, on or before departure"),
    N_("Exporting Management Authority must be satisfied that an import permit has been granted"),
    N_("Retrospective issue is closed for Appendix I"),
    N_("Must say that it is retrospective and why"),
    N_(
        "Both Management Authorities must be satisfied: irregularity not attributable to the parties, trade otherwise lawful"
    ),
    N_("Day and month both at most 12 and different order gives another answer"),
    N_("Before accession or after withdrawal the document is a non-Party document"),
    N_("No extension except listed timber case"),
    N_("Public holiday or weekend issue is a weak signal"),
    N_("Import permit required before export"),
    N_("Evidence that an import permit has been granted must exist (see also R035)"),
    N_("One of the two must be presented"),
    N_("Listing State exports need export permit"),
    N_("Certificate of origin needed"),
    N_("Certificate of origin works only for Appendix III"),
    N_("CAPTIVE_BRED only C; ART_PROP only A; PRE_CONVENTION only O"),
    N_(
        "Only propagated Appendix II or III plants (and hybrids of un-annotated Appendix I taxa), issuing Party on the list, statement and name present"
    ),
    N_("IFS only for source X, Appendix I or II, marine taxa, single-State landing"),
    N_("Only pre-Convention or captive-bred / propagated specimens"),
    N_("Non-commercial; Appendix I only if pre-Convention"),
    N_("Carnet number on the document and carnet valid"),
    N_("Holder must be the traveller"),
    N_(
        "Authority listed, species, origin statement, non-detriment and legal-acquisition certifications on the face"
    ),
    N_("Separate document for each consignment"),
    N_("Exporter and importer on permit equal the real parties"),
    N_("Taxon, term, quantity and parties must agree between the two"),
    N_("Name absent from checklist after normalisation"),
    N_("Name resolves to accepted name"),
    N_("Species level required except where accepted practice allows higher level"),
    N_(
        "Compare with listing valid at the event date and, for split listings, for the origin population"
    ),
    N_("Population decides the Appendix"),
    N_("Names point to different taxa"),
    N_("Recent hybrid lineage keeps the stricter listing"),
    N_("Origin (or exporter when box 12 is empty) must be in the natural range"),
    N_("Extinct status at date"),
    N_("Term outside the covered list means CITES does not apply"),
    N_("Declared as exempt finished product but is chips, logs or over the weight limit"),
    N_("Scope of the zero quota matched on source, purpose, term, country"),
    N_("One code of the list"),
    N_("One code, or two when O or I is combined"),
    N_("I with W, X, F or R and T"),
    N_("Importing Management Authority must find no primarily commercial use"),
    N_("D exists only for Appendix I"),
    N_("12b filled, number in register, same State, same species, date after registration"),
    N_("Number expected when nursery is registered"),
    N_("Animals never A or Y; plants never C, R or F"),
    N_(
        "Commercial breeding of Appendix I must be D from a registered operation, otherwise F with Article III"
    ),
    N_("F gives no relief"),
    N_(
        "Numbers exceed capacity, species not known to breed in captivity, only adults, sudden start of C exports, wild quota just cut"
    ),
    N_("R outside known ranching programmes"),
    N_("High-seas origin impossible"),
    N_("IFS does not regulate Appendix III"),
    N_("Precise date or certified before-date required"),
    N_("First inclusion in any Appendix counts"),
    N_("Age implied exceeds longevity"),
    N_("Disposal rules"),
    N_("U must be justified"),
    N_(
        "H with live animals, plants, large numbers, importer not a person, or bred source without explanation"
    ),
    N_("G with animals; Z with plants; B or N with dead specimens; M with ornaments"),
    N_("For example feathers of a snake"),
    N_("Unit neither preferred nor alternative; package units never"),
    N_("Statement for live transport must be there"),
    N_("Identity data expected"),
    N_("Country, permit number and date, or justification in box 5"),
    N_("Time order"),
    N_("Origin export must have been used within its validity"),
    N_("Needed from the second re-export on"),
    N_("Sum of re-exports against one origin permit exceeds quantity imported"),
    N_("Origin XX with W or R"),
    N_("Suspension covers exports from origin; check date of first export"),
    N_(
        "Goods claim origin or re-export in a non-Party or a Party with reservation, while range State is elsewhere"
    ),
    N_("No international trade"),
    N_("Box 12 is for re-export only"),
    N_("Transit points or final destination differ from permit"),
    N_("Cumulative total and quota must be shown"),
    N_("First number larger than second"),
    N_("Number after the slash equals the published one for that year"),
    N_("Totals must grow with permit date by at least the permit quantity"),
    N_("Sum seen exceeds published quota"),
    N_(
        "Active recommendation matches taxon or a higher taxon, State, purpose and source, direct trade only"
    ),
    N_("State with reservation is treated as non-Party for that species"),
    N_("Some Notifications make acceptance depend on confirmation by the Secretariat"),
    N_("Importing or exporting State bans or conditions trade beyond CITES"),
    N_("Tag shows State, number within quota and year"),
    N_("Box 14 greater than box 11"),
    N_("No quantity, signature or stamp of the export control"),
    N_("Unused blocks should be struck out"),
    N_("Count or weight exceeds document beyond tolerance"),
    N_("Less than stated"),
    N_("Cross-document consistency"),
    N_("Mass per piece outside range"),
    N_("Price far from peers: possible misdeclared species or grade"),
    N_("For example live animals outside Chapter 1"),
    N_("Numbers differ"),
    N_("Mark numbers absent where a Resolution requires them"),
    N_("Set difference not empty"),
    N_(
        "Tag shows ISO country, serial, species code, year; country equals origin, code equals taxon, year not after issue"
    ),
    N_(
        "Label order: species code, source, origin ISO, harvest year, plant code, lot; all equal permit"
    ),
    N_("More than 18 months after the original export permit"),
    N_("Pieces of 20 cm and 1 kg or more carry country, year, serial, weight"),
    N_("Identification result"),
    N_(
        "Wild traits on animals declared captive-bred: parasites, injuries, mixed ages, no closed rings"
    ),
    N_("Match on persistent offenders list"),
    N_("Remains under customs control, named consignee, stop only due to transport arrangements"),
    N_("Existence of a valid permit must be verifiable"),
    N_(
        "Three treaty tests for Appendix II; Appendix I acquired abroad never exempt; agreed limits"
    ),
    N_("Both codes in register; non-commercial"),
    N_("Signature invalid, certificate expired or data hash differs"),
    N_("Cancelled, used, replaced, expired"),
    N_("Field comparison"),
    N_("Electronic issue alone needs agreement of the Parties concerned"),
)
