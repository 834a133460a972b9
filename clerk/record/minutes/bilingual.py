"""Headings and labels in two languages, typed in one line: "Ymddiheuriadau / Apologies"."""

from clerk.domain.printed import Run
from clerk.record.style.house_style import HouseStyle


def runs_of(text: str, style: HouseStyle, role: str = "", fact: str = "") -> tuple[Run, ...]:
    """The runs of a heading or label, each with its language where the house has two."""
    halves = halves_of(text, style)
    if halves is None:
        return (Run(text=text, role=role, fact=fact),)
    first, second = halves
    return (
        run_in(first, 0, style, role, fact),
        Run(text=style.bilingual.separator, role=role, fact=fact),
        run_in(second, 1, style, role, fact),
    )


def halves_of(text: str, style: HouseStyle) -> tuple[str, str] | None:
    """A text's words in the one language and in the other; None where there is but one."""
    if not style.bilingual.languages or style.bilingual.separator not in text:
        return None
    first, _, second = text.partition(style.bilingual.separator)
    return (first, second) if first.strip() and second.strip() else None


def run_in(text: str, which: int, style: HouseStyle, role: str = "", fact: str = "") -> Run:
    """A run in the first (0) or second (1) language; the record's own is not named."""
    language = style.bilingual.languages[which]
    return Run(
        text=text, role=role, fact=fact, language="" if language == style.language else language
    )
