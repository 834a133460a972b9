"""Who sits where: people, seats, roles and rules over time, and lists of them."""
