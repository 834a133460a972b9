"""The command line: reads the words, answers with an exit code, shows every refusal as a sentence.

Exit codes: 0 done, 1 findings, 2 wrong use or input, 3 storage.
"""

import errno
import os
import sys
import time
from collections.abc import Callable, Sequence

from clerk import __version__
from clerk.errors import ClerkError, StorageError

_UNSAID = (
    "the answer could not be written ({}). What was to be changed is changed and stored; ask again "
    "with `clerk history` or `clerk show`."
)
"""Of `clerk show … > list.txt` on a full disk; of its own files, the store says what is wrong."""
_SPEAKING = (" at say.py", " at put.py", " at cli.py")
"""Where answers are written."""


def run() -> None:
    """The program's entry: exits with `main`'s answer."""
    sys.exit(main(sys.argv[1:]))


def main(words: Sequence[str]) -> int:
    """Does what the words say; returns the exit code."""
    _have_streams()
    _speak_utf8()
    if _asks_version(words):
        print(f"clerk {__version__}")  # before anything is imported: a script may ask often
        return 0
    try:
        return _answer(words)
    except ClerkError as error:
        _refuse(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        _refuse("stopped; what was stored before still stands.")
        return 2
    except BrokenPipeError:
        # The reader of our output has gone (`clerk meetings | head`): nothing to say to anybody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _asks_version(words: Sequence[str]) -> bool:
    match list(words):
        case ["--version" | "-V"] | ["--home", _, "--version" | "-V"]:
            return True
    return False


def _answer(words: Sequence[str]) -> int:
    from clerk.commands import log

    command, run = _asked(words)
    begun = time.monotonic()
    where = log.log_file()
    try:
        answer = run()
        sys.stdout.flush()
    except (ClerkError, BrokenPipeError, KeyboardInterrupt) as error:
        log.ended(where, command, type(error).__name__, begun)
        raise
    except Exception as error:
        from clerk import paths

        # Whatever we did not foresee: the clerk reads a sentence, the log where it happened.
        place = log.place_of(error)
        if isinstance(error, OSError) and any(each in place for each in _SPEAKING):
            log.ended(where, command, place, begun)
            if paths.ON_WINDOWS and error.errno == errno.EINVAL:  # so it calls a reader who is gone
                raise BrokenPipeError from error
            _refuse(_UNSAID.format(error.strerror or error))
            return StorageError.exit_code
        log.ended(where, command, place, begun)
        _refuse(
            f"something went wrong that Clerk did not foresee ({place}). What was stored before "
            f"still stands. Please report it; {where} says no more than this."
        )
        return StorageError.exit_code
    log.ended(where, command, f"exit {answer}", begun)
    return answer


def _asked(words: Sequence[str]) -> tuple[str, Callable[[], int]]:
    """What is asked for, by its name in the log; raises SystemExit where it is help, or unknown.

    The app alone needs no parser: to build one would take a tenth of the start.
    """
    match list(words):
        case []:
            home = None
        case ["--home", home] if home and not home.startswith("-"):
            pass
        case _:
            from clerk.commands.parser import build

            asked = build().parse_args(words)
            return asked.run.__name__, lambda: asked.run(asked)
    from clerk.commands.app import open_on

    return "open-app", lambda: open_on(home)


def _refuse(words: str) -> None:
    from clerk.clean import shown

    print(f"clerk: {shown(words)}", file=sys.stderr)


def _have_streams() -> None:
    """Nothing in place of a stream that was closed (`clerk … >&-`, a scheduler, pythonw).

    Otherwise the first file that is opened gets its number, and what is said is said into it.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            handle = os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, os.fdopen(handle, mode, encoding="utf-8"))


def _speak_utf8() -> None:
    """Pipes on Windows speak an old code page, which has no dashes and no Welsh."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
