"""The invented council on which a clerk can learn: Wealdshire County Council."""
