# %% [markdown]
# # Exercise
#
# Read [the table](https://example.org/tide) and note `high`.

# %% [raw] question="x1"
# kind = "number"
# prompt = "At which hour is high water?"
# unit = "h"
# answer = 6
# tolerance = 0.5
# explain = "At six: look at the table."

# %% check="x1" points=2

# %% [raw] question="x2"
# kind = "text"
# prompt = "Why twice?"

# %% [markdown] written="x2" points=1
# One point for the moon.
