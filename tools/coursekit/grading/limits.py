"""How much of a submission is ever looked at. Sizes in bytes, times in seconds.

A real hand-in file of one module has about 30 kB; the limits leave ample room for honest work and
keep the cost of a hostile file small.
"""

from __future__ import annotations

ZIP_BYTES = 64_000_000  # one zip with the work of many people, inside a folder or zip
BUNDLE_BYTES = 16_000_000  # one hand-in file inside a folder or another zip
NOTEBOOK_BYTES = 8_000_000  # parsed JSON takes up to 20 times as much memory
ANSWERS_BYTES = 256_000
ENTRIES = 20_000  # files in one folder or zip
MARKS = 200_000  # entries of one zip and of those stored in it, as far as their marks are seen
FILES = 40  # notebooks and files of answers in one folder
WORKS = 60  # folders with work that one participant may hand in
TOTAL_BYTES = 20_000_000_000  # unpacked from one zip of the command line, zips inside included
INNER_BYTES = 1_000_000_000  # unpacked from one zip inside a folder or zip
DEEPER_BYTES = 128_000_000  # unpacked from a zip inside such a zip
ZIP_DEPTH = 3  # a zip of Moodle folders, holding bundles: two; one to spare
NAME_CHARS = 240
CELLS = 50_000  # as many as fit into such a notebook, unless they are made to be tiny
CELL_CHARS = 20_000
SHOWN_CHARS = 2_000  # output of a check kept for the trainer
CHECK_SECONDS = 60.0  # one check cell; includes loading pandas the first time
