"""Commands on committees and people: what each does, and in `words` what it is asked with."""
