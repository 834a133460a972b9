"""A file → its lines as text: plain text, Word, PDF."""
