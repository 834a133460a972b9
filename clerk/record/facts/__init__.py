"""What happened, in the house's words: declarations, movements, motions and votes, the room."""
