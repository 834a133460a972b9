"""An invented committee to complete for."""

import datetime as dt

from clerk.names import parse_name
from clerk.suggest import Business, Paper, Someone, Sources
from clerk.suggest.sources import Standing


def someone(words: str, standing: Standing = "present") -> Someone:
    """A person by their printed name."""
    return Someone(name=parse_name(words), standing=standing)


PEOPLE = (
    someone("Mr J A Pell, MBE"),
    someone("Mrs R Hazel"),
    someone("Mr T Frost"),
    someone("Mrs L Frost"),
    someone("Mr C Crake"),
    someone("Mr D Crake"),
    someone("Ms A Wren", "substitute"),
    someone("Mr B Larkin", "officer"),
    someone("Ann Tolliver", "officer"),
    someone("Mr S Larkham", "register"),
    someone("Mr E Wrenfield", "register"),
)


def sources(**more: object) -> Sources:
    """What is at hand for a meeting of the committee."""
    given: dict[str, object] = {
        "people": PEOPLE,
        "committee": "Environment and Highways Committee",
        "authority": "Wealdshire County Council",
        "agenda": (Business(title="Resurfacing of the Harbourne Causeway", ref="B1"),),
        "papers": (
            Paper(
                subject="Resurfacing of the Harbourne Causeway",
                recommendation="Members are asked to NOTE this report.",
                text="The causeway at Harbourne was last resurfaced in 1998. Mr Quillfeather said "
                "that the causeway carried eleven thousand vehicles a day.",
            ),
        ),
        "dates": (dt.date(2012, 4, 26), dt.date(2012, 7, 6)),
        "phrases": (("rn", "RESOLVED that the report be noted."), ("irq", "In response to")),
    }
    return Sources(**(given | more))  # type: ignore[arg-type]  # fields by name, checked at run time
