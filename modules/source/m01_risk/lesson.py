# %% [markdown] key="start"
# # Risk assessment: choosing what to look at
#
# **65 minutes.** You will weigh red flags, sort consignments into lanes, build a risk profile and see what it finds and what it costs. Then you will watch a profile deceive its owners, and learn what stops that.
#
# All consignments, States, ports and firms are invented. Weights and likelihood ratios are **teaching values**: they show how to reason, not what to set at your border.

# %% [markdown] key="before"
# ## Before you start
#
# Three questions to see where you stand. No marks, and no solution yet.

# %% [raw] question="pre1"
# kind = "choice"
# check = false
# prompt = """
# Profile A: 20 inspections, 8 finds. Profile B: 400 inspections, 48 finds. Which profile is better?
# """
# [[options]]
# id = "a"
# text = "A: 40% of its inspections are finds"
# misconception = "K2"
# [[options]]
# id = "b"
# text = "B: it has more finds"
# [[options]]
# id = "c"
# text = "These figures cannot tell: we do not know what either of them missed"
# correct = true

# %% [raw] question="pre2"
# kind = "choice"
# check = false
# prompt = """
# Your minister asks why 5% of the inspections are drawn at random, when the profile finds more. What do you answer?
# """
# [[options]]
# id = "a"
# text = "It is tradition, we could stop it"
# misconception = "K3"
# [[options]]
# id = "b"
# text = "Without them nobody knows what passes where we never look"
# correct = true
# [[options]]
# id = "c"
# text = "It keeps the officers busy"
# misconception = "K3"

# %% [raw] question="pre3"
# kind = "choice"
# check = false
# prompt = """
# Most seizures of the last two years came from route North. What does that show?
# """
# [[options]]
# id = "a"
# text = "Most of the crime is on route North"
# misconception = "K4"
# [[options]]
# id = "b"
# text = "Where finds were made. Without the number of inspections on each route it says little about where the crime is"
# correct = true
# [[options]]
# id = "c"
# text = "Officers on the other routes work badly"

# %%
code = kit.answer_code()

# %% [markdown] key="mandate"
# ## Who asks for this, and in which words
#
# Parties have been encouraged to carry out risk assessments and to build **risk profiles** for the CITES specimens they often import or export (Decision 19.153). Customs law asks for the same tools: use risk management, concentrate on high risk, expedite low risk, avoid arbitrary or unjustifiable discrimination, keep some selection random (WTO Trade Facilitation Agreement, Article 7.4; revised Kyoto Convention, General Annex, standards 6.3 to 6.5).
#
# | word | meaning |
# |---|---|
# | **risk area** | a field in which rules may be broken |
# | **risk indicator**, red flag | a fact that raises or lowers the risk |
# | **risk profile** | a documented combination of indicators, with rationale, owner and expiry date |
# | **targeting** | choosing a concrete consignment |
# | **lane** | what happens next: red physical inspection, yellow document check, blue audit after release, green release |
# | **random check** | an inspection chosen by lot, not by risk |

# %% [raw] question="v1"
# kind = "lanes"
# prompt = """
# Which word fits?
# """
# hint = "Is it a single fact, a documented rule made of facts, or a choice by lot?"
# explain = "A fact is an indicator. Facts combined, with rationale, owner and expiry date, are a profile. What the lot decides is a random check."
# read_again = "mandate"
# [[lanes]]
# id = "indicator"
# text = "Risk indicator"
# [[lanes]]
# id = "profile"
# text = "Risk profile"
# [[lanes]]
# id = "random"
# text = "Random check"
# [[items]]
# id = "v-first"
# text = "The importer has never imported live reptiles before"
# accept = ["indicator"]
# feedback = "One fact. It may have an entirely lawful explanation."
# [[items]]
# id = "v-profile"
# text = "Live reptiles, source C, new importer, re-exported twice: inspect. Owner: targeting unit. Ends on 30 June"
# accept = ["profile"]
# feedback = "Facts combined, an owner, an end."
# [[items]]
# id = "v-lot"
# text = "The computer draws 1 of 50 consignments of the green lane"
# accept = ["random"]
# feedback = "By lot, so every consignment has a known chance."
# [[items]]
# id = "v-weight"
# text = "The gross weight does not fit the number of pieces"
# accept = ["indicator"]
# feedback = "One fact, and a strong one."

# %% [markdown] key="flags"
# ## Red flags are evidence, not verdicts
#
# A red flag is useful when it occurs **more often on illegal consignments than on legal ones**. How much more often is its *likelihood ratio*. A flag that is just as frequent on both is worth nothing, however suspicious it sounds.
#
# Turn the cards. Each one says how often it is seen on either side, and gives a **lawful explanation**, because there always is one. Add flags to the case and watch the odds. Then add two flags that say the same thing in two ways, and see why they must not simply be added.

# %%
flags = kit.red_flags()

# %% [raw] question="f1"
# kind = "number"
# prompt = """
# Of 1,000 consignments 10 are illegal. A red flag is seen on 5 of the 10 illegal ones, and on 99 of the 990 legal ones. Out of **100 flagged** consignments, how many are illegal?
# """
# unit = "of 100 flagged"
# min = 0
# max = 100
# decimals = 1
# answer = 4.8
# tolerance = 0.4
# hint = "Count all flagged consignments, legal and illegal. Then see how many of them are illegal."
# explain = "5 of 104 flagged: 4.8 of 100. The flag is five times as frequent on illegal consignments, and raised the chance from 1 in 100 to about 1 in 21. Worth a document check, and far from a proof."
# read_again = "flags"
# [[near]]
# value = 50
# tolerance = 2
# misconception = "K1"
# feedback = "Half of the illegal ones carry the flag. The question is how many of the flagged ones are illegal."
# [[near]]
# value = 5
# tolerance = 0.05
# feedback = "Very close: divide by all 104 flagged consignments, not by 100."

# %% [raw] question="f2"
# kind = "choice"
# prompt = """
# Three flags are up: “new importer”, “company founded this year”, “no earlier imports in our register”. How strong is this together?
# """
# hint = "How many different things do the three sentences say?"
# explain = "They say nearly the same thing three times. Inside one group of related flags the kit counts the largest in full and caps the rest."
# read_again = "flags"
# [[options]]
# id = "a"
# text = "Three times as strong as one of them"
# misconception = "K8"
# feedback = "Only if they were independent. A new company is always a new importer."
# [[options]]
# id = "b"
# text = "A little stronger than one of them"
# correct = true
# [[options]]
# id = "c"
# text = "Enough to seize"
# misconception = "K9"
# feedback = "A new firm is no offence."

# %% [raw] question="f3"
# kind = "choice"
# prompt = """
# The field *weight* of a declaration is empty. How does the flag “weight does not fit the pieces” count?
# """
# hint = "There are three answers to “is the flag there?”, not two."
# explain = "Present, absent and missing are three things. A missing value says nothing about the weight. That a field is often left empty may become an indicator of its own."
# read_again = "flags"
# [[options]]
# id = "a"
# text = "As absent: there is no contradiction"
# feedback = "You have not looked, so you cannot say that it fits."
# [[options]]
# id = "b"
# text = "As present: an empty field is suspicious"
# feedback = "Then everybody with a short form would be under suspicion."
# [[options]]
# id = "c"
# text = "As missing: it neither raises nor lowers the score"
# correct = true

# %% [markdown] key="sources"
# ## Where the information comes from
#
# Decision 19.152 asks for a study of the information that Parties use for a risk-based approach. Every source sees a part of the world and is blind to another. Rank them for the question asked below, then compare with the notes.

# %%
board = kit.source_board()

# %% [raw] question="s1"
# kind = "lanes"
# prompt = """
# What is the **main weakness** of each source, when you want to know where illegal trade is?
# """
# hint = "Ask of each one: who put it there, when, and what would never show up in it?"
# explain = "Seizures show where inspections were. Trade data arrive late. Alerts are quick and few. Advance cargo data are complete and written by those who are checked."
# read_again = "sources"
# [[lanes]]
# id = "looked"
# text = "Shows where somebody looked"
# [[lanes]]
# id = "late"
# text = "Arrives too late"
# [[lanes]]
# id = "few"
# text = "Few cases, not representative"
# [[lanes]]
# id = "self"
# text = "Declared by the person concerned"
# [[items]]
# id = "s-seizures"
# text = "Seizure records"
# accept = ["looked"]
# feedback = "More inspections, more seizures, whatever the crime."
# [[items]]
# id = "s-reports"
# text = "Annual reports of the Parties"
# accept = ["late"]
# feedback = "Due in October of the following year."
# [[items]]
# id = "s-alerts"
# text = "Alerts in a closed user group"
# accept = ["few"]
# feedback = "Fast and concrete, and about single cases."
# [[items]]
# id = "s-manifest"
# text = "Advance cargo data and manifests"
# accept = ["self"]
# feedback = "Complete and early, but the shipper wrote it."

# %% [markdown] key="sorting"
# ## Twelve consignments, four inspections
#
# Now it is your turn. First a guess.

# %% [raw] question="p1"
# kind = "predict"
# prompt = """
# Three of twelve consignments are illegal. You may inspect four. If the four were drawn **at random**, how many illegal ones would you find on average?
# """
# unit = "illegal consignments"
# min = 0
# max = 3
# decimals = 1
# answer = 1
# tolerance = 0.15
# hint = "Four of twelve is one third."
# explain = "One: a third of the consignments, so a third of the illegal ones on average. This is the yardstick. Whoever finds two has done better than the lot, or had luck: one morning cannot tell the two apart."
# [[near]]
# value = 3
# tolerance = 0.1
# feedback = "That would need perfect knowledge."
# [[near]]
# value = 0.3
# tolerance = 0.1
# feedback = "One third is the share. Multiply by the three illegal ones."

# %%
sorter = kit.lane_sorter(consignments=12, inspections=4)

# %% [markdown]
# Look at the tally over many mornings, not only at yours. And look at the one you missed: papers in order, known trader, low score. Some illegal consignments look better than most legal ones. No score finds those. Only a random check does.

# %% [markdown] key="profile"
# ## From score to profile
#
# A score puts consignments in order. Where you cut is a question of **budget**: officer hours, not suspicion. Three figures describe what you get:
#
# - **recall** (detection rate): of all illegal consignments, the share that you inspect;
# - **precision** (hit rate): of all inspections, the share that are finds;
# - **lift**: how many times better than drawing by lot.
#
# Inspect more, and recall rises while precision falls. Neither is wrong: they answer different questions. Try it: first the budget, then the weights. In this simulation the truth is known. At a border it is known only for what was inspected.

# %%
lab = kit.profile_lab()

# %% [raw] question="g1"
# kind = "task"
# task = "gains"
# prompt = """
# Read the gains curve of this profile.
# """
# hint = "Start on the horizontal axis at the share inspected, go up to the curve, then left to the share found."
# read_again = "profile"

# %% [raw] question="g2"
# kind = "choice"
# prompt = """
# A consignment has score 0.8. What does that mean?
# """
# hint = "What would you have to count to know whether 0.8 is a chance?"
# explain = "A score orders. Whether 0.8 means 80 of 100 has to be checked on consignments with such scores: that is calibration. Where illegal trade is rare, even the highest scores are usually far below 80 of 100."
# read_again = "profile"
# [[options]]
# id = "a"
# text = "It is illegal with a chance of 80%"
# misconception = "K10"
# feedback = "Only if the score was calibrated, and it rarely is."
# [[options]]
# id = "b"
# text = "It comes before a consignment with score 0.7; how likely it is to be illegal must be measured"
# correct = true
# [[options]]
# id = "c"
# text = "80% of its flags are up"
# feedback = "Flags have different weights."

# %% [markdown] key="history"
# ## The profile that eats itself
#
# Two routes, A and B. The **same** share of illegal consignments on both. By chance, or by habit, there were a few more inspections on route A at first. Now everybody does the reasonable thing: inspect where the finds were.

# %% [raw] question="p2"
# kind = "predict"
# prompt = """
# After two years of “inspect where the finds were”, which share of all inspections takes place on route A? Both routes are still equally bad.
# """
# unit = "% of inspections"
# min = 0
# max = 100
# decimals = 0
# hint = "More inspections on route A give more finds on route A. What do the finds decide?"

# %%
history = kit.profile_history(after="p2")

# %% [markdown] key="history-repair"
# ### What happened
#
# The record grew one-sided because the **inspections** were. Nobody lied, and every single find on route A was real. The finds on route B were never made, so the record could not contain them.
#
# Two habits stop this:
#
# - **Write down the denominator.** Finds without the number of inspections say nothing. A find in a place that is inspected with a chance of 1 in 50 stands for fifty, one in a place inspected with certainty for one.
# - **Keep a random share.** 5 or 10% drawn by lot, on both routes, always. It looks like waste on the day, and it is the only part of the record that tells you what passes where you do not look.

# %% [raw] question="h1"
# kind = "number"
# prompt = """
# 300 consignments of the green lane were drawn by lot and inspected. Nothing was found. Up to which share of illegal consignments in the green lane is still compatible with this, at 95% confidence?
# """
# unit = "%"
# min = 0
# max = 100
# decimals = 1
# answer = 1
# tolerance = 0.05
# hint = "The rule of three: three, divided by the number of inspections."
# explain = "3 divided by 300 is 1%. “Nothing found” does not mean nothing there: with 300 random checks up to 1 in 100 can still be illegal, if every inspected illegal consignment is recognised. With efficacy below 1 it is more."
# read_again = "history-repair"
# [[near]]
# value = 0
# tolerance = 0.05
# misconception = "K6"
# feedback = "Nothing found is not nothing there."
# [[near]]
# value = 3
# tolerance = 0.05
# feedback = "Three is the numerator. Divide by the number of inspections, and give it in percent."
# [[near]]
# value = 0.3
# tolerance = 0.04
# feedback = "You divided one by 300. At 95% confidence the numerator is three."

# %% [raw] question="h2"
# kind = "choice"
# prompt = """
# The hit rate of your profile rose from 10% to 25% in a year. What do you want to know before you are pleased?
# """
# hint = "A hit rate has a numerator and a denominator. And what does it not contain at all?"
# explain = "A hit rate rises when you look only where you already know. What counts is how much of the illegal trade you find: recall, and that can only be estimated from random checks."
# read_again = "history-repair"
# [[options]]
# id = "a"
# text = "Nothing, 25% is good"
# misconception = "K2"
# feedback = "You can have a hit rate of 100% with one inspection a year."
# [[options]]
# id = "b"
# text = "How many inspections there were, and what the random checks found outside the profile"
# correct = true
# [[options]]
# id = "c"
# text = "Whether the officers work harder"

# %% [markdown] key="fairness"
# ## Who carries the burden
#
# Every inspection of a lawful consignment costs somebody time. A profile can put this burden on a few: small traders, one region, one kind of name. The Trade Facilitation Agreement asks for risk management without arbitrary or unjustifiable discrimination (Article 7.4.2).
#
# Audit the profile on the board. Take the origin out and see what it was worth. Beware of one trap: **average** hit rates of two groups can differ although both are treated alike, and be equal although they are not. What tells is the hit rate **at the margin**, among those that were just selected.

# %%
audit = kit.audit_board()

# %% [raw] question="a1"
# kind = "choice"
# prompt = """
# You take the country of origin out of the profile. Recall falls from 62 to 61%, and the interval of the difference includes 0. What do you do?
# """
# hint = "What does the origin add, and what does it cost?"
# explain = "Origin alone is a weak indicator: other fields carry its information. Keep it only together with species, source and route, and only where it adds something that can be shown. Record the test."
# read_again = "fairness"
# [[options]]
# id = "a"
# text = "Keep it: the country is the most important factor"
# misconception = "K14"
# feedback = "You have just measured that it is not."
# [[options]]
# id = "b"
# text = "Leave it out, and write down the test and its date"
# correct = true
# [[options]]
# id = "c"
# text = "Double its weight to bring recall back"
# misconception = "K14"
# feedback = "One percentage point within the interval is no loss that can be shown."

# %% [raw] question="a2"
# kind = "choice"
# prompt = """
# The score says green. You have seen the box and smell naphthalene. What now?
# """
# hint = "Who decides, and what remains of the decision?"
# explain = "The officer may override the profile, with a reason in the record. Reasons that recur are how a profile gets better."
# read_again = "fairness"
# [[options]]
# id = "a"
# text = "Release: the score decides"
# misconception = "K17"
# feedback = "A score knows what is in the fields, not what is in the air."
# [[options]]
# id = "b"
# text = "Inspect, and record the reason for departing from the score"
# correct = true
# [[options]]
# id = "c"
# text = "Inspect, without a record, to save time"
# feedback = "Then nobody learns from it, and nobody can check it."

# %% [markdown] key="life"
# ## A profile has a life, and an end
#
# Smugglers change what they do when a route becomes hot. A profile without an end date becomes a habit. So each one has a rationale, an owner, a legal basis, the date of its evidence, and an **expiry date**.

# %% [raw] question="o1"
# kind = "order"
# prompt = """
# Put the life of a profile in order.
# """
# hint = "What must be known before it runs, and what can only be known after?"
# explain = "Rationale and law first, a test on old data, then use with random checks beside it, evaluation with intervals, and a decision at the expiry date. Then it begins again."
# read_again = "life"
# [[items]]
# id = "why"
# text = "Write down the risk area, the evidence and the legal basis"
# [[items]]
# id = "test"
# text = "Test it on recorded consignments, with and without each group of indicators"
# [[items]]
# id = "run"
# text = "Use it, with a random share beside it, and record every result"
# [[items]]
# id = "judge"
# text = "Evaluate finds, misses and burden, with intervals"
# [[items]]
# id = "expire"
# text = "Renew, change or end it at the expiry date"

# %% [markdown] key="free"
# ## Your own case
#
# Twelve consignments, drawn for you alone. Choose four to inspect and lanes for the others. You are judged by what could be known, not by luck.

# %% [raw] question="x1"
# kind = "task"
# task = "choose_consignments"
# prompt = """
# Choose the four inspections, and a lane for every other consignment.
# """
# hint = "Weigh strong flags first. Do not count the same fact twice. A missing field is not a flag."
# read_again = "flags"
# [settings]
# count = 12
# inspections = 4

# %% [markdown] key="check"
# ## What you take with you
#
# Five questions. You know the first three.

# %% [raw] question="post1"
# kind = "choice"
# prompt = """
# Profile A: 20 inspections, 8 finds. Profile B: 400 inspections, 48 finds. Which profile is better?
# """
# hint = "What do the two figures not contain?"
# explain = "Hit rate and number of finds are both known for what was inspected only. Which profile lets more pass can only be estimated from random checks."
# read_again = "history-repair"
# [[options]]
# id = "a"
# text = "A: 40% of its inspections are finds"
# misconception = "K2"
# feedback = "With 20 inspections, and nobody knows what it missed."
# [[options]]
# id = "b"
# text = "B: it has more finds"
# feedback = "It also has twenty times the inspections."
# [[options]]
# id = "c"
# text = "These figures cannot tell: we do not know what either of them missed"
# correct = true

# %% [raw] question="post2"
# kind = "choice"
# prompt = """
# Your minister asks why 5% of the inspections are drawn at random, when the profile finds more. What do you answer?
# """
# hint = "What does the record contain about places where nobody looks?"
# explain = "The random share is the only part of the record with a known chance for every consignment. It measures what passes, warns when smugglers move, and keeps the profile honest."
# read_again = "history-repair"
# [[options]]
# id = "a"
# text = "It is tradition, we could stop it"
# misconception = "K3"
# feedback = "Then the profile would go blind without noticing."
# [[options]]
# id = "b"
# text = "Without them nobody knows what passes where we never look"
# correct = true
# [[options]]
# id = "c"
# text = "It keeps the officers busy"
# misconception = "K3"

# %% [raw] question="post3"
# kind = "choice"
# prompt = """
# Most seizures of the last two years came from route North. What does that show?
# """
# hint = "Think of the two routes in the widget."
# explain = "Seizures are finds, and finds need inspections. Divide by the inspections, or weight by the chance of being inspected, before you compare routes."
# read_again = "history"
# [[options]]
# id = "a"
# text = "Most of the crime is on route North"
# misconception = "K4"
# feedback = "Both routes can be equally bad and still give this record."
# [[options]]
# id = "b"
# text = "Where finds were made. Without the number of inspections on each route it says little about where the crime is"
# correct = true
# [[options]]
# id = "c"
# text = "Officers on the other routes work badly"
# feedback = "They may simply have had fewer inspections."

# %% [raw] question="c4"
# kind = "choices"
# prompt = """
# What belongs into the file of a risk profile?
# """
# hint = "Somebody who was not there must be able to judge it, and to end it."
# explain = "Rationale, owner, legal basis, evidence with its date, expiry date. Names of suspected persons do not belong into a profile."
# read_again = "life"
# [[options]]
# id = "a"
# text = "The rationale and the date of the evidence"
# correct = true
# [[options]]
# id = "b"
# text = "An expiry date"
# correct = true
# [[options]]
# id = "c"
# text = "Its owner and its legal basis"
# correct = true
# [[options]]
# id = "d"
# text = "Names of people who are surely smugglers"
# misconception = "K9"
# feedback = "A profile describes consignments. Intelligence on persons goes through other channels."

# %% [raw] question="c5"
# kind = "choice"
# prompt = """
# A trader complains: “I am in the red lane again. You think I am a criminal.” What do you answer?
# """
# hint = "What is the red lane: a finding or a question?"
# explain = "A lane is a question that the inspection answers. Results go back into the record, and a clean record lowers the chance of being chosen again."
# read_again = "fairness"
# [[options]]
# id = "a"
# text = "The lane asks a question, it does not accuse. What we find is recorded, also when we find nothing"
# correct = true
# [[options]]
# id = "b"
# text = "If you had nothing to hide you would not complain"
# misconception = "K9"
# feedback = "Lawful traders carry the cost of every inspection. They may ask."
# [[options]]
# id = "c"
# text = "The computer decides, I can do nothing"
# misconception = "K17"
# feedback = "People own the profile, and officers may depart from it with a reason."

# %%
code = kit.answer_code("post")

# %% [raw] question="r1"
# kind = "text"
# prompt = """
# One sentence for your portfolio: which number does your administration not record today, and should?
# """
# max_chars = 600
# hint = "Think of denominators."

# %% [markdown] key="next"
# ## Next
#
# Go back to the home page and open the exercise of this module. It uses consignments of your own.
