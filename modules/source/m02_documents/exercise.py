# %% [markdown] key="exercise"
# # Exercise: checking documents
#
# Eight questions, 50 points. Your permits are drawn for you alone, so there is nothing to copy. Your answers are saved at once, and you may come back to them until you hand in.
#
# All States, firms, people and permits in this exercise are invented.

# %% [markdown] key="desk"
# ## Your desk
#
# Twelve permits. Some are in order, some are only unusual, some have one defect, some have more. Points are given for each permit: for the boxes you mark (those that are wrong, and no others), for the kind of defect, and for the action.

# %% [raw] question="q1"
# kind = "task"
# task = "permits"
# prompt = """
# Examine the twelve permits. Mark each box that is wrong and say what kind of defect it is, then choose what you do. If nothing is wrong, mark nothing and choose the action.
# """
# hint = "Take them in any order. Use the sources beside or below the sheet: a defect that cannot be seen in one box shows when you look something up."
# explain = "Below you see what there was to see on each permit, and what you made of it."
# read_again = "consistency"
# [settings]
# count = 12
# easy = 3
# medium = 4
# hard = 2
# benign = 2

# %% check="q1" points=24

# %% [markdown] key="reasons"
# ## Your reasons
#
# A decision that nobody can follow cannot be defended. Choose **one permit that you refused** and **one that you accepted although something was unusual**.

# %% [raw] question="q2"
# kind = "text"
# prompt = """
# Permit number and what you saw, the rule or provision behind it, your action, and who must act next. Two or three sentences for each of the two permits.
# """
# max_chars = 2400
# min_words = 40
# hint = "A reader who was not there must be able to check it: which box, compared with what."
# explain = "A good record names the permit and the box, says what it was compared with, gives the rule, the action and the next person, and accuses nobody."

# %% [markdown] written="q2" points=6
# For each of the two permits (3 points each):
# - 1 point: names the box or boxes and what they were compared with.
# - 1 point: the rule or provision is right for what was seen.
# - 1 point: action and next step follow from it, in neutral words (no accusation).

# %% [markdown] key="short"
# ## Short cases

# %% [raw] question="q3"
# kind = "lanes"
# prompt = """
# What do you do?
# """
# hint = "Separate three things: doubt about the paper, doubt about the goods, doubt about a claim that only the issuing authority can explain."
# explain = "Paper that is not valid is refused. Goods are looked at. Claims are asked about. What is explained is accepted and noted."
# read_again = "actions"
# [[lanes]]
# id = "note"
# text = "Accept and note"
# [[lanes]]
# id = "consult"
# text = "Consult the issuing authority"
# [[lanes]]
# id = "inspect"
# text = "Hold for inspection"
# [[lanes]]
# id = "refuse"
# text = "Refuse"
# [[items]]
# id = "tusk"
# text = "The net weight on the waybill is too low for the number of pieces on the permit"
# accept = ["inspect"]
# feedback = "Count and weigh: only the goods can tell."
# [[items]]
# id = "copy"
# text = "A colour photocopy, without any mark that it may be used as a copy"
# accept = ["refuse"]
# feedback = "A copy cannot replace the original (Article VI, paragraph 4)."
# [[items]]
# id = "less"
# text = "Permit for 100, endorsed at export for 80, and 80 arrive"
# accept = ["note"]
# feedback = "Less than allowed is in order. Record the quantity that came."
# [[items]]
# id = "bred"
# text = "Genuine permit, source C, many adults, no breeding known"
# accept = ["consult"]
# feedback = "Ask for the basis of the finding."
# [[items]]
# id = "expired"
# text = "The permit expired twelve days before it was presented"
# accept = ["refuse"]
# feedback = "It is no longer valid, and permits are not extended (certain timber apart, to be confirmed)."

# %% check="q3" points=4

# %% [raw] question="q4"
# kind = "choice"
# prompt = """
# An export permit was granted on 30 November 2025. What is the last day on which it can be valid?
# """
# hint = "Six calendar months. Which days does that month have?"
# explain = "30 May 2026: six calendar months (Article VI, paragraph 2), and the month of May has a 30th."
# read_again = "dates"
# [[options]]
# id = "a"
# text = "29 May 2026"
# feedback = "That is 180 days. The Convention counts months."
# [[options]]
# id = "b"
# text = "30 May 2026"
# correct = true
# [[options]]
# id = "c"
# text = "31 May 2026"
# feedback = "It was not granted on the last day of a month with 31 days."
# [[options]]
# id = "d"
# text = "30 November 2026"
# feedback = "Twelve months are for import permits."

# %% check="q4" points=2

# %% [raw] question="q5"
# kind = "choices"
# prompt = """
# You write to the Management Authority that issued a permit you doubt. What belongs into the message?
# """
# hint = "The reader has to find the file, understand the doubt and know what you need, by when."
# explain = "Number, date and copies, the concrete doubt, a question for the basis of the finding, and the date by which you hope for an answer. Personal data and suspicions about persons do not help and may harm."
# read_again = "consult"
# [[options]]
# id = "a"
# text = "Number and date of the document, with copies"
# correct = true
# [[options]]
# id = "b"
# text = "The concrete doubt: which boxes, compared with what"
# correct = true
# [[options]]
# id = "c"
# text = "The question on what the finding is based"
# correct = true
# feedback = "A confirmation that the permit is genuine would not answer your doubt."
# [[options]]
# id = "d"
# text = "Name and passport number of the importer, who is surely a smuggler"
# misconception = "K9"
# feedback = "A doubt accuses nobody, and personal data go through other channels."
# [[options]]
# id = "e"
# text = "That you will keep the live animals without water until they answer"
# feedback = "Care comes first."

# %% check="q5" points=3

# %% [raw] question="q6"
# kind = "number"
# prompt = """
# In a year your office refused 120 permits. A review showed that 90 of them were in order. In the same year 10 bad permits were accepted. Of **100 bad permits**, how many did the office stop?
# """
# unit = "of 100 bad permits"
# min = 0
# max = 100
# decimals = 0
# answer = 75
# tolerance = 1
# hint = "How many bad permits were there in all, stopped and accepted together?"
# explain = "30 bad permits were refused and 10 accepted: 30 of 40, so 75 of 100. That is the detection rate. Of 100 refusals only 25 were right. Both figures describe the office."
# read_again = "two-errors"
# [[near]]
# value = 25
# tolerance = 1
# misconception = "K2"
# feedback = "That is the share of refusals that were right. The question is about the bad permits."
# [[near]]
# value = 92
# tolerance = 2
# feedback = "You divided by refusals. Divide by the bad permits: refused and accepted."

# %% check="q6" points=3

# %% [markdown] key="analyst"
# ## For analysts: five hundred permits
#
# Both questions use the same table, drawn for you alone. If you do not program, leave them open; they are worth 8 of 50 points.
#
# Run the next cell to see the first rows.

# %%
permits = kit.permit_file()
permits.head()

# %% [raw] question="q7"
# kind = "task"
# task = "reused_permits"
# prompt = """
# Which permits served for more than one consignment although they may be used once? Give the list of permit numbers.
# """
# hint = "A number that appears twice is where you start, not where you end. Look at what the second row says."
# read_again = "genuine"

# %% answer="q7"
kit.answer("q7", ...)
### BEGIN SOLUTION
rows = permits[~permits["document"].isin(["TRAVEL_EXHIB", "MUSICAL"])]
numbers = rows["permit_no"].str.upper().str.replace(r"\W", "", regex=True)
bills = rows.groupby(numbers)["waybill"].nunique()
kit.answer("q7", bills[bills > 1].index)
### END SOLUTION

# %% check="q7" points=4

# %% [raw] question="q8"
# kind = "task"
# task = "quota_overruns"
# prompt = """
# Under which quotas did the permits issued go over the quantity published? Give the list of exporting States and species.
# """
# hint = "A quota belongs to a State, a species, a kind of specimen and a year. Look at the units, and at permits that replace others."
# read_again = "consistency"

# %% answer="q8"
kit.answer("q8", ...)
### BEGIN SOLUTION
rows = permits[~permits["permit_no"].isin(permits["replaces"])]
rows = rows.drop_duplicates(["permit_no", "line"])
rows = rows[(rows["term"] == rows["quota_term"]) & (rows["source"] == rows["quota_source"])]
rows = rows[rows["issued"].dt.year == rows["quota_year"]]
used = rows["quantity"].where(rows["unit"] == rows["quota_unit"], rows["quantity"] / 1000)
sums = rows.assign(used=used).groupby(["issuer", "taxon"]).agg({"used": "sum", "quota": "first"})
kit.answer("q8", sums[sums["used"] > sums["quota"]].index)
### END SOLUTION

# %% check="q8" points=4
