"""`clerk styles` and its deeds: `check`, `copy`, `keys`, `set`."""

from argparse import Namespace
from pathlib import Path

from clerk.commands.opening import office_of
from clerk.commands.say import say, say_table
from clerk.desk.documents.style_choices import (
    choices,
    chosen,
    matching,
    options_of,
    value_of,
    words_of_value,
)
from clerk.desk.documents.style_files import copy_style, save_style, style_problems
from clerk.desk.office import Office
from clerk.errors import InputError, StyleError
from clerk.paths import typed_path


def styles(asked: Namespace) -> int:
    """Lists the house styles at hand; one that cannot be read says so in its line."""
    office = office_of(asked)
    say_table(("style", "what it is"), [(name, _title(office, name)) for name in office.styles])
    return 0


def check(asked: Namespace) -> int:
    """Says all that is wrong with a style; 1 where there is anything."""
    problems = list(style_problems(_folder(office_of(asked), asked.style)))
    for problem in problems:
        say(problem)
    if not problems:
        say(f"The house style “{Path(asked.style).name}” is sound.")
    return 1 if problems else 0


def copy(asked: Namespace) -> int:
    """Makes a style of the council's own and says where."""
    folder = copy_style(office_of(asked), asked.style, asked.new)
    say(f"Copied to {folder}. Change style.docx in Word, style.toml in any text editor;")
    say(f"then: clerk styles check {folder.name}")
    return 0


def keys(asked: Namespace) -> int:
    """Lists the keys of a style in which each of the words occurs: value, and what it says."""
    style = office_of(asked).styles[asked.style]
    wanted = [word.casefold() for word in asked.words]
    for choice in choices(style):
        told = f"{choice.key} {choice.group} {choice.says}".casefold()
        if all(word in told for word in wanted):
            value = words_of_value(value_of(style, choice.key)).replace("\n", " / ")
            say(f"{choice.key} = {value}")
            options = options_of(choice.key)
            more = f" One of: {', '.join(options)}." if options and "one of" not in told else ""
            if choice.says or more:
                say(f"    {choice.says}{more}")
    return 0


def put(asked: Namespace) -> int:
    """Puts values under keys, and saves the style as the council's own."""
    office = office_of(asked)
    style = office.styles[asked.style]
    for pair in asked.values:
        key, equals, words = pair.partition("=")
        if not equals:
            raise InputError(f"“{pair}” puts nothing: type KEY=WORDS.")
        style = chosen(style, matching(style, key.strip()).key, words)
    folder = save_style(office, asked.style, asked.new or asked.style, style)
    say(f"Saved in {folder}.")
    return 0


def _folder(office: Office, wanted: str) -> Path:
    """The folder of a style at hand, or one anywhere that is named by its path."""
    if wanted in office.styles:
        return office.styles.folder(wanted)
    path = typed_path(wanted)
    return path if path.is_dir() else office.styles.folder(wanted)


def _title(office: Office, name: str) -> str:
    try:
        return office.styles[name].title
    except StyleError as error:
        return f"cannot be used: {error}"
