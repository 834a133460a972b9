"""Papers and tables that come in: who is who in them, and what they change."""
