# %% [markdown] key="exercise"
# # Exercise

# %% [raw] question="q1"
# kind = "choice"
# prompt = "Which side is port?"
# hint = "Look forward."
# explain = "Left, looking forward."
# read_again = "harbour"
# [[options]]
# id = "a"
# text = "Right"
# misconception = "K1"
# feedback = "That is starboard."
# [[options]]
# id = "b"
# text = "Left"
# correct = true

# %% check="q1" points=1

# %% [raw] question="q2"
# kind = "choices"
# prompt = "Which are ships?"
# [[options]]
# id = "a"
# text = "A ketch"
# correct = true
# [[options]]
# id = "b"
# text = "A quay"
# [[options]]
# id = "c"
# text = "A sloop"
# correct = true

# %% check="q2" points=2

# %% [raw] question="q3"
# kind = "number"
# prompt = "How long is a cable?"
# unit = "m"
# min = 0
# max = 1000
# decimals = 1
# answer = 185.2
# tolerance = 0.5
# [[partial]]
# tolerance = 5
# credit = 0.5
# [[near]]
# value = 1852
# tolerance = 1
# feedback = "That is a mile."

# %% check="q3" points=2

# %% [raw] question="q4"
# kind = "order"
# prompt = "Put them in order, smallest first."
# [[items]]
# id = "dinghy"
# text = "Dinghy"
# [[items]]
# id = "ferry"
# text = "Ferry"
# [[items]]
# id = "barge"
# text = "Container ship"

# %% check="q4" points=1.5

# %% [raw] question="q5"
# kind = "lanes"
# prompt = "Where does each go?"
# [[lanes]]
# id = "quay"
# text = "Quay"
# capacity = 1
# [[lanes]]
# id = "road"
# text = "Roadstead"
# [[items]]
# id = "tug"
# text = "The tug"
# accept = ["quay"]
# feedback = "Tugs lie at the quay."
# [[items]]
# id = "tanker"
# text = "The tanker"
# accept = ["road"]

# %% check="q5" points=2

# %% [raw] question="q6"
# kind = "predict"
# prompt = "How many knots?"
# min = 0
# max = 40

# %% [raw] question="q7"
# kind = "text"
# prompt = "Describe the harbour."
# min_words = 5
# max_chars = 500

# %% [markdown] written="q7" points=3
# - 1 point: names the quay.
# - 2 points: names the wind.

# %% [raw] question="q8"
# kind = "code"
# prompt = "Compute 3 * 4."
# value_type = "number"
# answer = 12
# tolerance = 0

# %% answer="q8"
kit.answer("q8", ...)

# %% check="q8" points=1

# %% [raw] question="q9"
# kind = "code"
# prompt = "Compute the mean of `depths`."
# value_type = "number"

# %%
depths = [3, 4, 5]

# %% answer="q9"
mean = None
### BEGIN SOLUTION
mean = sum(depths) / len(depths)
### END SOLUTION
kit.answer("q9", mean)

# %% check="q9" points=2
### BEGIN HIDDEN TESTS
value = kit.saved("q9")
2.0 if value == sum(depths) / len(depths) else 0.0
### END HIDDEN TESTS
