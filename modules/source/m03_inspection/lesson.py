# %% [markdown] key="start"
# # Inspection policy: how much, where, how often
#
# **70 minutes.** You will open boxes, put tools in a row, run a queue with live animals in it, and be outwitted by an importer. At the end you set a policy for a border post and turn it into one page that a minister can sign.
#
# Posts, firms and consignments are invented. Figures of tools are assumptions unless a source stands beside them.

# %% [markdown] key="before"
# ## Before you start
#
# Three questions to see where you stand. No marks, and no solution yet.

# %% [raw] question="pre1"
# kind = "choice"
# check = false
# prompt = """
# A container holds 60 boxes. You opened 10 near the door and found nothing. What do you know?
# """
# [[options]]
# id = "a"
# text = "The consignment is clean"
# misconception = "K6"
# [[options]]
# id = "b"
# text = "Little about the boxes at the back, and not even certainty about the ten"
# correct = true
# [[options]]
# id = "c"
# text = "At most one box in ten can be illegal"
# misconception = "K6"

# %% [raw] question="pre2"
# kind = "choice"
# check = false
# prompt = """
# An office opens 2% of every lot. Is that fair and equally strict for all?
# """
# [[options]]
# id = "a"
# text = "Yes, the same share for everybody"
# misconception = "K7"
# [[options]]
# id = "b"
# text = "No: in a small lot it proves almost nothing, in a very large one more than is needed"
# correct = true
# [[options]]
# id = "c"
# text = "No: large lots get off too lightly"

# %% [raw] question="pre3"
# kind = "choice"
# check = false
# prompt = """
# Every tenth consignment of a regular importer is inspected. What can a dishonest importer do?
# """
# [[options]]
# id = "a"
# text = "Nothing: one of ten is one of ten"
# misconception = "K15"
# [[options]]
# id = "b"
# text = "Count, and send the illegal goods just after an inspection"
# correct = true
# [[options]]
# id = "c"
# text = "Change the port"

# %%
code = kit.answer_code()

# %% [markdown] key="policy"
# ## Why a policy
#
# The Parties asked for elements of a **national policy on physical inspections** (Decision 19.154). A policy is a promise that can be checked: what share is inspected, how it is chosen, how deeply a consignment is examined, how long live animals may wait, what is recorded, and when all this is looked at again.
#
# Its limits are set by the Convention itself: formalities with a minimum of delay, and care for living specimens (Article VIII, paragraph 3). So the question is never “How can we find everything?” but **“What do we get for the hours we have?”**

# %% [markdown] key="boxes"
# ## Inside one consignment
#
# Sixty boxes, and time for ten. First a guess.

# %% [raw] question="p1"
# kind = "predict"
# prompt = """
# 6 of the 60 boxes hold undeclared specimens. You open 10 boxes **at random**, and you recognise what you see. How likely is it that you find at least one?
# """
# unit = "%"
# min = 0
# max = 100
# decimals = 0
# answer = 68
# tolerance = 5
# hint = "One box in ten is bad, and you open ten. But the ten do not share the bad ones out fairly among mornings."
# explain = "68%: in about one of three such mornings you find nothing although every tenth box is bad. And this is the best case: boxes drawn at random, and an officer who recognises everything."
# [[near]]
# value = 100
# tolerance = 3
# misconception = "K6"
# feedback = "On average you meet one bad box. On average is not every time."
# [[near]]
# value = 17
# tolerance = 2
# feedback = "10 of 60 is the share of boxes you open. The question is about the chance to meet at least one of six."
# [[near]]
# value = 10
# tolerance = 2
# feedback = "One in ten is the share of bad boxes. You have ten tries."

# %%
boxes = kit.box_opener(boxes=60, illegal=6, placing="spread", efficacy=1.0, after="p1")

# %% [markdown] key="not-proved"
# ### What was not proved
#
# Go to step 4, “A thousand times”: put the bad boxes at the back, and compare the door with a random draw. Then set the efficacy to 80%: an officer who recognises four of five. The chance falls each time, and the result “nothing found” looks exactly the same.
#
# So a sampling result is a sentence with **three numbers**: *“If at least 5% of the boxes were illegal, we would have noticed it with 95% confidence, given an efficacy of 80%.”* Level of detection, confidence, efficacy. Leave one out and the sentence means nothing. And below the level of detection nothing was proved at all.

# %% [raw] question="n1"
# kind = "number"
# prompt = """
# A lot of 200 boxes. You want to notice with 95% confidence if at least 5% of them are illegal. Efficacy is 100%. How many boxes must be opened? Use the table of the box opener.
# """
# unit = "boxes"
# min = 0
# max = 200
# decimals = 0
# answer = 51
# tolerance = 1
# hint = "5% of 200 are 10 boxes. Look for the row with 200 boxes and a level of detection of 5%."
# explain = "51 of 200, a quarter of the lot. With an efficacy of 80% it is 64."
# read_again = "not-proved"
# [[near]]
# value = 59
# tolerance = 1
# feedback = "59 is right for a very large lot. In a lot of 200 the boxes you have opened are no longer among those left."
# [[near]]
# value = 10
# tolerance = 0.5
# misconception = "K7"
# feedback = "10 is the number of illegal boxes at the level of detection, not the number to open."
# [[near]]
# value = 4
# tolerance = 0.5
# misconception = "K7"
# feedback = "4 are 2% of the lot, a habit without a reason."
# [[near]]
# value = 64
# tolerance = 1
# feedback = "That is right for an efficacy of 80%."

# %% [raw] question="n2"
# kind = "choice"
# prompt = """
# A lot of 40 boxes and one of 1,000 boxes. Same level of detection (5%), same confidence (95%). Which share must be opened?
# """
# hint = "Compare the two rows of the table: numbers first, then shares."
# explain = "31 of 40 and 57 of 1,000. The number grows slowly with the lot, so the share falls fast. A fixed percentage protects small lots hardly at all, and wastes hours on very large ones."
# read_again = "not-proved"
# [[options]]
# id = "a"
# text = "The same share of both"
# misconception = "K7"
# feedback = "Then the small lot is hardly checked at all."
# [[options]]
# id = "b"
# text = "More than three quarters of the small lot, about 6% of the large one"
# correct = true
# [[options]]
# id = "c"
# text = "A larger share of the large lot"
# misconception = "K7"

# %% [raw] question="n3"
# kind = "choice"
# prompt = """
# An officer recognises 60% of the specimens. In a lot of 40 boxes two are illegal. Which confidence can be reached by opening **all** boxes?
# """
# hint = "Opening more boxes than there are is not possible. What remains uncertain after the last box?"
# explain = "Both are overlooked with a chance of 0.4 times 0.4, so 84% is the ceiling. 95% is not attainable by opening boxes. Only better recognition can reach it: a second officer, training, a laboratory."
# read_again = "not-proved"
# [[options]]
# id = "a"
# text = "100%: everything was opened"
# misconception = "K6"
# feedback = "Opened is not recognised."
# [[options]]
# id = "b"
# text = "84%, and 95% is not attainable"
# correct = true
# [[options]]
# id = "c"
# text = "60%"
# feedback = "There are two chances to recognise something: overlooking both is needed."

# %% [markdown] key="cascade"
# ## Tools in a row
#
# Nobody opens 10,000 consignments. A document check sends some on, a scan or a dog sends some of these on, an officer opens what is left. Each stage misses some and stops some by mistake. Count consignments, not percentages.

# %%
cascade = kit.cascade_builder()

# %% [raw] question="c1"
# kind = "number"
# prompt = """
# 10,000 consignments, 50 of them illegal. The document check sends 40 of every 100 illegal ones on to inspection, and 5 of every 100 legal ones. The inspection finds 90 of every 100 illegal ones that reach it. How many of the 50 are found?
# """
# unit = "consignments"
# min = 0
# max = 50
# decimals = 0
# answer = 18
# tolerance = 0.5
# hint = "How many of the 50 reach the inspection?"
# explain = "20 of 50 reach the inspection, 18 are found, 32 are missed: 30 of them were never opened. And 498 legal consignments were opened for it. A better inspection can win two more at most; a better choice can win thirty."
# read_again = "cascade"
# [[near]]
# value = 45
# tolerance = 0.5
# feedback = "That would be 90% of all 50. Only 20 of them reach the inspection."
# [[near]]
# value = 20
# tolerance = 0.5
# feedback = "20 reach the inspection. It finds 90 of every 100."

# %% [raw] question="c2"
# kind = "choice"
# prompt = """
# Dog and scanner both fail on live reptiles wrapped in wet cloth. Each alone finds 80% of illegal consignments. Together, if either alert counts, how many do they find?
# """
# hint = "If the two failed independently of each other, how much would they find together? Do they?"
# explain = "96% only if they fail independently. Where they share a blind spot, the second tool adds little exactly there. Count tools by their blind spots, not by their number."
# read_again = "cascade"
# [[options]]
# id = "a"
# text = "96%"
# feedback = "Right only if the two fail independently of each other."
# [[options]]
# id = "b"
# text = "Less than 96%, because they share a blind spot"
# correct = true
# [[options]]
# id = "c"
# text = "100%"
# misconception = "K13"
# feedback = "Two tools, and still things that neither sees."

# %% [raw] question="c3"
# kind = "choice"
# prompt = """
# The scanner shows nothing unusual. The document check had sent the consignment on because of two strong flags. What now?
# """
# hint = "How much does “no alert” lower the risk, when the scanner finds some of such cases and misses others?"
# explain = "No alert lowers the risk, by how much depends on the scanner and on the way of hiding. If the risk was high before, it can still be higher than that of an average consignment."
# read_again = "cascade"
# [[options]]
# id = "a"
# text = "Release: no alert"
# misconception = "K16"
# feedback = "The scanner misses some. The flags remain."
# [[options]]
# id = "b"
# text = "The risk is lower than before, but the flags remain: decide by what is left, and record it"
# correct = true
# [[options]]
# id = "c"
# text = "Seize: two flags are enough"
# misconception = "K9"

# %% [markdown] key="queue"
# ## Waiting is a result, too
#
# Every inspection is minutes, and minutes become a queue. Look at the mean, and at the **90th percentile**: what the unlucky tenth waits. Look at live animals apart. Give them priority. Then release the low-risk half at once, and see who gains.

# %%
queue = kit.queue_view()

# %% [raw] question="u1"
# kind = "choice"
# prompt = """
# 60 consignments a day need inspection, 30 minutes each. Three officers work 8 hours. What will the queue do?
# """
# hint = "Compare the minutes needed with the minutes there are."
# explain = "1,800 minutes of work, 1,440 minutes of officers: what is left over grows by 12 consignments a day and never ends. No priority rule heals that, only fewer inspections, shorter ones, or more officers."
# read_again = "queue"
# [[options]]
# id = "a"
# text = "Long in the morning, empty in the evening"
# feedback = "Count the minutes: they do not fit into the day."
# [[options]]
# id = "b"
# text = "It grows every day"
# correct = true
# [[options]]
# id = "c"
# text = "It settles at about 12 consignments"
# feedback = "12 is what is left over on the first day. The second day adds its own."

# %% [raw] question="u2"
# kind = "choice"
# prompt = """
# “If we release low-risk consignments at once, controls become weaker.” What do you answer?
# """
# hint = "Where do the minutes go that are saved?"
# explain = "The minutes move to where the risk is, and live animals wait less. Controls become weaker only if the released lane is never looked at again: keep a random share there."
# read_again = "queue"
# [[options]]
# id = "a"
# text = "True, but traders like it"
# misconception = "K12"
# [[options]]
# id = "b"
# text = "The minutes saved go into high-risk consignments. With random checks on what is released, the control gets stronger"
# correct = true
# [[options]]
# id = "c"
# text = "It makes no difference"
# misconception = "K12"
# feedback = "It does: look at the waiting time of live animals."

# %% [markdown] key="streams"
# ## Regular importers
#
# Whoever sends a consignment every week has a record. A plan uses it: begin with every consignment; after a number of clean ones in a row, check only a share; after one find, begin again. Good for honest importers, cheap for you, and it has one condition: **the draw must be by lot**.

# %%
stream = kit.stream_plan()

# %% [raw] question="s1"
# kind = "choice"
# prompt = """
# Same inspection rate of 10%, once “every tenth”, once by lot with a chance of 1 in 10. Against an importer who counts, which finds more?
# """
# hint = "What does the importer know before sending the next consignment?"
# explain = "Every tenth tells the importer exactly which nine are free. By lot, each consignment carries the same risk for whoever cheats. The rate is equal, what it achieves is not."
# read_again = "streams"
# [[options]]
# id = "a"
# text = "Both the same: 10% is 10%"
# misconception = "K15"
# feedback = "For the officer. Not for somebody who counts."
# [[options]]
# id = "b"
# text = "By lot"
# correct = true
# [[options]]
# id = "c"
# text = "Every tenth, because it is more orderly"
# misconception = "K15"

# %% [markdown] key="lab"
# ## The policy lab
#
# Now all of it together: one year at one post. Choose how much is inspected, which share by lot, how many officers, how much is scanned, when a profile expires. Watch finds and misses, what you would **know** of the misses, the delay of live animals, the burden and the bill. Save two or three policies under a name and compare them.
#
# Try three things: no random share (what happens to your knowledge?), everything inspected (what happens to the animals?), a profile that never expires (what happens in the second half of the year?).

# %%
lab = kit.policy_lab()

# %% [raw] question="l1"
# kind = "choices"
# prompt = """
# You moved the random share from 0 to 10% with the same number of inspections. What changed?
# """
# hint = "Look at finds, at the interval of the estimate, and at what happens later in the year."
# explain = "Some finds are given up at first, because inspections move from the top of the list to the lot. In return there is an estimate with an interval, and news of what moves. Neither delay nor cost changes much: the number of inspections is the same."
# read_again = "lab"
# [[options]]
# id = "a"
# text = "A few finds less from the top of the list"
# correct = true
# [[options]]
# id = "b"
# text = "An estimate of what is missed, with an interval"
# correct = true
# [[options]]
# id = "c"
# text = "The bill doubled"
# feedback = "The number of inspections did not change."
# [[options]]
# id = "d"
# text = "A chance to notice when smugglers change their ways"
# correct = true

# %% [markdown] key="paper"
# ## One page for the minister
#
# A policy that exists only on a screen is none. Turn your settings into a page: purpose and legal basis, who is covered, how consignments are chosen, how deeply they are examined, what goes first, what is recorded, targets, review. Fill in the fields of your administration, read it aloud, and take it home as a file.

# %%
paper = kit.policy_paper(lab)

# %% [raw] question="w1"
# kind = "lanes"
# prompt = """
# Five sentences of draft policies. Which ones can stay?
# """
# hint = "Can it be checked afterwards? Does it respect animals, law and honest traders?"
# explain = "A sentence can stay if somebody can check it, and if it does not promise what nobody can hold."
# read_again = "paper"
# [[lanes]]
# id = "keep"
# text = "Keep"
# [[lanes]]
# id = "mend"
# text = "Mend"
# [[items]]
# id = "w-all"
# text = "All consignments are inspected thoroughly"
# accept = ["mend"]
# feedback = "Nobody has the hours, and live animals would wait. Say which share, and how it is chosen."
# [[items]]
# id = "w-random"
# text = "5% of the consignments of every lane are drawn by lot; each result is recorded, also when nothing is found"
# accept = ["keep"]
# feedback = "A number, a method and a denominator."
# [[items]]
# id = "w-tenth"
# text = "Every tenth consignment of a regular importer is opened"
# accept = ["mend"]
# feedback = "By lot, with a chance of 1 in 10."
# [[items]]
# id = "w-live"
# text = "Live animals are examined first; nine of ten leave within four hours"
# accept = ["keep"]
# feedback = "A target that can be measured."
# [[items]]
# id = "w-two"
# text = "2% of the boxes of every lot are opened"
# accept = ["mend"]
# feedback = "State level of detection, confidence and efficacy, and take the number from the table."

# %% [markdown] key="free"
# ## Your own case

# %% [raw] question="x1"
# kind = "task"
# task = "sample_size"
# prompt = """
# A consignment of your own. How many boxes, and what is proved by fewer?
# """
# hint = "Lot, level of detection, confidence, efficacy: write down all four before you start."
# read_again = "not-proved"

# %% [markdown] key="check"
# ## What you take with you
#
# Five questions. You know the first three.

# %% [raw] question="post1"
# kind = "choice"
# prompt = """
# A container holds 60 boxes. You opened 10 near the door and found nothing. What do you know?
# """
# hint = "Which boxes had no chance to be opened? And what does an officer overlook?"
# explain = "Boxes at the back had no chance. Even of the ten you know only what an officer recognises."
# read_again = "not-proved"
# [[options]]
# id = "a"
# text = "The consignment is clean"
# misconception = "K6"
# feedback = "Nothing found is not nothing there."
# [[options]]
# id = "b"
# text = "Little about the boxes at the back, and not even certainty about the ten"
# correct = true
# [[options]]
# id = "c"
# text = "At most one box in ten can be illegal"
# misconception = "K6"
# feedback = "Not even with a random draw. Here the boxes at the back were never in it."

# %% [raw] question="post2"
# kind = "choice"
# prompt = """
# An office opens 2% of every lot. Is that fair and equally strict for all?
# """
# hint = "How many boxes is it in a lot of 40?"
# explain = "One box of 40, a hundred of 5,000. Equal strictness means equal level of detection and confidence, and that asks for very different shares."
# read_again = "not-proved"
# [[options]]
# id = "a"
# text = "Yes, the same share for everybody"
# misconception = "K7"
# feedback = "The same share, and a very different chance to notice something."
# [[options]]
# id = "b"
# text = "No: in a small lot it proves almost nothing, in a very large one more than is needed"
# correct = true
# [[options]]
# id = "c"
# text = "No: large lots get off too lightly"
# feedback = "It is the other way round."

# %% [raw] question="post3"
# kind = "choice"
# prompt = """
# Every tenth consignment of a regular importer is inspected. What can a dishonest importer do?
# """
# hint = "Who can count to ten?"
# explain = "A fixed rhythm can be learned. A draw by lot cannot."
# read_again = "streams"
# [[options]]
# id = "a"
# text = "Nothing: one of ten is one of ten"
# misconception = "K15"
# feedback = "The importer counts as well as you do."
# [[options]]
# id = "b"
# text = "Count, and send the illegal goods just after an inspection"
# correct = true
# [[options]]
# id = "c"
# text = "Change the port"
# feedback = "Perhaps, but there is something much easier."

# %% [raw] question="k4"
# kind = "choice"
# prompt = """
# Which sentence says everything that a sampling result can say?
# """
# hint = "Three numbers belong to it."
# explain = "Level of detection, confidence and efficacy. Without one of them nobody can judge the result."
# read_again = "not-proved"
# [[options]]
# id = "a"
# text = "51 boxes opened, nothing found: clean"
# misconception = "K6"
# feedback = "That is a verdict, not a result."
# [[options]]
# id = "b"
# text = "If 5% or more of the 200 boxes were illegal, we would have noticed it with 95% confidence, at an efficacy of 100%"
# correct = true
# [[options]]
# id = "c"
# text = "We are 95% sure that the consignment is legal"
# misconception = "K6"
# feedback = "Nothing was proved below the level of detection."

# %% [raw] question="k5"
# kind = "choice"
# prompt = """
# You have ten inspection hours more per week. Which use needs the best reason?
# """
# hint = "Which of these can be checked afterwards?"
# explain = "More of the same choice is the natural wish, and often the poorest use: it moves down the list to ever smaller chances. More random checks tell you whether the list is right; live animals wait less. Whatever you choose, write down the reason and measure it."
# read_again = "lab"
# [[options]]
# id = "a"
# text = "Random checks in the green lane, where there were none"
# feedback = "They tell you what you do not know yet."
# [[options]]
# id = "b"
# text = "More inspections further down the same list"
# correct = true
# [[options]]
# id = "c"
# text = "Earlier examination of live animals"
# feedback = "Shorter waiting is a result of its own."

# %%
code = kit.answer_code("post")

# %% [raw] question="r1"
# kind = "text"
# prompt = """
# One sentence for your portfolio: which one number will you ask for on Monday, and whom?
# """
# max_chars = 600
# hint = "A random share, a waiting time, an efficacy, an expiry date."

# %% [markdown] key="next"
# ## Next
#
# Go back to the home page and open the exercise of this module. You will design a policy for a post of your own.
