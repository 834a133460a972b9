"""A record laid out as Word, PDF or text, a list as CSV or JSON: nothing is worded here."""
