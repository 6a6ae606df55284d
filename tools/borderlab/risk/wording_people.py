"""What each indicator is called, and its lawful explanation, in the words of indicators.csv."""

from __future__ import annotations

from borderlab.i18n import N_

TEXTS = {
    "IND-047": (
        N_("Routing through one or more transhipment points with no economic reason"),
        N_("Hub-and-spoke schedules"),
    ),
    "IND-048": (
        N_("Destination, consignee or delivery address changed after departure"),
        N_("The goods were sold on the way"),
    ),
    "IND-049": (
        N_("Several changes to route or bill of lading"),
        N_("The port was congested"),
    ),
    "IND-050": (
        N_("Port of loading or discharge described vaguely"),
        N_("Usual practice for chartered ships"),
    ),
    "IND-051": (
        N_("Transit goods with no named final consignee or held waiting for a buyer"),
        N_("Lawful customs warehouse"),
    ),
    "IND-052": (
        N_("Transit goods lacking a valid export or re-export document"),
        N_("Document travels separately"),
    ),
    "IND-053": (
        N_("Combination of high-demand origin, known transit hub and consumer market"),
        N_("Largest legal flows follow the same lanes"),
    ),
    "IND-054": (
        N_("First use of a port or airport pair for this commodity by anyone"),
        N_("A new freight service has opened"),
    ),
    "IND-055": (
        N_("Corridor that became active soon after a large seizure elsewhere (displacement)"),
        N_("A new lawful trade has begun"),
    ),
    "IND-056": (
        N_("Free-zone stop followed by new commercial documents"),
        N_("Repacking for retail"),
    ),
    "IND-057": (
        N_("Origin labelling does not fit the production capacity of the origin"),
        N_("The goods are assembled or finished there"),
    ),
    "IND-058": (
        N_("Small-boat, dhow or land border leg outside designated CITES ports"),
        N_("Local border trade"),
    ),
    "IND-059": (
        N_("Arrival timed for peak mail, night or holiday period"),
        N_("Lawful mail peaks at the same time"),
    ),
    "IND-060": (
        N_("Undesignated port used although designated ports are closer"),
        N_("Diverted in an emergency"),
    ),
    "IND-061": (
        N_("First-time importer or exporter of wildlife goods"),
        N_("Every honest trader was new once"),
    ),
    "IND-062": (
        N_("Declared goods do not fit the business of the consignee"),
        N_("The firm has taken up a new line of business"),
    ),
    "IND-063": (
        N_("Company young, without web presence or physical office"),
        N_("Small firm in a low-income State"),
    ),
    "IND-064": (
        N_("Post-office box or hotel as address"),
        N_("A rural customer without street delivery"),
    ),
    "IND-065": (
        N_("Shipper and consignee linked or identical"),
        N_("Both firms belong to one group"),
    ),
    "IND-066": (
        N_("Prior violation by shipper, consignee, agent or address"),
        N_("Minor paperwork breach long ago; its weight fades with time"),
    ),
    "IND-067": (
        N_("Freight agent who appears on many past seizures"),
        N_("Large agent with a large volume; use the rate, not the count"),
    ),
    "IND-068": (
        N_("Reluctance to give information or evasive answers"),
        N_("Language barrier; record facts, not impressions"),
    ),
    "IND-069": (
        N_("Request for urgent release or avoidance of inspection"),
        N_("Live animals need speed by law"),
    ),
    "IND-070": (
        N_("Adverse media or court record on party"),
        N_("Another person of the same name"),
    ),
    "IND-071": (
        N_("Change of customs broker without reason"),
        N_("The new agent is cheaper"),
    ),
    "IND-072": (
        N_("Private zoo, breeder, pet shop or circus as party with new import pattern"),
        N_("Normal sector activity"),
    ),
    "IND-073": (
        N_("Repeated small consignments just under a threshold or split across parties"),
        N_("Just-in-time supply"),
    ),
    "IND-074": (
        N_("Employee or official unusually keen to release (insider threat)"),
        N_("The officer is the specialist for these goods"),
    ),
    "IND-075": (
        N_("Cash, hawala, mobile wallet or third-party payment for freight"),
        N_("Common in some economies"),
    ),
    "IND-076": (
        N_("Payer unrelated to the trade or in an unrelated business"),
        N_("One firm pays for the whole group"),
    ),
    "IND-077": (
        N_("Letters of credit amended many times"),
        N_("The ship was delayed again and again"),
    ),
    "IND-078": (
        N_("Payment labelled as gold, jewellery or antiques"),
        N_("The trader also deals in these goods"),
    ),
    "IND-079": (
        N_("Front sector such as plastics, frozen food or timber paying for live-animal supplies"),
        N_("The owner keeps animals as a hobby"),
    ),
}
