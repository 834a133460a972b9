"""The workspace of one meeting and every screen that opens over it."""
