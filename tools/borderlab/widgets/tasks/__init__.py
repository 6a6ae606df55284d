"""Views of the tasks: what a participant sees and handles."""
