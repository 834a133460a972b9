"""Minutes → who came, what was minuted under which heading, and how they end."""
