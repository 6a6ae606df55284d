# %% [markdown] key="tide"
# # The tide
#
# Water rises twice a day, and a line that is
# wrapped in the source is no other text.

# %%
kit.base_rate_grid()

# %% [raw] question="q1"
# kind = "choice"
# prompt = """How often does the water rise in a day?"""
# explain = "Twice, on most coasts."
# read_again = "tide"
# [[options]]
# id = "a"
# text = "Once"
# misconception = "K1"
# feedback = "Look at the picture again."
# [[options]]
# id = "b"
# text = "Twice"
# correct = true
