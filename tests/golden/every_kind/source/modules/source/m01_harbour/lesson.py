# %% [markdown] key="harbour"
# # The harbour
#
# ![A quay with three cranes](files/quay.svg)

# %% [raw] question="p1"
# kind = "predict"
# prompt = "How many cranes?"
# min = 0
# max = 10
# decimals = 0
# answer = 3
# tolerance = 0
# [[near]]
# value = 4
# tolerance = 0
# misconception = "K1"
# feedback = "One of them is a lamp post."

# %% [raw] question="pre"
# kind = "choice"
# check = false
# prompt = "Is the water deep?"
# [[options]]
# id = "a"
# text = "Yes"
# correct = true
# [[options]]
# id = "b"
# text = "No"

# %% [raw] question="c0"
# kind = "code"
# prompt = "Compute 2 + 2."
# value_type = "number"
# answer = 4
# tolerance = 0

# %% answer="c0"
total = None
### BEGIN SOLUTION
total = 2 + 2
### END SOLUTION
kit.answer("c0", total)
