"""What lines of any paper have in common: pages, labels, numbers, tables; where parts begin."""
