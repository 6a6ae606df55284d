# %% [markdown] key="exercise"
# # Exercise: inspection policy
#
# Seven questions, 44 points. Lots, tools and border post are drawn for you alone. Your answers are saved at once, and you may come back to them until you hand in.
#
# Posts, firms and consignments are invented, and figures of tools are assumptions.

# %% [markdown] key="sample"
# ## How many boxes

# %%
opener = kit.box_opener(illegal=0)

# %% [raw] question="q1"
# kind = "task"
# task = "sample_size"
# prompt = """
# Plan the examination of this consignment.
# """
# hint = "Write down the four numbers: boxes in the lot, level of detection, confidence, efficacy."
# explain = "Efficacy belongs into the plan from the start: who overlooks one specimen in five must open more boxes, and sometimes no number of boxes is enough."
# read_again = "not-proved"

# %% check="q1" points=8

# %% [raw] question="q2"
# kind = "choice"
# prompt = """
# You opened the number of boxes of your plan and found nothing. Which sentence goes into the record?
# """
# hint = "Which three numbers does the sentence need?"
# explain = "The result is a statement about a level of detection, with a confidence and an efficacy. Below that level nothing was proved."
# read_again = "not-proved"
# [[options]]
# id = "a"
# text = "The consignment contains nothing illegal"
# misconception = "K6"
# feedback = "Boxes were left closed, and an officer overlooks things."
# [[options]]
# id = "b"
# text = "Boxes opened, drawn at random; at the planned level of detection, confidence and efficacy nothing was found"
# correct = true
# [[options]]
# id = "c"
# text = "Less than 1% of the consignment is illegal"
# misconception = "K6"
# feedback = "Only if the plan had been made for that level."

# %% check="q2" points=2

# %% [markdown] key="tools"
# ## Tools in a row

# %% [raw] question="q3"
# kind = "task"
# task = "cascade"
# prompt = """
# Work through the two stages with numbers of consignments.
# """
# hint = "Split the consignments into illegal and legal ones first. Then send both groups through the first stage."
# explain = "The first stage decides most: what it does not send on is never opened."
# read_again = "cascade"

# %% check="q3" points=8

# %% [raw] question="q4"
# kind = "choices"
# prompt = """
# Which of these measures shorten the waiting of **live animals** without weakening the control of high-risk consignments?
# """
# hint = "Who gives up minutes, and who gets them?"
# explain = "Priority moves waiting from animals to goods that can wait. Releasing low-risk consignments with random checks frees minutes. Shorter inspections of everything weaken all of them."
# read_again = "queue"
# [[options]]
# id = "a"
# text = "Live animals are examined first"
# correct = true
# [[options]]
# id = "b"
# text = "Low-risk consignments of other goods are released at once, a random share apart"
# correct = true
# [[options]]
# id = "c"
# text = "Every inspection is cut to half its time"
# misconception = "K12"
# feedback = "That lowers the efficacy everywhere, high risk included."
# [[options]]
# id = "d"
# text = "Papers for live animals are checked before they arrive"
# correct = true

# %% check="q4" points=3

# %% [markdown] key="design"
# ## A policy for your post

# %% [raw] question="q5"
# kind = "task"
# task = "policy"
# prompt = """
# Design the policy of this post within its budget of officer minutes. It is tried on **years that you do not see**, and compared with reference policies: finds, waiting of live animals, what the random checks tell, burden on honest traders.
# """
# hint = "Start from a policy that keeps within the budget. Change one thing at a time and look at all four results."
# explain = "The table shows each result beside the reference policies."
# read_again = "lab"
# [secret]
# seeds = [918273, 364758, 500213]

# %% check="q5" points=12

# %% [raw] question="q6"
# kind = "text"
# prompt = """
# Defend your policy before a minister who wants to save money, in 80 to 150 words: what it finds and misses (with numbers), what it costs, what you give up on purpose, why part of it is drawn by lot, how live animals are protected, and when it is reviewed.
# """
# max_chars = 2400
# min_words = 80
# hint = "Numbers of consignments and hours, no formulas. Say what you do not know, too."
# explain = "A good defence names the price of the policy before somebody else does."

# %% [markdown] written="q6" points=7
# - 2 points: finds and misses with numbers from the lab, and what remains uncertain (interval or “at most”).
# - 1 point: cost in officer hours or inspections.
# - 1 point: something given up on purpose, and why.
# - 1 point: the random share and what it is for.
# - 1 point: live animals: priority or a waiting time that can be checked.
# - 1 point: review or expiry date, and what will be recorded.

# %% [markdown] key="analyst"
# ## For analysts
#
# If you do not program, leave this one open; it is worth 4 of 44 points.

# %%
lots = kit.lot_file()
lots.head()

# %% [raw] question="q7"
# kind = "task"
# task = "lot_record"
# prompt = """
# Compute from the record.
# """
# hint = "What was opened is not what was recognised. Use the efficacy."
# read_again = "not-proved"

# %% answer="q7"
kit.answer("q7", ...)
### BEGIN SOLUTION
drawn = lots[lots["stratum"] == "random"]
kit.answer("q7", (1 - drawn["efficacy"] * drawn["opened"] / drawn["boxes"]).sum())
### END SOLUTION

# %% check="q7" points=4
