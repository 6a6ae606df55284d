"""What leaves a graded run: feedback, grades, the report on the room, and the marking desk.

It reads the run through `coursekit.grading` and never changes what was handed in.
"""
