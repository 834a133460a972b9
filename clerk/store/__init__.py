"""Files kept safe: whole or not at all, one writer, the one before; caches that may be lost."""
