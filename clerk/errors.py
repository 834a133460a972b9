"""What can go wrong, said in one sentence: what happened, to what, and what to do now."""


class ClerkError(Exception):
    """A refusal that the user can read; its text is shown as it stands, never a traceback.

    `exit_code` is what the command line answers: 2 for wrong use or input, 3 for storage.
    """

    exit_code = 2


class InputError(ClerkError):
    """What was typed or read cannot be used; nothing was stored."""


class AnotherVersionError(InputError):
    """A paper is another version of one that was read before; it can be put in its place."""


class NotSaidError(InputError):
    """A paper does not say whose meeting it is of, or when; both can be given."""


class NotFoundError(InputError):
    """No meeting, committee or person answers to what was asked for."""


class AmbiguousError(InputError):
    """Several answer to what was asked for; the message lists them."""


class RefusedError(InputError):
    """An act does not fit the facts as they stand; nothing was changed."""


class StyleError(InputError):
    """A house style lacks something or has a key that is not known."""


class StorageError(ClerkError):
    """A file could not be read or written; what was stored before still stands."""

    exit_code = 3


class DamagedError(StorageError):
    """A file fails its checksum or is no Clerk file; it was left as it is."""


class ChangedElsewhereError(StorageError):
    """A file has changed since it was read; it was not overwritten."""
