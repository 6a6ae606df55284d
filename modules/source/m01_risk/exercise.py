# %% [markdown] key="exercise"
# # Exercise: risk assessment
#
# Eight questions, 44 points. Consignments, curves and samples are drawn for you alone. Your answers are saved at once, and you may come back to them until you hand in.
#
# All consignments, States and firms are invented, and all weights are teaching values.

# %% [markdown] key="sort"
# ## A morning at the post

# %% [raw] question="q1"
# kind = "task"
# task = "choose_consignments"
# prompt = """
# Twelve consignments, four inspections. Choose the four, and a lane for every other consignment.
# """
# hint = "Weigh strong flags first. Do not count the same fact twice. A missing field is not a flag."
# explain = "You are judged by what could be known from the cards. What was really in the boxes is shown for interest: one morning cannot tell skill from luck."
# read_again = "flags"
# [settings]
# count = 12
# inspections = 4

# %% check="q1" points=6

# %% [markdown] key="build"
# ## A profile of your own

# %% [raw] question="q2"
# kind = "task"
# task = "profile"
# prompt = """
# Set weights, inspection rate and random share. Your profile is tried on **other consignments, which you do not see**. It should find the share of illegal consignments that is asked for, without more inspections than allowed, and keep its random share.
# """
# hint = "Do not tune until the curve on the screen is perfect. What you have learned by heart will not come again."
# explain = "A profile that was fitted too closely to the data on the screen loses most on new ones. Few strong groups with plain weights travel best."
# read_again = "profile"
# [secret]
# seeds = [611953, 470021, 88317, 254003]

# %% check="q2" points=10

# %% [raw] question="q3"
# kind = "task"
# task = "gains"
# prompt = """
# Read the gains curve.
# """
# hint = "Start on the horizontal axis at the share inspected, go up to the curve, then left to the share found."
# explain = "Recall, precision and lift come from the same four numbers. Write them down first: inspected, found, all, all illegal."
# read_again = "profile"

# %% check="q3" points=6

# %% [raw] question="q4"
# kind = "task"
# task = "green_lane"
# prompt = """
# Estimate what the green lane hides.
# """
# hint = "Only the random sample speaks for the whole lane. An interval near zero cannot go below zero."
# explain = "The estimate is the share in the random sample. The interval says what is still compatible with it."
# read_again = "history-repair"

# %% check="q4" points=6

# %% [raw] question="q5"
# kind = "choices"
# prompt = """
# An audit compares two groups of compliant traders. In group 1 the profile selects 4 of 100 consignments, in group 2 it selects 12 of 100. Which statements are sound?
# """
# hint = "What do the figures show, and what would you need in order to call the difference unjustified?"
# explain = "The burden differs, that is a fact. Whether it is justified depends on the risk at the margin, on whether an indicator is only another name for the group, and on whether the same finds could be had with less burden."
# read_again = "fairness"
# [[options]]
# id = "a"
# text = "Compliant traders of group 2 carry three times the burden"
# correct = true
# [[options]]
# id = "b"
# text = "The profile is proved to discriminate"
# feedback = "Not yet: risk may differ for reasons that have nothing to do with the group."
# [[options]]
# id = "c"
# text = "The hit rates of those just selected should be compared"
# correct = true
# [[options]]
# id = "d"
# text = "It should be tested which indicator makes the difference, and what happens without it"
# correct = true
# [[options]]
# id = "e"
# text = "Equal average hit rates in both groups would prove that all is well"
# misconception = "K2"
# feedback = "Averages can be equal although the groups are treated differently at the margin."

# %% check="q5" points=3

# %% [raw] question="q6"
# kind = "number"
# prompt = """
# Route North: 900 inspections, 18 finds. Route South: 100 inspections, 2 finds. All inspections were chosen without regard to risk. How many times as high is the rate of illegal consignments in the North?
# """
# unit = "times"
# min = 0
# max = 100
# decimals = 1
# answer = 1
# tolerance = 0.05
# hint = "Finds, divided by inspections, on each route."
# explain = "2% on both: the rates are equal. Nine times the finds came from nine times the inspections. With only 2 finds in the South the comparison is also rather uncertain."
# read_again = "history-repair"
# [[near]]
# value = 9
# tolerance = 0.1
# misconception = "K4"
# feedback = "That is the ratio of the finds. Divide each by its inspections first."

# %% check="q6" points=2

# %% [markdown] key="defend"
# ## Defend a profile

# %% [raw] question="q7"
# kind = "text"
# prompt = """
# Write the file note for the profile you set in question 2 (80 to 150 words): risk area and rationale, which groups of indicators you used and why, what it costs lawful traders and how you limited that, random share, owner, and when it ends or is reviewed. Name one thing that your profile cannot see.
# """
# max_chars = 2400
# min_words = 80
# hint = "The reader is an auditor who has never seen the screen."
# explain = "A good note lets an outsider judge the profile: reason, indicators, burden, random share, owner, end. And it says what the profile is blind to."

# %% [markdown] written="q7" points=7
# - 2 points: risk area and rationale, with the indicators used and a reason for each group (no accusation, no bare country).
# - 2 points: burden on lawful traders named with a number from the lab, and one measure that limits it.
# - 1 point: random share and what it is for.
# - 1 point: owner and expiry or review date.
# - 1 point: one thing that the profile cannot see.

# %% [markdown] key="analyst"
# ## For analysts
#
# If you do not program, leave this one open; it is worth 4 of 44 points.

# %%
traders = kit.trader_file()
traders.head()

# %% [raw] question="q8"
# kind = "task"
# task = "trader_hits"
# prompt = """
# Estimate from the record.
# """
# hint = "A find that had a chance of 1 in 20 to be made stands for twenty."
# read_again = "history-repair"

# %% answer="q8"
kit.answer("q8", ...)
### BEGIN SOLUTION
weight = 1 / traders["chance"]
kit.answer("q8", 100 * (weight * traders["illegal"]).sum() / weight.sum())
### END SOLUTION

# %% check="q8" points=4
