"""Commands that list and find: what each does, and in `words` what it is asked with."""
