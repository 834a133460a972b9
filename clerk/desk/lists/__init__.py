"""Lists over all meetings, and the summary that spares opening every file."""
