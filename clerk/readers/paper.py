"""Reads a whole paper; see `clerk.readers.reading` for what comes out."""
