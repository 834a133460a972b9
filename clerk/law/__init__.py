"""What the law asks of a meeting on its day; a rule has its nation, its dates, its section."""
