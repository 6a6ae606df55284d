# %% [markdown] key="welcome"
# # Welcome: what a check can and cannot tell you
#
# **15 minutes.** You will make a guess, see it tested on ten thousand consignments, and look up one real species. At the end you know how to answer and hand in, which is all you need for the rest of the course.
#
# Nothing here asks you to program. Press the buttons, type the numbers. Every answer is saved at once, and you can change it until you hand in.

# %% [markdown] key="before"
# ## Before you start
#
# Two questions to see where you stand. No marks, and no solution yet: you will meet the first one again at the end.

# %% [raw] question="pre1"
# kind = "choice"
# check = false
# prompt = """
# A detector dog is announced as **98% accurate**. It works in a lane where 1 consignment in 1,000 is illegal. The dog alerts. How likely is it that this consignment is illegal?
# """
# [[options]]
# id = "a"
# text = "About 98%"
# misconception = "K1"
# [[options]]
# id = "b"
# text = "About 50%"
# misconception = "K1"
# [[options]]
# id = "c"
# text = "About 20%"
# [[options]]
# id = "d"
# text = "About 5%"
# correct = true

# %% [raw] question="pre2"
# kind = "choice"
# check = false
# prompt = """
# The scanner shows nothing unusual. What does that tell you?
# """
# [[options]]
# id = "a"
# text = "The consignment is legal"
# misconception = "K16"
# [[options]]
# id = "b"
# text = "The consignment is less likely to be illegal than before, how much less depends on the scanner and on how goods are hidden"
# correct = true
# [[options]]
# id = "c"
# text = "Nothing at all"

# %%
code = kit.answer_code()

# %% [markdown] key="why"
# ## Why inspect, and why not everything
#
# The Convention asks for two things at once. Trade against the rules must be found and stopped. And formalities must be completed **with a minimum of delay** (Article VIII, paragraph 3), because a live animal that waits is an animal that suffers.
#
# So nobody can open everything. Resolution Conf. 11.3 therefore asks for physical examination that rests on **a policy of risk assessment and targeting** (clean text proposed to CoP19, paragraph 12 a) v). Customs law says the same: concentrate on high risk, let low risk pass quickly, and keep some selection random (WTO Trade Facilitation Agreement, Article 7.4; revised Kyoto Convention, General Annex, standards 6.3 to 6.5).
#
# Choosing well starts with one skill: knowing what a check can tell you, and what it cannot.

# %% [markdown] key="base-rate"
# ## The dog that is 98% accurate
#
# Imagine a lane with 10,000 consignments. Ten of them are illegal: 1 in 1,000. This share is the **base rate**.
#
# The dog finds 98 of every 100 illegal consignments. Of every 100 legal ones, it alerts by mistake on 2. Both figures are invented for this lesson.
#
# First commit yourself. A guess that you have written down teaches more than a figure that you have read.

# %% [raw] question="p1"
# kind = "predict"
# prompt = """
# Out of every **100 alerts** of this dog in this lane, how many are real?
# """
# unit = "of 100 alerts"
# min = 0
# max = 100
# decimals = 0
# answer = 4.7
# tolerance = 1.5
# hint = "Do not start from the dog. Start from the 10,000 consignments: how many are illegal, how many are not, and how many of each make the dog alert?"
# explain = """
# About 5. Of the 10 illegal consignments the dog finds about 10. Of the 9,990 legal ones it alerts by mistake on about 200. So about 210 alerts, and 10 of them are real.
# """
# [[near]]
# value = 98
# tolerance = 18
# misconception = "K1"
# feedback = "98% is the share of illegal consignments that the dog finds. It does not say how many alerts are real: that depends on how many legal consignments there are to be wrong about."

# %%
grid = kit.base_rate_grid(consignments=10_000, illegal=10, sensitivity=0.98, false_alarm=0.02, after="p1")

# %% [markdown] key="repair"
# ## What happened
#
# Nothing is wrong with the dog. There are simply so few illegal consignments, and so many legal ones, that even a rare mistake produces more false alarms than finds.
#
# Two numbers describe a tool, never one:
#
# - how many of the illegal consignments it finds (its **detection rate**, or sensitivity);
# - how many of the legal ones it stops by mistake (its **false-alarm rate**).
#
# And a third number belongs to the lane: the base rate. Only the three together say what an alert means.
#
# An alert is therefore no accusation. Here it raised the chance from 1 in 1,000 to about 1 in 21. That is a very good reason to look again, and a bad reason to be sure.

# %% [markdown] key="your-turn"
# ## Your turn
#
# Targeting means choosing a better lane for the same dog. Move the first slider above to 100 illegal consignments in 10,000, and read the result.

# %% [raw] question="f1"
# kind = "number"
# prompt = """
# Same dog, but now 100 in 10,000 consignments are illegal. Out of every **100 alerts**, how many are real?
# """
# unit = "of 100 alerts"
# min = 0
# max = 100
# decimals = 1
# answer = 33.1
# tolerance = 1.5
# hint = "Count the alerts on illegal consignments, then the alerts on legal ones. The share you want is the first count divided by both together."
# explain = "98 real alerts and 198 false ones: 98 of 296, about 33 of 100. The dog did not change. The lane did."
# read_again = "repair"
# [[near]]
# value = 98
# tolerance = 18
# misconception = "K1"
# feedback = "That is the detection rate again. Divide the real alerts by all alerts."
# [[near]]
# value = 49
# tolerance = 2
# feedback = "Close in spirit: ten times as many illegal consignments give ten times as many real alerts, but the false alarms stay. Count both."

# %% [markdown] key="a-real-trial"
# ### A real trial, read with care
#
# A trial with one detector dog and air drawn from sealed containers found 97.6% of the containers with pelts of big cats, and alerted by mistake on 15.2% of those without (Moloney and others, *Conservation Biology*, 2026; read in a summary, **to be confirmed**; one dog, proof of concept). Headlines spoke of 98%. Try these two figures on the sliders before you plan staff around an announced accuracy.

# %% [markdown] key="no-alert"
# ## And when there is no alert?
#
# In the lane above, about 9,790 consignments pass without an alert. Almost all are legal, and they were almost all legal before the dog came. The tool also has blind spots: a dog trained on pelts does not report live animals, a scan does not read a permit.
#
# If you only ever look where a tool alerts, you will never learn what passes beside it. That is why a policy keeps a share of inspections **random**. You will see in a later module how small that share can be.

# %% [markdown] key="species"
# ## One real look: what the law says about a species
#
# A check also needs a reference to check against. Below is the reference data of this kit. Every row names its source, and a row that was not read in an official text is marked *to be confirmed*.
#
# Look at the African grey parrot. Change the date and see what changes.

# %%
card = kit.species_card("Psittacus erithacus")

# %% [raw] question="s1"
# kind = "choice"
# prompt = """
# A permit issued in May 2016 names the African grey parrot and says Appendix II. What do you conclude?
# """
# hint = "Set the date on the card above to May 2016."
# explain = "On that date the species was in Appendix II; it has been in Appendix I since 2 January 2017. What counts is the listing on the date, not the listing of today. Whether such an old permit can still be used is another question: an export permit is valid for at most six months (Convention, Article VI, paragraph 2)."
# read_again = "species"
# [[options]]
# id = "a"
# text = "The permit was wrong: the species is in Appendix I"
# feedback = "It is today. Look at the listing on the date of the permit."
# [[options]]
# id = "b"
# text = "Appendix II was right on that date"
# correct = true
# [[options]]
# id = "c"
# text = "The species was not listed in 2016"
# feedback = "It has been listed since the 1970s. Look at the time line on the card."

# %% [markdown] key="hand-in"
# ## How to answer and hand in
#
# You have already done most of it. The line under each question tells you whether your answer is saved. Put the remaining steps in order.

# %% [raw] question="o1"
# kind = "order"
# prompt = """
# How do you finish a module?
# """
# hint = "The exercise comes after the lesson, and the home page comes last."
# explain = "Lesson, exercise, home page, file, course host. You can hand in again at any time: the newest file counts."
# [[items]]
# id = "i1"
# text = "Finish the lesson and open the exercise from the home page"
# [[items]]
# id = "i2"
# text = "Answer the questions of the exercise and see that each one is saved"
# [[items]]
# id = "i3"
# text = "Go back to the home page and make the file to hand in"
# [[items]]
# id = "i4"
# text = "Upload that file where your course host or trainer asks for it"

# %% [markdown] key="check"
# ## What you take with you
#
# The first question again, then two more. This time you see at once how you did.

# %% [raw] question="post1"
# kind = "choice"
# prompt = """
# A detector dog is announced as **98% accurate**. It works in a lane where 1 consignment in 1,000 is illegal. The dog alerts. How likely is it that this consignment is illegal?
# """
# hint = "Think of 10,000 consignments, as in the picture."
# explain = "About 10 real alerts among about 210: roughly 5%. If the announced 98% means something else than in our lane, ask which: the share of illegal consignments found, or the share of legal ones left in peace?"
# read_again = "repair"
# [[options]]
# id = "a"
# text = "About 98%"
# misconception = "K1"
# feedback = "That is the detection rate. The base rate is missing."
# [[options]]
# id = "b"
# text = "About 50%"
# misconception = "K1"
# feedback = "It is alert or no alert, but the two are not equally likely to be real."
# [[options]]
# id = "c"
# text = "About 20%"
# feedback = "In the right direction. Count the false alarms among 9,990 legal consignments."
# [[options]]
# id = "d"
# text = "About 5%"
# correct = true

# %% [raw] question="c2"
# kind = "choices"
# prompt = """
# Which of these make an alert **more** meaningful?
# """
# hint = "Ask of each one: does it change the real alerts, the false alarms, or the base rate?"
# explain = "A higher base rate through targeting and a lower false-alarm rate both raise the share of real alerts. More alerts of the same kind do not, and neither does a slightly higher announced figure."
# read_again = "repair"
# [[options]]
# id = "a"
# text = "Sending the dog to a lane chosen by risk assessment"
# correct = true
# [[options]]
# id = "b"
# text = "Training that halves the false alarms"
# correct = true
# [[options]]
# id = "c"
# text = "Checking twice as many consignments in the same lane"
# misconception = "K1"
# feedback = "You get twice the finds and twice the false alarms. The share stays the same."
# [[options]]
# id = "d"
# text = "Announcing the dog as 99% accurate instead of 98%"
# misconception = "K1"
# feedback = "A better detection rate finds slightly more. Almost all false alarms remain."

# %% [raw] question="c3"
# kind = "choice"
# prompt = """
# In one month the dog gave 60 alerts and 3 were real. A colleague says: “57 traders were wrongly accused.” What do you answer?
# """
# hint = "What is an alert: a finding or a question?"
# explain = "An alert is a question, and looking again is the answer to it. It still has a price in officers' time and in traders' delay, so count false alarms and report them."
# read_again = "repair"
# [[options]]
# id = "a"
# text = "An alert accuses nobody, but the 57 had to wait: we count them as a cost of the policy"
# correct = true
# [[options]]
# id = "b"
# text = "They must have had something to hide: the dog is 98% accurate"
# misconception = "K1"
# feedback = "With a low base rate most alerts are false, even with a good dog."
# [[options]]
# id = "c"
# text = "Right, we should stop using the dog"
# misconception = "K9"
# feedback = "Selection for inspection is no accusation. The dog raised the chance of a find many times over."

# %%
code = kit.answer_code("post")

# %% [raw] question="r1"
# kind = "text"
# prompt = """
# One sentence for your portfolio: which figure will you ask for, the next time somebody announces an accuracy?
# """
# max_chars = 600
# hint = "There are three numbers in this lesson. Which one is usually left out?"

# %% [markdown] key="next"
# ## Next
#
# Go back to the home page and open the exercise of this module. It takes a few minutes, and it is what you hand in.
