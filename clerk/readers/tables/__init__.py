"""A table of members → its cells, and what each column means."""
