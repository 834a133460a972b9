"""The care of a data folder: soundness, mending, backups, hand-edited files."""
