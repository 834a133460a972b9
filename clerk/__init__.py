"""Clerk: minutes, membership and resolutions of committees, kept on the clerk's own computer."""

__version__ = "0.1.0"
