"""Lists over all meetings that are found in by typing."""
