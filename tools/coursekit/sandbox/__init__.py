"""Runs code of people one does not know, without network, processes, files or time to do harm.

`box` runs one script in bubblewrap (Linux) and says how it ended; `rerun` uses it to see whether
the code a participant handed in gives the value that was saved. Nothing here changes a mark.
"""
