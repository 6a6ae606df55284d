# %% [markdown]
# # Home
#
# - Open a lesson.
# - Hand in.

# %%
kit.home()
