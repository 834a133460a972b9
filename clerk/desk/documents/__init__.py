"""Documents out, and the house styles that they are written in."""
