"""What must hold, of the rules in ``rules.csv``, marked for translation; a test keeps them equal."""

# ruff: noqa: E501  (a sentence stays on one line, so that it can be found)
from __future__ import annotations

from borderlab.i18n import N_

TEXTS = (
    N_(
        "Every item that applies to this type of document must be filled in, or its absence must be justified in box 5."
    ),
    N_(
        "On an export permit, the issuing State must be the country of origin. On a re-export certificate, the country of origin must differ from the issuing State. On an import permit, the issuing State must be the country of destination."
    ),
    N_("If the type “other” is ticked, the certificate must be named."),
    N_("Exactly one type of document must be ticked."),
    N_(
        "The control number must be there and must match the pattern learnt from known documents of that Party."
    ),
    N_("The treaty requires the title of the Convention; the Resolution requires the logo."),
    N_(
        "At the date of issue, the issuer must be in the directory of authorities notified to the Secretariat for that State."
    ),
    N_("The name and the signature must match the specimen signatures held."),
    N_("The identifying stamp of the issuing Management Authority must be on the document."),
    N_(
        "The wording, shape, size and place of the seal or stamp must agree with the specimen impression."
    ),
    N_("A document of a Party that is known to use security stamps must bear one."),
    N_("The two numbers must be equal and legible."),
    N_("The signature and the seal must run across the stamp."),
    N_("One stamp serves one document only."),
    N_("The applicant must have signed in box 4."),
    N_("The document must be in English, French or Spanish, or have a full translation attached."),
    N_("A copy is valid only to the extent endorsed on it."),
    N_(
        "The permit must state the total number of pages; each annex page must show the number of the permit, the date of issue and a signature or seal."
    ),
    N_(
        "An erasure, a scratching, an overwriting or an added text is valid only with the stamp and the signature of the issuing Management Authority."
    ),
    N_(
        "The form is compared with the sample permit held by the Secretariat or available on ENVIRONET."
    ),
    N_("The number must not be named in an alert, alone or within a range."),
    N_("The number must not be that of a document already cleared."),
    N_(
        "A number of the same issuer must not appear again with another taxon, other quantities, other parties or other dates."
    ),
    N_(
        "A replacement document must state the number replaced and the reason, and the first document must be cancelled."
    ),
    N_("The holder may fill in only the blocks listed on the face of the document."),
    N_("The document must be presented on or before its date of expiry."),
    N_(
        "The date of expiry must not be later than the date of issue plus the longest validity allowed."
    ),
    N_("The date of issue must not be later than the departure of the goods."),
    N_("The date of expiry must not be before the date of issue."),
    N_(
        "The endorsement must be dated on or after the issue, on or before the expiry and on or before the departure."
    ),
    N_(
        "The Management Authority of the State of export must be satisfied that an import permit has been granted."
    ),
    N_("No document may be issued retrospectively for Appendix I."),
    N_("The document must say that it is retrospective and why."),
    N_(
        "Both Management Authorities must be satisfied that the irregularity is not attributable to the parties and that the trade is otherwise lawful."
    ),
    N_(
        "A date is ambiguous when the day and the month are both at most 12 and the other order gives another answer."
    ),
    N_(
        "Before the State's accession or after its withdrawal, the document is that of a non-Party."
    ),
    N_("The validity cannot be extended, except in the listed case of timber."),
    N_("Issue on a public holiday or at a weekend is a weak signal."),
    N_("An import permit is required before the export."),
    N_("There must be evidence that an import permit has been granted (see also rule R035)."),
    N_("An export permit or a re-export certificate must be presented."),
    N_("An export from the State that has listed the species needs an export permit."),
    N_("A certificate of origin is needed."),
    N_("A certificate of origin is valid only for Appendix III."),
    N_(
        "A certificate of captive breeding is only for source C, a certificate of artificial propagation only for source A, and a pre-Convention certificate only for source O."
    ),
    N_(
        "The certificate is accepted only for artificially propagated plants of Appendix II or III (and hybrids of Appendix I taxa without annotation). The issuing Party must be on the list, and the statement and the name must be there."
    ),
    N_(
        "The certificate is only for specimens of marine taxa of Appendix I or II with source X, when a single State is involved in the landing."
    ),
    N_(
        "The certificate is only for pre-Convention specimens and for specimens bred in captivity or artificially propagated."
    ),
    N_(
        "The use must be non-commercial, and specimens of Appendix I are covered only if they are pre-Convention."
    ),
    N_("The number of the ATA carnet must be on the document, and the carnet must be valid."),
    N_("The holder of the certificate must be the traveller."),
    N_(
        "The authority must be listed, and the face of the document must show the species, a statement of origin and the certifications of non-detriment and legal acquisition."
    ),
    N_("Each consignment needs a separate document."),
    N_("The exporter and the importer on the permit must be the real parties."),
    N_(
        "The taxon, the description, the quantity and the parties must agree between the two documents."
    ),
    N_("The name must be found in the checklist once its spelling has been standardised."),
    N_("The name on the document leads to another name, which is the accepted one."),
    N_("The species must be named, except where accepted practice allows a higher level."),
    N_(
        "The Appendix is compared with the listing valid on the date of the movement and, for split listings, for the population of origin."
    ),
    N_("The population decides the Appendix."),
    N_("The common name and the scientific name must not point to different taxa."),
    N_("A hybrid with a recent lineage keeps the stricter listing."),
    N_(
        "The State of origin (or the State of export when box 12 is empty) must be in the natural range of the species."
    ),
    N_("The species must not have been extinct in that State on that date."),
    N_(
        "CITES does not apply to a part or derivative that is not in the list covered by the annotation."
    ),
    N_(
        "Goods declared as an exempt finished product must not be chips or logs and must not be over the weight limit."
    ),
    N_(
        "The trade must not fall within the scope of a zero quota by its source, purpose, description and country."
    ),
    N_("Box 5a must hold one code of the list."),
    N_("There must be one source code, or two when source O or I is combined with another."),
    N_("In Appendix I, source W, X, F or R does not go together with purpose T."),
    N_(
        "The importing Management Authority must find that the specimen is not to be used for primarily commercial purposes."
    ),
    N_("Source D exists only for Appendix I."),
    N_(
        "Box 12b must be filled in. The number must be in the register, for the same State and the same species, and the date must be after the registration."
    ),
    N_("A number is expected when the nursery is registered."),
    N_("Animals never have source A or Y; plants never have source C, R or F."),
    N_(
        "Commercially bred specimens of Appendix I must have source D, from a registered operation, or else source F, to which Article III applies."
    ),
    N_("Source F gives no exemption."),
    N_(
        "The claim is implausible when the numbers exceed the capacity, the species is not known to breed in captivity, there are only adults, exports of source C start suddenly, or a wild quota has just been cut."
    ),
    N_("Source R is doubtful outside the known ranching programmes."),
    N_("Such a taxon cannot originate in the high seas."),
    N_("Introduction from the sea is not regulated for Appendix III."),
    N_(
        "A precise date of acquisition, or a certified date before which the specimen was acquired, is required."
    ),
    N_(
        "The date of acquisition must be before the first listing: what counts is the first inclusion in any Appendix."
    ),
    N_(
        "The age that the date of acquisition implies must not exceed the longevity of the species."
    ),
    N_("The rules on the disposal of confiscated specimens apply."),
    N_("Source U must be justified."),
    N_(
        "Purpose H does not fit live animals, plants, large numbers, an importer who is not a person or, without explanation, a source code for bred specimens."
    ),
    N_(
        "Purpose G does not fit animals, purpose Z does not fit plants, purposes B and N do not fit dead specimens, and purpose M does not fit ornaments."
    ),
    N_(
        "The description must be possible for the taxon: feathers of a snake, for example, are not."
    ),
    N_(
        "The unit must be the preferred unit or an alternative unit for the description, and never a unit of packaging."
    ),
    N_("The statement on the transport of live specimens must be there."),
    N_("Data that identify the animal are expected."),
    N_(
        "The country of origin, with the number and the date of its permit, must be given, or a justification in box 5."
    ),
    N_("The permit of origin must not be dated later than the re-export certificate."),
    N_("The permit of origin must have been used within its validity."),
    N_("These data are needed from the second re-export on."),
    N_("All re-exports under one permit of origin together must not exceed the quantity imported."),
    N_("With source W or R, the country of origin should not be unknown (XX)."),
    N_("A suspension covers exports from the State of origin: check the date of the first export."),
    N_(
        "Goods are suspect when they are declared as originating in, or re-exported from, a non-Party or a Party with a reservation, while the range State is elsewhere."
    ),
    N_("If the State is the same, there is no international trade."),
    N_("Box 12 is for re-export only."),
    N_("The points of transit and the final destination must not differ from the permit."),
    N_("The cumulative total and the quota must be shown."),
    N_("The first number must not be larger than the second."),
    N_("The number after the slash must equal the quota published for that year."),
    N_(
        "From one permit date to the next, the totals must grow by at least the quantity of the permit."
    ),
    N_("The sum of the quantities seen must not exceed the published quota."),
    N_(
        "No active recommendation to suspend trade may match the taxon or a higher taxon, the State, the purpose and the source. Only direct trade is concerned."
    ),
    N_("A State with a reservation is treated as a non-Party for that species."),
    N_("Some Notifications make acceptance depend on confirmation by the Secretariat."),
    N_(
        "The importing or the exporting State bans the trade or sets conditions for it beyond CITES."
    ),
    N_("The tag must show the State, the number within the quota and the year."),
    N_("The quantity in box 14 must not be greater than that in box 11."),
    N_("The box is empty when it holds no quantity, signature or stamp of the export control."),
    N_("Unused blocks should be struck out."),
    N_("The number or the weight must not exceed the document beyond the tolerance."),
    N_("The quantity found is compared with the quantity stated."),
    N_("The documents must be consistent with each other."),
    N_("The mass of each piece must not be outside the known range."),
    N_(
        "A price far from that of comparable goods is a possible sign of a misdeclared species or grade."
    ),
    N_(
        "The code must fit the goods: for live animals, for example, a code outside Chapter 1 does not."
    ),
    N_("The two numbers must not differ."),
    N_("Where a Resolution requires marks, their numbers must be given."),
    N_("Every mark number found must be on the permit."),
    N_(
        "The tag shows the ISO code of the country, the serial number, the species code and the year. The country must be the origin, the code must be that of the taxon, and the year must not be after the issue."
    ),
    N_(
        "The label shows, in this order, the species code, the source, the ISO code of the origin, the year of harvest, the code of the plant and the lot; all must equal the permit."
    ),
    N_("The re-export must take place no more than 18 months after the original export permit."),
    N_(
        "Pieces of 20 cm and 1 kg or more must carry the country, the year, the serial number and the weight."
    ),
    N_("The result of the identification is compared with the permit."),
    N_(
        "Animals declared as captive-bred should not show the traits of wild animals: parasites, injuries, mixed ages, no closed rings."
    ),
    N_("The importer and the exporter are compared with the list of persistent offenders."),
    N_(
        "The goods must remain under customs control and have a named consignee, and a stop must be due only to the transport arrangements."
    ),
    N_("It must be possible to verify that a valid permit exists."),
    N_(
        "For Appendix II, the three tests of the treaty apply. Specimens of Appendix I acquired abroad are never exempt. The agreed limits apply."
    ),
    N_("Both institution codes must be in the register, and the exchange must be non-commercial."),
    N_(
        "Authentication fails when the signature is invalid, the certificate has expired or the data hash differs."
    ),
    N_("The status must not be cancelled, used, replaced or expired."),
    N_("The print and the record are compared field by field."),
    N_("Electronic issue alone needs the agreement of the Parties concerned."),
)
