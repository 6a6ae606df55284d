"""From the hand-written source of a module to every file that the course serves.

`compose.outputs` gives the files as bytes, `tree` writes or compares them; both are pure of each
other, so ``build`` and ``build --check`` cannot disagree.
"""
