"""Home, and what is read in from it."""
