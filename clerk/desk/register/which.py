"""Which committee is meant by words that were typed."""

from clerk.desk.office import Office
from clerk.desk.words import all_of, one_of
from clerk.domain.committees import Committee
from clerk.errors import AmbiguousError, NotFoundError


def find_committee(office: Office, words: str) -> Committee:
    """The committee that `words` mean: its slug, its name, or any unambiguous part of them.

    Raises NotFoundError or AmbiguousError, which lists what it could be.
    """
    wanted = words.strip().strip("/").casefold()
    bodies = sorted(office.register.committees.values(), key=lambda body: body.slug)
    for test in (_is_it, _begins, _contains):
        found = [body for body in bodies if test(body, wanted)]
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousError(
                f"“{words}” could be {one_of([body.slug for body in found])}. Type more of it."
            )
    if not bodies:
        raise NotFoundError("There is no committee yet. Import a paper, or make a committee.")
    raise NotFoundError(
        f"There is no committee “{words}”. There are {all_of([body.slug for body in bodies])}."
    )


def _is_it(body: Committee, wanted: str) -> bool:
    return body.slug == wanted or any(name.text.casefold() == wanted for name in body.names)


def _begins(body: Committee, wanted: str) -> bool:
    names = [name.text.casefold() for name in body.names]
    return body.slug.startswith(wanted) or any(name.startswith(wanted) for name in names)


def _contains(body: Committee, wanted: str) -> bool:
    return wanted in body.slug or any(wanted in name.text.casefold() for name in body.names)
