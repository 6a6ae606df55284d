# %% [markdown] key="exercise"
# # Exercise: what a check can and cannot tell you
#
# Seven questions, 14 points. Your answers are saved at once. When you have finished, go back to the home page and make your file to hand in. You receive points and explanations afterwards.
#
# All consignments, ports and tools in this exercise are invented.

# %% [markdown] key="scanner"
# ## A scanner at the post
#
# A postal centre receives 10,000 parcels a day. **20 of them** contain undeclared specimens. A new scanner finds 90 of every 100 such parcels. It also alerts by mistake on 5 of every 100 ordinary ones.

# %% [raw] question="q1"
# kind = "number"
# prompt = """
# How many parcels does the scanner stop **by mistake** on an average day?
# """
# unit = "parcels"
# min = 0
# max = 10000
# decimals = 0
# answer = 499
# tolerance = 2
# hint = "Start with the parcels that contain nothing illegal. How many are there?"
# explain = "9,980 ordinary parcels, 5 of every 100: 499 false alarms a day. They need staff, and their senders wait."
# read_again = "base-rate"
# [[near]]
# value = 1
# tolerance = 1
# feedback = "You took 5% of the 20 parcels. The false alarms come from the 9,980 ordinary ones."
# [[near]]
# value = 18
# tolerance = 0.5
# feedback = "18 is the number of real finds. The question is about the mistakes."

# %% check="q1" points=2

# %% [raw] question="q2"
# kind = "number"
# prompt = """
# Out of every **100 alerts**, how many are real? One decimal is enough.
# """
# unit = "of 100 alerts"
# min = 0
# max = 100
# decimals = 1
# answer = 3.48
# tolerance = 0.3
# hint = "Real alerts divided by all alerts, times 100."
# explain = "18 real alerts and 499 false ones make 517. Of these, 18 are real: 3.5 of 100, or about 1 in 29."
# read_again = "repair"
# [[partial]]
# tolerance = 0.6
# credit = 0.5
# [[near]]
# value = 90
# tolerance = 1
# misconception = "K1"
# feedback = "90% is the share of illegal parcels that are found. The share of alerts that are real also depends on the base rate."
# [[near]]
# value = 95
# tolerance = 1
# misconception = "K1"
# feedback = "95% is the share of ordinary parcels left in peace. It does not say how many alerts are real."
# [[near]]
# value = 18
# tolerance = 0.5
# feedback = "18 is the number of real finds a day. Divide it by all alerts."

# %% check="q2" points=2

# %% [raw] question="q3"
# kind = "choices"
# prompt = """
# Which conclusions are sound?
# """
# hint = "Ask of each sentence: could a legal parcel, or a hidden one, prove it wrong?"
# explain = "An alert is a reason to look again and it costs time, even when it is false. It proves nothing alone, and no alert proves nothing either."
# read_again = "no-alert"
# [[options]]
# id = "a"
# text = "An alert is a good reason to look again"
# correct = true
# [[options]]
# id = "b"
# text = "A parcel without an alert contains nothing illegal"
# misconception = "K16"
# feedback = "The scanner misses 2 of the 20 illegal parcels every day, and some ways of hiding escape it altogether."
# [[options]]
# id = "c"
# text = "A few parcels without an alert should be opened at random, to learn what the scanner misses"
# correct = true
# feedback = "Without random checks nobody knows what passes unseen."
# [[options]]
# id = "d"
# text = "An alert is enough to accuse the sender"
# misconception = "K9"
# feedback = "Most alerts here are false. Selection for inspection is a question, not an accusation."

# %% check="q3" points=2

# %% [markdown] key="desk"
# ## At the desk
#
# Four consignments wait. Decide what happens next with each.

# %% [raw] question="q4"
# kind = "lanes"
# prompt = """
# Sort the consignments.
# """
# hint = "Keep three things apart: a doubt about the goods, a doubt about the document, and no doubt."
# explain = "A doubt about the goods is settled by looking. A doubt about the document is settled with the authority that issued it. A random draw is carried out even when all looks well, because that is its purpose."
# read_again = "why"
# [[lanes]]
# id = "release"
# text = "Release"
# [[lanes]]
# id = "inspect"
# text = "Inspect the goods"
# [[lanes]]
# id = "consult"
# text = "Hold and consult the Management Authority"
# [[items]]
# id = "c1"
# text = "Documents in order, no alert, not drawn at random"
# accept = ["release"]
# feedback = "Nothing speaks for a delay."
# [[items]]
# id = "c2"
# text = "Documents in order, the dog alerts"
# accept = ["inspect"]
# feedback = "An alert is a doubt about the goods: look."
# [[items]]
# id = "c3"
# text = "Documents in order, no alert, drawn for the random check"
# accept = ["inspect"]
# feedback = "The random draw only works if it is carried out."
# [[items]]
# id = "c4"
# text = "The export permit names an Appendix that was not right on the date of issue"
# accept = ["consult"]
# feedback = "Ask the authority that issued the document. It may be a mistake, and it may be more."

# %% check="q4" points=2

# %% [markdown] key="look-up"
# ## Look it up

# %%
card = kit.species_card("Psittacus erithacus")

# %% [raw] question="q5"
# kind = "choice"
# prompt = """
# Today, a trader wants to import live African grey parrots **taken from the wild**, in order to sell them. What do you answer?
# """
# hint = "Which Appendix today? And what does the Convention say about the purpose of import for that Appendix?"
# explain = "The species is in Appendix I. Trade needs an import permit and an export permit, and the import permit may only be granted if the specimen is not to be used for primarily commercial purposes (Convention, Article III, paragraph 3)."
# read_again = "species"
# [[options]]
# id = "a"
# text = "An export permit is enough, the species is in Appendix II"
# feedback = "It was until January 2017. Look at the listing today."
# [[options]]
# id = "b"
# text = "An import permit and an export permit are needed, then the sale is in order"
# feedback = "The two documents are right, but an import permit is not granted for primarily commercial purposes."
# [[options]]
# id = "c"
# text = "An import permit cannot be granted, because the purpose is primarily commercial"
# correct = true
# [[options]]
# id = "d"
# text = "No document is needed for birds"
# feedback = "This species has been listed since 1976. Look at the time line on the card."

# %% check="q5" points=2

# %% [markdown] key="in-your-words"
# ## In your words

# %% [raw] question="q6"
# kind = "text"
# prompt = """
# Your minister has read that a detector dog is 98% accurate and asks why most of its alerts were false. Explain it in at most 60 words, with numbers of consignments rather than percentages.
# """
# max_chars = 1200
# hint = "Choose a round number of consignments and say how many are illegal, how many of these the dog finds, and how many legal ones it stops."
# explain = "A good answer starts from a number of consignments, names the few illegal ones, counts false alarms among the many legal ones, and says what an alert is still good for."

# %% [markdown] written="q6" points=3
# - 1 point: starts from a number of consignments and states how many are illegal (the base rate).
# - 1 point: counts real alerts and false alarms apart, without a mistake of reasoning.
# - 1 point: says what follows: an alert is a reason to look again, not a proof.

# %% [markdown] key="code"
# ## One answer in code
#
# In later modules analysts compute on whole tables. Everybody can try it once here: in the line below the question, replace the three dots by a number or by a calculation such as `9980 * 0.05`, then press **Shift+Enter**.

# %% [raw] question="q7"
# kind = "code"
# prompt = """
# How many false alarms does the scanner give in **250 working days**?
# """
# value_type = "number"
# unit = "parcels"
# answer = 124750
# tolerance = 500
# hint = "Multiply the false alarms of one day by 250."
# explain = "499 false alarms a day, 250 days: 124,750."
# read_again = "base-rate"

# %% answer="q7"
kit.answer("q7", ...)

# %% check="q7" points=1
