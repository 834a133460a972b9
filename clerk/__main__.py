"""`python -m clerk` is the same as `clerk`."""

from clerk.cli import run

run()
