"""The minutes as they print, from their head to the lines to be signed."""
