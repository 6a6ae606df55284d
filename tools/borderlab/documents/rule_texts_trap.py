"""When rules mislead, of the rules in ``rules.csv``, marked for translation; a test keeps them equal."""

# ruff: noqa: E501  (a sentence stays on one line, so that it can be found)
from __future__ import annotations

from borderlab.i18n import N_

TEXTS = (
    N_(
        "An empty box 14 is not in itself a ground for refusal (see rule R146). Boxes 12 and 12a must be empty on a direct export. Box 11a is needed only when a quota exists."
    ),
    N_(
        "A State may re-export goods that first left it, then came back and now leave again: ask before you refuse."
    ),
    N_("Pre-printed national forms may carry only the title."),
    N_(
        "New series appear without notice: a number outside the pattern calls for a question, a missing number for a refusal."
    ),
    N_("Documents of non-Parties and phytosanitary certificates do not bear the CITES title."),
    N_(
        "Regional offices of one Management Authority are accepted when they have been notified. The designation may have changed after the issue."
    ),
    N_("The lists of specimen signatures lag behind changes of staff."),
    N_("For electronic permits, the electronic equivalent counts."),
    N_("Ink that spreads and repeated scanning change the size."),
    N_(
        "Stocks run out: some Parties announce by Notification that they have stopped using the stamps."
    ),
    N_("A digit is easily misread: look at both numbers enlarged, side by side."),
    N_("A second presentation of the same document during the same clearance is not a reuse."),
    N_(
        "The text of the instructions is strict, but many Parties waive the signature on electronic forms."
    ),
    N_("Bilingual forms are accepted."),
    N_("Copies may be accepted for transit control and under arrangements on electronic permits."),
    N_(
        "Annex pages with lists of tag numbers are the normal case, and the count of pages may be off by the cover page."
    ),
    N_("Customs clearance stamps and the importer's file numbers are not alterations."),
    N_("Parties change their forms."),
    N_("A range may include numbers that were properly issued before the date of the theft."),
    N_(
        "Multi-crossing certificates are made to be used again: for travelling exhibitions, ownership and musical instruments."
    ),
    N_(
        "Corrected replacement documents carry a note, and the document they replace has been cancelled."
    ),
    N_(
        "The document is valid through the last minute of the date of expiry. The date that counts is that of presentation for import, not the arrival of the aircraft. An extension exists for timber."
    ),
    N_(
        "Count in calendar months: 31 August plus six months is the last day of February; 180 days is wrong."
    ),
    N_("The dates of an air waybill show the booking: use the date of departure."),
    N_("The day and the month may have been written in another order."),
    N_("Time zones can move a date by one day."),
    N_("In some Parties it is accepted practice to confirm that the import permit will be issued."),
    N_(
        "A narrow exception for personal effects and live pets is reported: check the current text."
    ),
    N_("Retrospective issue on a large scale is itself a pattern of fraud."),
    N_("A territory may be covered by the extension that its State has made."),
    N_("The signal is weak: many offices work at weekends."),
    N_(
        "Specimens of source D need no import permit, and certificates under Article VII need none."
    ),
    N_("The limits for personal effects may apply (see rule R172)."),
    N_("A reservation to the Appendix III listing may have been made."),
    N_("For a re-export, a re-export certificate is sufficient."),
    N_(
        "The species may have moved from Appendix III to Appendix II after the issue: check the listing on the date of the movement."
    ),
    N_("In some regimes, orchids and cacti may be named at family level."),
    N_("Landing in another State needs an export permit of the flag State."),
    N_(
        "It is unclear whether specimens of source D are eligible: consult the issuing Management Authority."
    ),
    N_("A paid performance is still allowed."),
    N_("For travelling exhibitions, a registered agent may travel."),
    N_("The layout is free; the content is not."),
    N_("Several parcels under one transport document and one declaration are one consignment."),
    N_("Agents and freight forwarders lawfully appear on transport documents."),
    N_("Quantities may differ when only part of the goods is shipped."),
    N_(
        "Gender endings, authors' names, hyphens and errors of text recognition may explain a difference: compare the spellings letter by letter before you raise the finding."
    ),
    N_("The finding becomes a reason to consult when the accepted name is in a stricter Appendix."),
    N_("Corals and some hybrid orchids are often named at genus level."),
    N_(
        "There is a transition after a meeting of the Conference of the Parties: amendments enter into force 90 days after the meeting. A document issued before may have been right when it was issued."
    ),
    N_("One trade name covers many species."),
    N_(
        "Introduced and feral populations exist: consult when the range table has records of introduced populations. The UNEP-WCMC check leaves out origin XX."
    ),
    N_("There may be a reintroduced population."),
    N_("Do not raise this as a defect: an unneeded permit is not an offence."),
    N_("The limit of annotation #15 counts the wood of the listed species in each shipment."),
    N_(
        "Scopes differ: some zero quotas bind only source W with purpose T, others bind all sources. Captive-bred specimens may be allowed."
    ),
    N_("Some Parties accept a purpose written in words."),
    N_("Two-letter values such as OW or IW are valid: never limit the code to one character."),
    N_(
        "Exceptions: a reservation is held, the specimen is pre-Convention, the population is in Appendix II, or the purpose of the exporter differs from the use at destination."
    ),
    N_("Source D and pre-Convention specimens are excepted."),
    N_(
        "Issuers sometimes write II because source D is treated as Appendix II: consult if the number of the operation is valid."
    ),
    N_("The exporter may differ from the breeder: the name of the operation must then be given."),
    N_("The definition of source D does not make registration a condition for plants."),
    N_("For F and Y, this rests on general knowledge and is to be confirmed."),
    N_("A non-commercial breeder may state purpose T for a single sale: consult first."),
    N_("New facilities do start: ask, do not refuse."),
    N_(
        "Some snakes, lizards, butterflies and tortoises are ranched outside Resolution Conf. 11.16."
    ),
    N_(
        "For fish that move between the sea and fresh water (diadromous fish), consult the issuing Management Authority."
    ),
    N_(
        "The African elephant and other species were in Appendix III or II long before Appendix I: using the date of the Appendix I listing lets illegal goods pass."
    ),
    N_("Parrots, tortoises and trees live long."),
    N_("In some Parties, auctions of confiscated specimens of Appendix II are lawful."),
    N_("Outfitters and taxidermists act for hunters, and trophies of captive-bred lions exist."),
    N_("Semen, eggs and seeds suit purpose B; museum material may have purpose S or E."),
    N_(
        "Eggs of a sturgeon are declared as CAV, not EGG; the shell of a turtle is declared as CAP, not SHE."
    ),
    N_("A blank unit means the number of specimens; KIL and KGM are the same unit."),
    N_("The statement is pre-printed on most forms and may be on the reverse."),
    N_("Small or larval animals cannot be microchipped."),
    N_("On a first re-export, an empty box is right."),
    N_(
        "Processing changes the description and the unit: convert first (skins to pieces, logs to sawn wood)."
    ),
    N_("Old stocks and pre-Convention goods may explain it."),
    N_("Goods exported before the suspension remain lawful."),
    N_("There are movements with overseas territories and introductions from the sea."),
    N_("This is very common on genuine permits: never treat it as a defect."),
    N_("Hub airports cause detours."),
    N_(
        "Quotas bind exports from the State of origin, not re-exports; their scope depends on the description and the source."
    ),
    N_("The quantity used already includes the present permit."),
    N_(
        "Quota years may not be calendar years, quotas may have been revised, and some trophies have a carry-over."
    ),
    N_("Unused permits that are returned reduce the total."),
    N_(
        "Look for higher taxa as well. Most recommendations cover commercial trade only; some apply to imports. Re-exports and confiscations are outside the UNEP-WCMC check. National bans and information notices are different things."
    ),
    N_("A reservation never binds the other State, which still needs comparable documents."),
    N_("This is not a defect of the document: national law asks for more than CITES."),
    N_("A smaller quantity is normal."),
    N_("Parties have complained of automatic refusals: do not refuse at once."),
    N_(
        "The tolerance concerns net or gross weight, moisture, the drained weight of corals and changes of unit. There is no tolerance for counts of Appendix I."
    ),
    N_("Mortality in transit must be recorded."),
    N_("Invoices use trade names and cartons: convert them first."),
    N_("Codes of the Harmonized System rarely identify species."),
    N_("The house waybill and the master waybill have different numbers."),
    N_(
        "Whole skins, flanks and chalecos need tags; small cut pieces travel in tagged transparent containers."
    ),
    N_(
        "Ranges of numbers and typing errors may explain a difference: check the neighbouring numbers."
    ),
    N_(
        "The order of the elements varies by Party; the year 2000 needs a separator; hybrids use HYB or two codes with an x."
    ),
    N_("Repackaged caviar shows the country and the year of repackaging."),
    N_("For look-alike taxa, record how certain the identification is."),
    N_("Signs are not proof."),
    N_("A match of names needs a second identifier."),
    N_("Sample collections with an ATA carnet count as transit."),
    N_("In transit, a copy may be sufficient."),
    N_(
        "Old notices give 250 g of caviar; the present limit is 125 g (general knowledge, to be confirmed)."
    ),
    N_("Clock errors can be the cause."),
    N_("The status may be updated late."),
)
