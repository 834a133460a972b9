"""An agenda → its front sheet, membership, items, and who signs it."""
