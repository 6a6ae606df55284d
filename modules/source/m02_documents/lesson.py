# %% [markdown] key="start"
# # Checking documents: valid, matching, lawful
#
# **60 minutes.** You will examine permits as you would at the desk: read the boxes, look things up, mark what is wrong, and decide. Afterwards you see what there was to see, and what was only unusual.
#
# All States, firms, people and permits are invented. The rules are real. A rule that was not read in an official text is marked *to be confirmed*.

# %% [markdown] key="before"
# ## Before you start
#
# Three questions to see where you stand. No marks, and no solution yet.

# %% [raw] question="pre1"
# kind = "choice"
# check = false
# prompt = """
# The paper, the seal, the signature and the number of an export permit are all genuine. What do you know?
# """
# [[options]]
# id = "a"
# text = "The trade is lawful"
# misconception = "K5"
# [[options]]
# id = "b"
# text = "The document was issued by the authority. Whether it tells the truth is still open"
# correct = true
# [[options]]
# id = "c"
# text = "The goods are what the permit says"
# misconception = "K5"

# %% [raw] question="pre2"
# kind = "choice"
# check = false
# prompt = """
# The permit is in order, but box 14, the endorsement at export, is empty. What do you do?
# """
# [[options]]
# id = "a"
# text = "Refuse: the box is empty"
# [[options]]
# id = "b"
# text = "Accept: box 14 does not matter"
# [[options]]
# id = "c"
# text = "Hold the decision and ask the authority of export"
# correct = true

# %% [raw] question="pre3"
# kind = "choice"
# check = false
# prompt = """
# Live reptiles change planes at your airport. They stay under customs control and fly on to another country. Is this your business?
# """
# [[options]]
# id = "a"
# text = "No, they are in transit"
# misconception = "K11"
# [[options]]
# id = "b"
# text = "Yes: we may check that a valid export document exists, as far as our law allows"
# correct = true
# [[options]]
# id = "c"
# text = "Yes: they need a new permit from us"

# %%
code = kit.answer_code()

# %% [markdown] key="three-questions"
# ## Three questions, kept apart
#
# A document check mixes three questions that have different answers and different people to ask.
#
# 1. **Is the document valid?** Right form, right authority, in time, unaltered, complete. You answer this from the paper and from reference lists.
# 2. **Does the consignment match it?** Species, quantity, marks, importer. You answer this from the goods and the other papers.
# 3. **Was the trade lawful?** Was the specimen taken within the law, and was the trade not detrimental to the species? The paper only *claims* this. The authority that made the finding can explain on what it rests.
#
# Resolution Conf. 11.3 asks the importing State for all three: every required item on the document, no other body than the notified authority, and **due diligence** even when the authority is the right one but the goods look wrong (clean text proposed to CoP19, paragraph 1 a) to c)).

# %% [raw] question="t1"
# kind = "lanes"
# prompt = """
# Which of the three questions does each doubt belong to?
# """
# hint = "Ask where the answer can be found: on the paper, on the goods, or with the authority that made a finding."
# explain = "Paper, goods, finding. A doubt of the first kind is settled at the desk, one of the second by looking, one of the third by asking for the basis of the finding."
# read_again = "three-questions"
# [[lanes]]
# id = "valid"
# text = "Is the document valid?"
# [[lanes]]
# id = "match"
# text = "Does the consignment match?"
# [[lanes]]
# id = "lawful"
# text = "Was the trade lawful?"
# [[items]]
# id = "d1"
# text = "The number on the security stamp differs from box 5b"
# accept = ["valid"]
# feedback = "Two places of the same paper disagree."
# [[items]]
# id = "d2"
# text = "The invoice says 60 skins, the permit 40"
# accept = ["match"]
# feedback = "Only the goods can settle it: count."
# [[items]]
# id = "d3"
# text = "Bred in captivity, but nobody has ever reported breeding of this species"
# accept = ["lawful"]
# feedback = "The paper can be perfect and the claim untrue. Ask what the finding rests on."
# [[items]]
# id = "d4"
# text = "The permit was issued by a ministry that is not in the directory"
# accept = ["valid"]
# feedback = "No other body than the notified authority may issue it, whatever its rank."
# [[items]]
# id = "d5"
# text = "The microchip read on the animal is not on the permit"
# accept = ["match"]
# feedback = "The animal in front of you is not the one on the paper."

# %% [markdown] key="boxes"
# ## What must be on a document, and why
#
# The Convention itself asks for little: its title, the name and stamp of the Management Authority, and a control number (Article VI, paragraph 3). The standard form adds what a border needs in order to compare: who, what, how much, from where, for what, until when. Every box answers one question of a person who was not there when the permit was signed.
#
# Look around in this permit. Open a box with a click or with the Tab key, zoom, and try the sources beside or below the sheet: they are the ones you have at your desk.

# %%
viewer = kit.permit_viewer()

# %% [raw] question="b1"
# kind = "choices"
# prompt = """
# Which of these can you check **without asking anybody abroad**?
# """
# hint = "For each one, think of the source: reference list, other paper, your own register, or somebody else's files."
# explain = "The issuing authority, the listing on the date and the earlier use of the number can be looked up. What the finding of non-detriment rests on lies in the files of the exporting State."
# read_again = "boxes"
# [[options]]
# id = "a"
# text = "Whether the issuing authority is the notified one"
# correct = true
# [[options]]
# id = "b"
# text = "Whether the Appendix in box 10 was right on the date"
# correct = true
# [[options]]
# id = "c"
# text = "Whether this permit number was presented before"
# correct = true
# feedback = "In your own register. What was presented in other countries you do not see."
# [[options]]
# id = "d"
# text = "What the finding of non-detriment rests on"
# misconception = "K5"
# feedback = "The permit states the result, not the basis."

# %% [markdown] key="which-document"
# ## Which document for which trade
#
# Three facts decide: the Appendix **on the date**, the movement, and the origin of the specimen.
#
# - **Appendix I**: an import permit and an export permit (or re-export certificate). The import permit comes first, and the purpose may not be primarily commercial (Article III, paragraphs 2 and 3).
# - **Appendix II**: an export permit or a re-export certificate is presented. The Convention asks for no import permit; national law may (Article IV, paragraph 4; Article XIV, paragraph 1).
# - **Appendix III**: an export permit from the State that listed the species, a certificate of origin from any other (Article V).
# - **Bred or propagated for commercial purposes** (source D): an Appendix I specimen counts as Appendix II (Article VII, paragraph 4).

# %% [raw] question="w1"
# kind = "lanes"
# prompt = """
# What must be presented at import? The consignments come straight from the country named, and no exemption applies.
# """
# hint = "Appendix first. Then ask whether the State listed the species, and whether source D changes the Appendix that counts."
# explain = "Appendix I and wild: two documents. Appendix II: the export permit. Appendix III: it depends on who listed the species. Source D moves an Appendix I specimen to the rules of Appendix II."
# read_again = "which-document"
# [[lanes]]
# id = "two"
# text = "Import permit and export permit"
# [[lanes]]
# id = "export"
# text = "Export permit"
# [[lanes]]
# id = "origin"
# text = "Certificate of origin"
# [[items]]
# id = "c1"
# text = "Appendix I, taken from the wild, for a zoo"
# accept = ["two"]
# feedback = "Import permit first, then the export permit."
# [[items]]
# id = "c2"
# text = "Appendix II, live reptiles, for sale"
# accept = ["export"]
# feedback = "For sale is allowed in Appendix II."
# [[items]]
# id = "c3"
# text = "Appendix III, from the State that listed the species"
# accept = ["export"]
# feedback = "The listing State issues an export permit."
# [[items]]
# id = "c4"
# text = "Appendix III, from a State that did not list the species"
# accept = ["origin"]
# feedback = "There a certificate of origin is enough."
# [[items]]
# id = "c5"
# text = "Appendix I, source D, from a registered breeding operation, for sale"
# accept = ["export"]
# feedback = "It counts as Appendix II, so no import permit is needed under the Convention."

# %% [markdown] key="two-errors"
# ## Two ways to be wrong
#
# An officer who lets a bad permit pass makes a mistake. So does an officer who refuses a good one: animals wait, a lawful trader loses money, and the next authority stops answering questions. First a guess.

# %% [raw] question="p1"
# kind = "predict"
# prompt = """
# An office sees 1,000 permits in a month. 20 have a defect that matters. 60 more have something unusual that is in order: a correction with stamp and signature, a low quantity, a double source code. A strict colleague refuses all 80. Out of **100 refusals**, how many were right?
# """
# unit = "of 100 refusals"
# min = 0
# max = 100
# decimals = 0
# answer = 25
# tolerance = 3
# hint = "How many permits are refused, and how many of these have a defect that matters?"
# explain = "25: 20 of 80. No bad permit passed, and three of four refusals hit somebody who had done nothing wrong. The way out is not to look less, but to know what is only unusual."
# [[near]]
# value = 100
# tolerance = 5
# feedback = "All 20 bad permits were refused, that is true. The question is how many of all refusals were right."
# [[near]]
# value = 75
# tolerance = 3
# feedback = "That is the share of refusals that were wrong."
# [[near]]
# value = 2
# tolerance = 1
# feedback = "2 of 100 permits have a defect. The question is about the refusals."

# %% [markdown] key="actions"
# ## Five things you can do
#
# | action | when |
# |---|---|
# | **Accept** | nothing speaks against it |
# | **Accept and note** | unusual but explained: write down what you saw and why it is in order |
# | **Consult** the issuing authority | a doubt that only the authority can settle |
# | **Hold for inspection** | a doubt about the goods |
# | **Refuse** | the document is not valid for this consignment |
#
# Refusing is no verdict on a person. And for live animals care comes before paper: feed, water and shelter are given while the question is open (Article VIII, paragraphs 3 and 4).

# %% [markdown] key="worked"
# ## A worked case
#
# Here is a permit for which the answer is already half known: **one box was changed after signature**. Find it, choose what kind of defect it is, and choose the action. Then press **Show what there was to see**.
#
# Look at the print: ink that is darker, a digit that stands out of line, a figure that no longer agrees with another box.

# %%
worked = kit.mark_defects(defects=["DF04"], seed=4)

# %% [markdown] key="alteration"
# ### Altered or corrected
#
# An alteration makes a document invalid unless the issuing authority has authenticated it with its stamp and signature (rule of national laws that apply the Convention, *to be confirmed* for Resolution Conf. 12.3). So a correction **with** stamp and signature next to it is in order, and the same correction without them is not. This is one of the most frequent look-alikes.

# %% [raw] question="a1"
# kind = "choice"
# prompt = """
# The quantity in box 11 was corrected from 30 to 20. Beside it stand the stamp and the signature of the issuing authority, and box 14 says 20. What do you do?
# """
# hint = "Who made the change, and can you see that?"
# explain = "The authority corrected its own document and says so with stamp and signature. Note it, because the next reader will wonder as you did."
# read_again = "alteration"
# [[options]]
# id = "a"
# text = "Refuse: the permit was altered"
# feedback = "It was corrected by the authority itself, and authenticated."
# [[options]]
# id = "b"
# text = "Accept and note"
# correct = true
# [[options]]
# id = "c"
# text = "Hold for inspection"
# feedback = "The papers agree on 20. There is no doubt about the goods."

# %% [markdown] key="dates"
# ## Dates
#
# An export permit may be used for export within **six months** from the date it was granted (Article VI, paragraph 2). In practice it is presented for import before midnight of the last day (national law, *to be confirmed*). Months are calendar months, not 180 days: six months from 31 August end on the last day of February.
#
# An Appendix on a permit is right or wrong **on a date**. When a species moves to another Appendix, the change enters into force 90 days after the meeting that adopted it (Article XV, paragraph 1 c)).

# %% [raw] question="d1"
# kind = "choice"
# prompt = """
# An export permit was issued on 31 August 2025 and is valid until 28 February 2026. It is presented on 28 February 2026 at 16:00. What do you conclude about its validity?
# """
# hint = "Count calendar months, and remember that February is short."
# explain = "Six calendar months from 31 August end on the last day of February, and a permit is still valid on its last day. Nothing is wrong here, although it looks odd twice."
# read_again = "dates"
# [[options]]
# id = "a"
# text = "Too long: more than 180 days"
# feedback = "The Convention counts months, not days."
# [[options]]
# id = "b"
# text = "Expired: it was the last day"
# feedback = "The last day still counts."
# [[options]]
# id = "c"
# text = "In time"
# correct = true

# %% [raw] question="d2"
# kind = "choice"
# prompt = """
# A certificate says *pre-Convention*. The species entered Appendix III in 1977, Appendix II in 1990 and Appendix I in 2010. The specimen was acquired in 1985. Is it pre-Convention?
# """
# hint = "Which of the three dates is the one when the Convention began to apply to the species?"
# explain = "No. What counts is the date on which the species was first included in any Appendix (Resolution Conf. 13.6): 1977. In 1985 the Convention already applied."
# read_again = "dates"
# [[options]]
# id = "a"
# text = "Yes: in 1985 it was not in Appendix I"
# feedback = "The Appendix of today does not decide."
# [[options]]
# id = "b"
# text = "Yes: in 1985 it was not in Appendix II"
# feedback = "Appendix III counts as well."
# [[options]]
# id = "c"
# text = "No: it was listed since 1977"
# correct = true

# %% [markdown] key="consistency"
# ## Boxes that must agree
#
# A forger can make one box perfect. It is hard to make all of them agree. Read a permit in pairs:
#
# - box 5b (number of the security stamp) with the stamp itself in box 13;
# - box 10 (Appendix and source) with the species, the date and the purpose in box 5a;
# - box 11 (quantity) with box 11a (exported this year, and the annual quota) and with box 14 (what really left);
# - box 12 (country of origin) with the exporter, and with the range of the species when it is wild;
# - the importer with the invoice and the waybill.
#
# In the next permit nobody tells you how many things are wrong, but they can all be found **by comparing boxes or by one look-up**.

# %%
faded = kit.mark_defects(defects=["DF36", "DF45"], seed=11)

# %% [raw] question="k1"
# kind = "choices"
# prompt = """
# Which combinations need a second look?
# """
# hint = "Remember for which organisms, and for which Appendix, each source code is meant."
# explain = "Source D exists for Appendix I only; C is for animals and A for plants; O is used together with another source code, so OW is ordinary (code list and national law, to be confirmed)."
# read_again = "consistency"
# [[options]]
# id = "a"
# text = "Source D and Appendix II"
# correct = true
# [[options]]
# id = "b"
# text = "Source C on an orchid"
# correct = true
# feedback = "C is bred in captivity, which plants are not."
# [[options]]
# id = "c"
# text = "Two source codes, O and W, on a certificate for an old carving"
# feedback = "Pre-Convention is used together with another source code."
# [[options]]
# id = "d"
# text = "Source W, purpose T, Appendix I"
# correct = true
# feedback = "Wild and commercial in Appendix I is what Article III excludes."

# %% [markdown] key="papers"
# ## Permit, papers, goods
#
# A valid permit says nothing about the box on the trolley. Compare what the permit allows, what the invoice charges, what the waybill carries, and what is really there. Differences are normal: gross and net weight, trade names, rounding. Your skill lies in knowing which difference is one of these and which is not.

# %%
papers = kit.compare_papers()

# %% [markdown] key="genuine"
# ## Genuine is not lawful
#
# The most serious cases on record used **genuine** documents. A brief of TRAFFIC (2020), built on CITES Notifications, found abuse along the whole chain, officials included. In 2011 the Secretariat stated that great apes exported over years as bred in captivity had not been traded in line with the Convention (read in secondary sources, *to be confirmed*).
#
# No magnifying glass finds this. What finds it is comparison with the world outside the paper: Does anybody breed this species? Is the quota already used up? Does the source change just after a quota was cut? Are they all adults?
#
# When the paper is right and the claim is doubtful, do not ask the authority *“Is this permit genuine?”*. Ask: **“What is the finding based on?”** (clean text proposed to CoP19, paragraph 3 a) ii)).

# %% [raw] question="g1"
# kind = "choice"
# prompt = """
# A genuine permit covers 200 live adult lizards, source C. No breeding of this species has ever been reported, and the exporter is new. What do you do first?
# """
# hint = "Which of the three questions is open, and who has the answer?"
# explain = "The document may be valid and the animals may match it. What is open is whether the claim *bred in captivity* is true. Ask the authority for the basis of its finding, and care for the animals meanwhile."
# read_again = "genuine"
# [[options]]
# id = "a"
# text = "Release: the permit is genuine"
# misconception = "K5"
# feedback = "Genuine says who issued it, not that the claim is true."
# [[options]]
# id = "b"
# text = "Ask the Management Authority of export what the finding is based on, and see to the animals"
# correct = true
# [[options]]
# id = "c"
# text = "Ask the Secretariat to confirm the permit"
# feedback = "First the issuing authority. The Secretariat helps when fraud is suspected or when the contact fails."
# [[options]]
# id = "d"
# text = "Send the animals back at once"
# feedback = "A doubt is a question. Sending back comes after a violation is established."

# %% [markdown] key="consult"
# ## When in doubt: consult, and mind the clock
#
# - Ask **at once**, and send copies of all documents (clean text proposed to CoP19, paragraph 3 a) i)).
# - Good practice is an answer **within two weeks**, or a message in that time that more is needed (paragraph 3 c)).
# - If you are not satisfied, do not authorise the import (paragraph 3 a) iii)). If there is no satisfactory answer, ask the Secretariat for help (paragraph 3 a) iv)).
# - The one month and six months of paragraph 21 are **other clocks**: they run between the Secretariat and a Party on compliance, not between two authorities about a permit.

# %% [raw] question="o1"
# kind = "order"
# prompt = """
# A permit for live parrots raises a doubt about the source code. Put the steps in order.
# """
# hint = "Begin with those who cannot wait."
# explain = "Care first; then a question with copies to the authority that issued the permit; then time to answer; the Secretariat comes when the contact fails; the decision ends the case and is recorded."
# read_again = "consult"
# [[items]]
# id = "care"
# text = "See to food, water and shelter of the birds"
# [[items]]
# id = "ask"
# text = "Ask the issuing Management Authority for the basis of its finding, with copies"
# [[items]]
# id = "wait"
# text = "Wait for the answer, or remind after two weeks"
# [[items]]
# id = "sec"
# text = "No satisfactory answer: ask the Secretariat for help"
# [[items]]
# id = "end"
# text = "Decide, tell all concerned, and record the reasons"

# %% [raw] question="e1"
# kind = "choice"
# prompt = """
# Box 14 is empty. The consignment left with a late flight, and everything else agrees. Why is asking better than refusing?
# """
# hint = "What does an empty endorsement prove, and whom would a refusal hit?"
# explain = "Several Parties complained of refusals for an empty box 14 alone (document of the Secretariat for CoP15). The endorsement is meant to be made, but its absence proves nothing against the goods. The authority of export can say what left."
# read_again = "consult"
# [[options]]
# id = "a"
# text = "Because box 14 is voluntary"
# feedback = "It is not. But its absence alone proves nothing."
# [[options]]
# id = "b"
# text = "Because the authority of export can tell what really left, and a refusal may hit a lawful consignment"
# correct = true
# [[options]]
# id = "c"
# text = "Because refusals take more paper"

# %% [markdown] key="rules"
# ## The rule book
#
# All rules of this kit, with the boxes they concern, their legal basis, and how sure we are of it. Search for a word, or choose a box. You will want it open in the last case.

# %%
rules = kit.rule_explorer()

# %% [markdown] key="free"
# ## Your own cases
#
# Four permits, drawn for you alone: another person gets others. Mark what is wrong, choose the action, then check. Some permits are in order.

# %% [raw] question="x1"
# kind = "task"
# task = "permits"
# prompt = """
# Examine the four permits. Mark each box that is wrong and say what kind of defect it is, then choose what you do.
# """
# hint = "Read in pairs of boxes, then use the sources beside or below the sheet: directory, listing on the date, quota, earlier permits."
# read_again = "consistency"
# [settings]
# count = 4
# easy = 1
# medium = 1
# hard = 0
# benign = 1

# %% [markdown] key="queue"
# ## A morning at the desk
#
# Now with a queue. Ten permits wait, some with live animals. A quick look costs little and misses much; a consultation costs days. You can stop the clock or switch it off. Nothing here is marked.

# %%
queue = kit.permit_queue(permits=10)

# %% [markdown] key="check"
# ## What you take with you
#
# Five questions. The first is the one you started with.

# %% [raw] question="post1"
# kind = "choice"
# prompt = """
# The paper, the seal, the signature and the number of an export permit are all genuine. What do you know?
# """
# hint = "Which of the three questions did you answer?"
# explain = "Only the first question is answered. Whether the goods match and whether the trade was lawful are two others."
# read_again = "three-questions"
# [[options]]
# id = "a"
# text = "The trade is lawful"
# misconception = "K5"
# feedback = "That is what the paper claims."
# [[options]]
# id = "b"
# text = "The document was issued by the authority. Whether it tells the truth is still open"
# correct = true
# [[options]]
# id = "c"
# text = "The goods are what the permit says"
# misconception = "K5"
# feedback = "Only a look at the goods tells you that."

# %% [raw] question="post2"
# kind = "choice"
# prompt = """
# The permit is in order, but box 14, the endorsement at export, is empty. What do you do?
# """
# hint = "Who can say what really left?"
# explain = "Hold the decision and ask the authority of export. Refusing for this alone hits lawful trade, ignoring it gives up a control that is meant to be made."
# read_again = "consult"
# [[options]]
# id = "a"
# text = "Refuse: the box is empty"
# feedback = "An empty box proves nothing against the goods."
# [[options]]
# id = "b"
# text = "Accept: box 14 does not matter"
# feedback = "It tells what really left. Ask."
# [[options]]
# id = "c"
# text = "Hold the decision and ask the authority of export"
# correct = true

# %% [raw] question="post3"
# kind = "choice"
# prompt = """
# Live reptiles change planes at your airport. They stay under customs control and fly on to another country. Is this your business?
# """
# hint = "The exemption for transit has conditions. Who sees to them?"
# explain = "No new document is needed in transit (Article VII, paragraph 1), but a valid export document must exist, and transit States should inspect as far as their law allows (Resolution Conf. 9.7; clean text of Resolution Conf. 11.3, paragraph 2)."
# read_again = "three-questions"
# [[options]]
# id = "a"
# text = "No, they are in transit"
# misconception = "K11"
# feedback = "Transit has been used to park goods while a buyer is sought."
# [[options]]
# id = "b"
# text = "Yes: we may check that a valid export document exists, as far as our law allows"
# correct = true
# [[options]]
# id = "c"
# text = "Yes: they need a new permit from us"
# feedback = "No new document, but a valid one must exist."

# %% [raw] question="c4"
# kind = "choices"
# prompt = """
# Which of these are **no** reason to refuse?
# """
# hint = "Look for those that an authority or a reference list explains."
# explain = "Less than allowed is normal. KIL and KGM are the kilogram in two code systems. A correction with stamp and signature is authenticated. Boxes as a unit tell nobody how much there is."
# read_again = "two-errors"
# [[options]]
# id = "a"
# text = "Box 14 says 80, box 11 says 100"
# correct = true
# feedback = "Less than allowed left the country."
# [[options]]
# id = "b"
# text = "The permit says KGM, the other paper KIL"
# correct = true
# feedback = "Two code systems, one kilogram."
# [[options]]
# id = "c"
# text = "The quantity is given in boxes"
# feedback = "Nobody can count or compare boxes."
# [[options]]
# id = "d"
# text = "A corrected digit with stamp and signature of the authority"
# correct = true

# %% [raw] question="c5"
# kind = "choice"
# prompt = """
# You consulted the issuing authority 16 days ago and heard nothing. What now?
# """
# hint = "Which clock is this, and what comes after it?"
# explain = "Two weeks are good practice between authorities. Remind; if no satisfactory answer comes, ask the Secretariat for help. Until you are satisfied you do not authorise the import."
# read_again = "consult"
# [[options]]
# id = "a"
# text = "Release: silence means consent"
# feedback = "It does not. Without a satisfactory answer the import is not authorised."
# [[options]]
# id = "b"
# text = "Wait until one month is over"
# feedback = "The month runs between the Secretariat and a Party, on compliance."
# [[options]]
# id = "c"
# text = "Remind, and if that fails ask the Secretariat for help"
# correct = true

# %%
code = kit.answer_code("post")

# %% [raw] question="r1"
# kind = "text"
# prompt = """
# One sentence for your portfolio: which pair of boxes will you compare from now on, and why?
# """
# max_chars = 600
# hint = "Think of the pair you missed."

# %% [markdown] key="next"
# ## Next
#
# Go back to the home page and open the exercise of this module: twelve permits of your own, and two questions for those who like tables.
