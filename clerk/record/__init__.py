"""Facts, context and house style composed into the record: its words, numbers and order."""
