"""Commands on papers that are read in: what each does, and in `words` what it is asked with."""
