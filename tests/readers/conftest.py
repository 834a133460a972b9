"""Invented papers of Wealdshire, for the tests of the readers."""

import pytest

_AGENDA = """\
AGENDA

ENVIRONMENT AND HIGHWAYS COMMITTEE

Tuesday, 9 June 2015 at 10.00 am Ask for: Nora Quayle
Tidal Room, Old Customs House, Telephone: 01999 416000
Harbourne

Membership (4)

Conservative (2): Mr A Field (Chairman), Mrs B Glebe, OBE
Labour (1) Ms C Heath
Green (1): Vacancy

UNRESTRICTED ITEMS
(During these items the meeting is likely to be open to the public)

A - Committee Business

A1 Substitutes
A2 Minutes of the meeting held on 14 April 2015 (Pages 1 - 4)

B - Other Items

B1 Harbour wall repairs (Pages 5 - 8)

Quentin Rudd
Head of Committee Services
01999 416100

Monday, 1 June 2015
"""

_MINUTES = """\
WEALDSHIRE COUNTY COUNCIL

ENVIRONMENT AND HIGHWAYS COMMITTEE

MINUTES of a meeting of the Environment and Highways Committee held in the Tidal Room, Old Customs House, Harbourne on Tuesday, 14 April 2015.

PRESENT: Mr A Field (Chairman), Mrs B Glebe, OBE and Mr D Ings (Substitute for Ms C Heath)

IN ATTENDANCE: Ms E Jarman (Head of Highways)

UNRESTRICTED ITEMS

11. Minutes
(Item A2)

RESOLVED that the minutes of the meeting held on 10 February 2015 be signed by the Chairman.

12. Ferry slipway
(Item B1)

(1) Ms Jarman said that the slipway was worn.

(2) The following were asked for:-

- a survey
- a price

(3) RESOLVED that the slipway be closed.
"""  # noqa: E501  (one paragraph is one line, as text converters leave it)

_REPORT = """\
By: Edith Jarman, Head of Highways

To: Environment and Highways Committee

Date: 9 June 2015

Subject: Harbour wall repairs

Classification: Unrestricted

Summary: The wall leaks.

1. Introduction

1.1 The wall was built in 1871.

2. Recommendation

2.1 Members are asked to AGREE the repair.
"""


@pytest.fixture(scope="session")
def pack() -> str:
    """An agenda, the minutes before it and a report."""
    return "\n".join((_AGENDA, _MINUTES, _REPORT))


@pytest.fixture(scope="session")
def minutes() -> str:
    """Minutes alone."""
    return _MINUTES


@pytest.fixture(scope="session")
def agenda() -> str:
    """A front sheet alone."""
    return _AGENDA
