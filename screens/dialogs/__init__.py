"""What is asked for over a screen: a form, a choice, a line to say an act in."""
