"""The chosen language, the catalogues, and numbers and dates as that language writes them."""
