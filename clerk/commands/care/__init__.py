"""Commands that keep the data folder: what each does, and in `words` what it is asked with."""
