# %% [markdown] key="home"
# # Controls that count
#
# A training kit for officers who check trade in CITES specimens. You will work with pictures,
# buttons and synthetic consignments. No programming is needed.

# %%
kit.home()

# %% [markdown] key="how-it-works"
# ## How it works
#
# - Open a lesson above, then its exercise. Your answers are saved at once, beside the notebook.
# - Countries, firms and permits in the data are invented. Species, Appendices, codes and legal provisions are real and carry their source.
# - When you have finished, come back to this page and press the button that makes your file to hand in.
# - If a page shows no buttons, open the **Run** menu and choose **Run All Cells**.
