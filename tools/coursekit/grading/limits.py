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
TOTAL_BYTES = 2_000_000_000  # unpacked from one zip
ZIP_DEPTH = 3  # a zip of Moodle folders, holding bundles: two; one to spare
NAME_CHARS = 240
CELLS = 2_000
CELL_CHARS = 20_000
SHOWN_CHARS = 2_000  # output of a check kept for the trainer
CHECK_SECONDS = 60.0  # one check cell; includes loading pandas the first time
