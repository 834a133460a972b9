"""Commands on one meeting: what each does, and in `words` what it is asked with."""
