"""Reports → by whom, to whom, on what, and what they recommend."""
