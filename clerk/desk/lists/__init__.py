"""Lists over all meetings, what is found in them, and what Home shows first."""
