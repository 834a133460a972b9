"""Commands that print and write documents: what each does, and in `words` what it is asked with."""
