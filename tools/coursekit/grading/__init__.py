"""Runs of the course and their grading: collect, rebuild, check, record, give feedback.

One file for each step: `run` pins a course, `collect` finds what was handed in, `intake` takes the
answers out of it, `checks` marks them in a clean process, `gradebook` records the marks in
nbgrader's own tables, `feedback` and `grades` write the results. `desk` does them in this order.
"""
