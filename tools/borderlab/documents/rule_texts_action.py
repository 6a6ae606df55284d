"""What to do next, of the rules in ``rules.csv``, marked for translation; a test keeps them equal."""

# ruff: noqa: E501  (a sentence stays on one line, so that it can be found)
from __future__ import annotations

from borderlab.i18n import N_

TEXTS = (
    N_("Make a list of all the items that are missing."),
    N_("Ask for the right document and hold the goods meanwhile."),
    N_("Ask the issuing Management Authority."),
    N_("Refuse the document or obtain a replacement."),
    N_("Compare it with sample documents and ask the issuing Management Authority."),
    N_("Compare the document with the sample form."),
    N_(
        "Do not accept the document, whatever the rank of the issuing body, and inform the Secretariat."
    ),
    N_("Refuse the document."),
    N_("Ask the issuing Management Authority and send it a scan."),
    N_("Refuse the document pending confirmation."),
    N_(
        "Refuse the document and ask the issuing Management Authority which permit that stamp belongs to."
    ),
    N_("Ask the issuing Management Authority: the stamp may have been transferred."),
    N_("Hold the goods and report to the Secretariat and the issuing Management Authority."),
    N_("Follow the national policy."),
    N_("Ask for a translation."),
    N_("Ask for the original."),
    N_(
        "Ask the issuing Management Authority, and treat lines that are not tied to the permit as not covered."
    ),
    N_("Refuse the document, secure it and ask the issuing Management Authority for its copy."),
    N_("Detain the goods and report the case."),
    N_("Detain the goods and ask the issuing Management Authority."),
    N_("Detain both documents and report the case."),
    N_(
        "Treat the document as void after the legal maximum and consult the issuing Management Authority."
    ),
    N_("Apply the tests for retrospective documents (rules R036 to R038)."),
    N_("Refuse the document and look for an alteration."),
    N_("Consult the issuing Management Authority: the endorsement is likely to be false."),
    N_("Ask both Management Authorities."),
    N_("Start consultation with both Management Authorities."),
    N_("Record both readings and follow the habit of the issuing Party."),
    N_("Apply rule R063."),
    N_("Only add it to the risk score."),
    N_("Detain the goods."),
    N_("Stop the export."),
    N_("Ask for a CITES document."),
    N_("Refuse the document; for wild specimens of Appendix I, consult the Secretariat."),
    N_("Treat only the first shipment as covered."),
    N_("Ask for a letter of authority and consult the issuing Management Authority."),
    N_("Hold the goods and consult both Management Authorities."),
    N_("Suggest the nearest names and ask the issuing Management Authority."),
    N_("Record the accepted name and check the Appendix of the accepted taxon."),
    N_("Ask for the species."),
    N_(
        "Meanwhile, apply the stricter Appendix. The finding becomes a refusal through rules R050 to R053 when the right document is missing."
    ),
    N_("Establish the origin."),
    N_("Check the goods by inspection."),
    N_("Ask for the breeder's records."),
    N_(
        "Consult the Management Authority of the State of origin and hold the goods before any final refusal. Where an introduced population is recorded, only consult."
    ),
    N_("Consult the issuing Management Authority."),
    N_("No CITES document is needed; keep the other controls."),
    N_("Detain the goods and consult the issuing Management Authority."),
    N_(
        "Detain the goods, consult the issuing Management Authority, and check the reservations and the population."
    ),
    N_("Refuse the commercial import."),
    N_("Consult the issuing Management Authority and treat the specimens as source F."),
    N_(
        "Ask for the records of the parental stock and of breeding, and follow the logic of Resolution Conf. 17.7."
    ),
    N_("No CITES document is needed."),
    N_("Ask for proof."),
    N_("Ask for the hunting permit."),
    N_("Ask the importer."),
    N_(
        "Ask for the number or the weight, and consult the issuing Management Authority when the control of a quota depends on it."
    ),
    N_("Inspect the conditions of transport and consult the issuing Management Authority."),
    N_("Ask for the number of the microchip."),
    N_("Consult the re-exporting Management Authority."),
    N_("Ask the re-exporting Management Authority."),
    N_("Consult both Management Authorities."),
    N_("Ask for a justification."),
    N_("Consult the range State and the Secretariat."),
    N_("Correct the data."),
    N_("No action is needed."),
    N_("Treat it as a risk signal."),
    N_("Consult the issuing Management Authority and inform the Secretariat."),
    N_("Ask the issuing Management Authority: there may be a parallel issue or a false permit."),
    N_("Do not accept the document, and inform the Secretariat."),
    N_("Apply rule R063 and the treatment for Appendix II."),
    N_("Ask for the confirmation and hold the goods."),
    N_("Apply the national law."),
    N_("Refuse the excess and consult the issuing Management Authority."),
    N_("Contact the exporting Management Authority, weigh the circumstances, then decide."),
    N_("Check for added lines."),
    N_("Seize or refuse the excess and consult the issuing Management Authority."),
    N_("Endorse the actual quantity and watch for a later reuse of the remainder."),
    N_("Ask the declarant."),
    N_("Inspect the goods."),
    N_("Use it for the risk score only."),
    N_("Check the declaration."),
    N_("Ask for an explanation: the document may have been reused."),
    N_(
        "Refuse the document or consult the issuing Management Authority, according to the Resolution."
    ),
    N_("Detain unmatched specimens and consult the issuing Management Authority."),
    N_("Seize the goods and secure the evidence."),
    N_("Consult the issuing Management Authority and take a sample."),
    N_("Inform the unit in charge."),
    N_("Treat the consignment as an import."),
    N_("Detain the goods as national law allows, and consult the exporting Management Authority."),
    N_("Ask for a permit."),
    N_("Query the issuing system."),
    N_("Query the issuing Management Authority."),
    N_("Trust the record and consult the issuing Management Authority."),
    N_("Ask for the paper document."),
)
