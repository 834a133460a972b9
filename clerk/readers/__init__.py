"""The way in from papers made elsewhere: `read_paper` gives what a paper says, with its doubts."""

from clerk.readers.files.lines import lines, sha256
from clerk.readers.paper import read_paper

__all__ = ["lines", "read_paper", "sha256"]
