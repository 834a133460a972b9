"""A council's own house styles as files: copied from another, checked before they are used."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from clerk.clean import safe_filename, text_of
from clerk.desk.documents.sample import sample_context, sample_meeting
from clerk.desk.office import Office
from clerk.errors import InputError, StorageError, StyleError
from clerk.paths import make_private
from clerk.record.minutes.compose import compose
from clerk.record.style.as_toml import toml_of
from clerk.record.style.house_style import HouseStyle, slips_in, style_from, style_words


def copy_style(office: Office, name: str, new: str) -> Path:
    """The style `name` copied as the council's own under the name `new`; returns its folder.

    Raises StyleError: there is no such style; InputError: `new` is no folder name, or is taken;
    StorageError: the folder cannot be written.
    """
    source = office.styles.folder(name)
    wanted = new.strip()
    if not wanted or safe_filename(wanted) != wanted:
        raise InputError(
            f"“{new}” cannot be the name of a folder; “{safe_filename(new)}” could."
            if new.strip()
            else "A house style needs a name."
        )
    if wanted in office.styles:
        raise InputError(f"There is a house style “{wanted}” already; give the copy another name.")
    office.prepare()
    target = office.home.house_styles_dir / wanted
    try:
        make_private(office.home.house_styles_dir)
        shutil.copytree(source, target)
    except OSError as error:
        raise StorageError(
            f"The house style could not be copied to “{target}” ({error.strerror})."
        ) from error
    return target


def style_problems(folder: Path) -> Iterator[str]:
    """What is wrong with the style in `folder`, in sentences; nothing where it can be used.

    A style that reads well is tried: a meeting with something of everything is set in it, and the
    Word file looked through as `clerk check-document` does.
    """
    from clerk.writers.word_template import template_problems

    style: HouseStyle | None = None
    try:
        words = style_words(folder)
        slips = slips_in(words, folder.name)
        yield from slips
        style = None if slips else style_from(words, folder.name)
    except StyleError as error:
        yield str(error)
    try:
        problems = template_problems(folder / "style.docx")
    except StyleError as error:
        said = str(error).removeprefix("Nothing was exported: ")
        yield said[:1].upper() + said[1:]
        return
    yield from problems
    if style is not None and not problems:
        yield from _tried(style, folder)


def _tried(style: HouseStyle, folder: Path) -> Iterator[str]:
    """What a document in this style would be found to have."""
    from clerk.writers.word import DocumentProperties, word_bytes
    from clerk.writers.word_check import check_content

    meeting = sample_meeting()
    record = compose(meeting, sample_context(style, folder.name), "signing")
    content = word_bytes(record, folder / "style.docx", DocumentProperties())
    for found in check_content(content, "style.docx"):
        yield f"in a trial document: {found.says}"


def save_style(office: Office, base: str, name: str, style: HouseStyle) -> Path:
    """`style` as the council's own under `name`, with the looks of `base`; returns its folder.

    An own style of that name is changed, its comments and order kept, its file before kept as
    style.toml.before; one that Clerk ships never is. Raises InputError, StyleError, StorageError.
    """
    from clerk.record.style.editing import edited  # tomlkit: 50 ms that nothing else needs
    from clerk.writers.files import write_whole

    style_from(toml_of(style), name)  # what could not be read again is not written
    wanted = name.strip()
    if office.styles.is_own(wanted):
        folder = office.styles.folder(wanted)
        write_whole(_content(folder), folder / "style.toml.before")
    elif wanted in office.styles:
        raise InputError(
            f"“{wanted}” is one of the styles that Clerk ships: save yours under another name."
        )
    else:
        folder = copy_style(office, base, wanted)
    try:
        words = edited(text_of(_content(folder)), style)
    except UnicodeDecodeError:
        words = toml_of(style)
    write_whole(words.encode(), folder / "style.toml")
    office.forget_style(wanted)
    return folder


def _content(folder: Path) -> bytes:
    """The style.toml as it stands; nothing where it is gone. Raises StorageError."""
    path = folder / "style.toml"
    try:
        return path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise StorageError(f"“{path}” cannot be read ({error.strerror}).") from error
