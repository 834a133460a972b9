"""`clerk check-document`."""

from argparse import Namespace

from clerk.commands.say import say
from clerk.paths import typed_path


def check_documents(asked: Namespace) -> int:
    """Says what is found in Word files; 1 where there is anything."""
    from clerk.writers.word_check import check_document

    code = 0
    for name in asked.files:
        found = check_document(typed_path(name))
        if not found:
            say(f"{name}: nothing found.")
        for each in found:
            code = 1
            say(f"{name}: {each.code}: {each.says}")
    return code
