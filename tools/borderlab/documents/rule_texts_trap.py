"""When rules mislead, of the rules in ``rules.csv``, marked for translation; a test keeps them equal."""

# ruff: noqa: E501  (a sentence stays on one line, so that it can be found)
from __future__ import annotations

from borderlab.i18n import N_

TEXTS = (
    N_(
        "Box 14 empty is not a refusal ground by itself (R146); boxes 12 and 12a must be EMPTY on a direct export; box 11a only when a quota exists"
    ),
    N_(
        "A State may re-export goods that first left it, came back and leave again: ask before refusing"
    ),
    N_("Pre-printed national forms may carry the title only"),
    N_("New series appear without notice: pattern mismatch is a consult, absence is a refusal"),
    N_("Non-Party documents and phytosanitary certificates have no CITES title"),
    N_(
        "Regional offices of one Management Authority are fine when notified; the designation may have changed after issue"
    ),
    N_("Specimen lists lag behind staff changes"),
    N_("Electronic equivalent counts for e-permits"),
    N_("Ink spread and rescans change size"),
    N_("Stocks run out: some Parties announce a stop by Notification"),
    N_("A digit is easily misread: look at both numbers enlarged side by side"),
    N_("Second presentation of the same document in the same clearance is not reuse"),
    N_("The instruction text is strict, many Parties waive it on electronic forms"),
    N_("Bilingual forms are fine"),
    N_("Transit control and e-permit arrangements may accept copies"),
    N_("Lists of tag numbers are the normal case, page counts off by the cover page"),
    N_("Customs clearance stamps and importer file numbers are not alterations"),
    N_("Parties change forms"),
    N_("Ranges may include numbers issued properly before the theft date"),
    N_(
        "Multi-crossing certificates are made for reuse: travelling exhibition, ownership, musical instrument"
    ),
    N_("Corrected replacement documents carry a note and a cancelled predecessor"),
    N_(
        "Valid through the last minute of the expiry date; test date is presentation for import, not arrival of the aircraft; timber extension exists"
    ),
    N_(
        "Use calendar months: 31 August plus six months is the last day of February; 180 days is wrong"
    ),
    N_("Air waybill dates show booking; use departure"),
    N_("Day-month order confusion"),
    N_("Time zones can move a date by one day"),
    N_("Confirmation that it will be issued is accepted practice in some Parties"),
    N_("Narrow relief for personal effects and live pets is reported; check current text"),
    N_("Mass retrospective issue is itself a fraud pattern (FP12)"),
    N_("Territories may be covered by the extension made by their State"),
    N_("Weak signal: many offices work weekends"),
    N_("D specimens need none; certificates under Art. VII need none"),
    N_("Personal effects limits (R172)"),
    N_("Reservation to the Appendix III listing"),
    N_("Re-export certificate suffices for re-exports"),
    N_("Species moved from III to II after issue: check the listing at the event date"),
    N_("Orchids and cacti may be named at family level in some regimes"),
    N_("Landing in another State needs an export permit of the flag State"),
    N_("D eligibility is unclear: consult"),
    N_("Paid performance is still allowed"),
    N_("Travelling shows: registered agent may travel"),
    N_("Layout is free; content is not"),
    N_("Several parcels under one transport document and one declaration are one consignment"),
    N_("Agents and freight forwarders appear on transport documents lawfully"),
    N_("Quantities may differ when only part is shipped"),
    N_("Gender endings, author names, hyphens, OCR errors: use edit distance before raising"),
    N_("Severity rises to consult when accepted name has stricter Appendix"),
    N_("Corals and some hybrid orchids are often at genus level"),
    N_(
        "Transition after a CoP: amendments enter into force 90 days after the meeting; a document issued before may be right when issued"
    ),
    N_("Trade names cover many species"),
    N_(
        "Introduced and feral populations exist: use consult when the range table has introduced records; origin XX is skipped by the upstream check"
    ),
    N_("Reintroduced populations"),
    N_("Do not raise as a defect: an unneeded permit is not an offence"),
    N_("#15 limit counts wood of the listed species per shipment"),
    N_("Scopes differ: some bind only W with T, some all sources; captive-bred may be allowed"),
    N_("Written purpose in words is accepted by some Parties"),
    N_("Two-letter values such as OW or IW are valid: never limit to one character"),
    N_(
        "Exceptions: reservation held, pre-Convention, Appendix II population, purpose of exporter differs from use at destination"
    ),
    N_("D and pre-Convention excepted"),
    N_(
        "Issuers sometimes write II because D is treated as II: consult if operation number is valid"
    ),
    N_("Exporter may differ from the breeder: then the name of the operation must be given"),
    N_("Definition of D does not make registration a condition for plants"),
    N_("F and Y extension is K"),
    N_("Non-commercial breeder may state T for a sale once: consult first"),
    N_("New facilities do start; ask, do not refuse"),
    N_("Some snakes, lizards, butterflies and tortoises are ranched outside Res. 11.16"),
    N_("Diadromous fish: consult"),
    N_(
        "African elephant and others were in Appendix III or II long before Appendix I; using the Appendix-I date lets illegal goods pass"
    ),
    N_("Parrots, tortoises and trees live long"),
    N_("Auction of Appendix II confiscations is lawful in some Parties"),
    N_("Outfitters and taxidermists act for hunters; captive-bred lion trophies exist"),
    N_("Semen, eggs and seeds suit B; museum material may be S or E"),
    N_("EGG of sturgeon is CAV; SHE of turtle is CAP"),
    N_("Blank unit means number; KIL and KGM are the same unit"),
    N_("Pre-printed on most forms, may sit on the reverse"),
    N_("Small or larval animals cannot be chipped"),
    N_("Empty is right on a first re-export"),
    N_("Processing changes term and unit: apply conversion (skin to pieces, logs to sawn wood)"),
    N_("Old stocks and pre-Convention goods"),
    N_("Goods exported before the suspension stay lawful"),
    N_("Movements with overseas territories and introductions from the sea"),
    N_("Very common on genuine permits: never treat as defect"),
    N_("Hub airports cause detours"),
    N_("Quotas bind origin exports, not re-exports; scopes by term and source"),
    N_("The used figure already includes the present permit"),
    N_("Quota years may not be calendar years; revised quotas; carry-over for some trophies"),
    N_("Unused permits returned reduce the total"),
    N_(
        "Match on ancestors; most cover commercial trade only; some apply to imports; re-exports and confiscations are outside the upstream check; national bans and information notices are different things"
    ),
    N_("A reservation never binds the other State: it still needs comparable documents"),
    N_("Not a defect of the document: national law asks for more than CITES"),
    N_("Smaller is normal"),
    N_("Parties complained of automatic refusals: do not refuse at once"),
    N_(
        "Tolerance: net or gross weight, moisture, drained weight of corals, unit change; zero tolerance for counts of Appendix I"
    ),
    N_("Mortality in transit must be recorded"),
    N_("Invoices use trade names and cartons: convert first"),
    N_("HS codes rarely identify species"),
    N_("House and master waybills differ"),
    N_(
        "Whole skins, flanks and chalecos need tags; small cut pieces travel in tagged transparent containers"
    ),
    N_("Ranges and typing errors: check pattern neighbours"),
    N_(
        "Order of elements varies by Party; year 2000 needs a separator; hybrids use HYB or two codes with x"
    ),
    N_("Repackaged caviar shows country and year of repackaging"),
    N_("Look-alike taxa: record confidence of the identification"),
    N_("Signs are not proof"),
    N_("Name matching needs second identifier"),
    N_("Sample collections with ATA carnet count as transit"),
    N_("A copy may suffice in transit"),
    N_("Old notices give 250 g caviar; the present limit is 125 g (general knowledge)"),
    N_("Clock errors"),
    N_("Status may be delayed"),
)
