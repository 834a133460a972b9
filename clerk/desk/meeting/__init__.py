"""One open meeting: its room, its votes, its minutes, and their life after publishing."""
