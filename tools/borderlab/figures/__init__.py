"""Pure functions from a result to a picture: SVG text for live widgets, matplotlib for print."""
