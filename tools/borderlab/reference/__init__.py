"""Facts of law and trade, each with its source and confidence."""
