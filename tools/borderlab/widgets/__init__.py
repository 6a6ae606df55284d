"""Views of the kit in a notebook: they hold state, call the other rooms and show a figure."""
