"""Papers set out otherwise than the packs: what a clerk of another council would bring."""

import datetime as dt

import pytest

from clerk.readers.paper import read_lines
from clerk.readers.reading import ReadAgenda, Reading, ReadMinutes


def read(text: str) -> Reading:
    return read_lines(text.splitlines(), "paper.txt")


def minutes_of(text: str) -> ReadMinutes:
    return read(text).minutes[0]


def agenda_of(text: str) -> ReadAgenda:
    agenda = read(text).agenda
    assert agenda is not None
    return agenda


def doubts_of(text: str) -> str:
    return "\n".join(f"{doubt.read}: {doubt.uncertain}" for doubt in read(text).doubts)


def numbers(minutes: ReadMinutes) -> list[str]:
    return [minute.number for minute in minutes.minutes]


def titles(minutes: ReadMinutes) -> list[str]:
    return [minute.title for minute in minutes.minutes]


PARISH = """\
                 Oxney Parish Council A.G.M.   -   3rd May 2016

Present
Councillors D Fenn (Chair), R Hurst, S Marl and
P Orchard       Clerk J Tern
Member of the Public Mr A Wold

Apologies
Councillor M Tidal

16.05.1 Election of Chair
All agreed that Councillor Fenn be elected.

16.05.2 Minutes
The minutes of the meeting held on the 1st March 2016 had been circulated
prior to this meeting. All agreed this was a true record.
Signed ____________ Dated ____________

                                   Page 1 of 2
16.05.3 Village Green
The Parish Council resolved that the green be mown.
The Chairman brought the meeting to a close at 8.40pm
Signed _______________ Dated _________

                                   Page 2 of 2
"""


def test_numbers_with_points_are_minute_numbers() -> None:
    assert numbers(minutes_of(PARISH)) == ["16.05.1", "16.05.2", "16.05.3"]
    assert [minute.ordinal for minute in minutes_of(PARISH).minutes] == [1, 2, 3]


def test_minutes_that_speak_of_the_last_minutes_keep_their_own_day() -> None:
    assert minutes_of(PARISH).date == dt.date(2016, 5, 3)
    assert minutes_of(PARISH).committee == "Oxney Parish Council"


def test_a_clerk_named_among_the_members_is_in_attendance() -> None:
    came = {(one.name.surname, one.capacity, one.post) for one in minutes_of(PARISH).attendance}
    assert ("Orchard", "present", "") in came
    assert ("Tern", "in attendance", "Clerk") in came
    assert ("Wold", "in attendance", "Member of the Public") in came
    assert ("Tidal", "apologies", "") in came


def test_a_pages_number_and_the_line_for_a_signature_on_each_page_are_no_text() -> None:
    text = "\n".join(minute.text for minute in minutes_of(PARISH).minutes)
    assert "Page" not in text
    assert "Signed" not in text
    assert minutes_of(PARISH).closed == dt.time(20, 40)


WRAPPED = """\
WEALDSHIRE COUNTY COUNCIL

CABINET

MINUTES of a meeting of the Cabinet held in the Tidal Room, Old Customs
House, Harbourne on Thursday, 30 January 2025.

PRESENT: Mr A Field (Chairman), Mrs B Glebe, OBE, Ms C Heath and
Mr D Ings

IN ATTENDANCE: Mr E Jarman (Area Education
Officer – West Weald), Mrs F Kerr (Clerk)

UNRESTRICTED ITEMS

84. Apologies
(Item 1)

There were none from the members of the Cabinet, who had all come in good
time by the early ferry.

85. Ferry slipway
(Item 2)

(1) Mr Field said that the slipway had been worn by the tides of two winters
and that the price

1

Council had agreed in May was no longer enough for the stone that was to be
laid there.

(2) RESOLVED that the slipway be closed.

86. Harbour wall
(Item 3)

The report was noted by the Cabinet after a discussion of the cost and after
questions had been answered.

87. Lighthouse
(Item 4)

(1) Ms Heath told the Cabinet of the lamp, its keeper, and the two visits that
she had made there in the autumn.

2

(2) RESOLVED that the lamp be kept.
"""


def test_a_post_that_runs_over_its_lines_end_is_one_post() -> None:
    posts = {one.name.surname: one.post for one in minutes_of(WRAPPED).attendance}
    assert posts["Jarman"] == "Area Education Officer – West Weald"
    assert not [doubt for doubt in read(WRAPPED).doubts if "West Weald" in doubt.read]


def test_figures_at_the_foot_of_pages_are_no_text() -> None:
    texts = [minute.text for minute in minutes_of(WRAPPED).minutes]
    assert "the price Council had agreed" in texts[1]
    assert not any(line in {"1", "2"} for text in texts for line in text.splitlines())


def test_double_spacing_reads_as_single_spacing_does() -> None:
    doubled = "\n\n".join(WRAPPED.splitlines())
    single, double = minutes_of(WRAPPED), minutes_of(doubled)
    assert double.date == single.date
    assert double.venue == single.venue
    assert titles(double) == titles(single)
    assert [one.words for one in double.attendance] == [one.words for one in single.attendance]
    assert [minute.text for minute in double.minutes] == [minute.text for minute in single.minutes]


PAGE = """\
Councillors and committees

Agenda, decisions and minutes

Harbour Committee - Tuesday, 9th June, 2015 10.00 am

Venue: Tidal Room, Old Customs House. View directions

Contact: Nora Quayle  01999 416000

Media

Items
No. Item

PART 1 - PUBLIC

77/21

Apologies for Absence

To receive any apologies.

Additional documents:

Minutes:

Apologies were received from Mr Field.

78/21

Minutes pdf icon PDF 58 KB

Decision:

The minutes were agreed.

Minutes:

The minutes were agreed.

79/21

Slipway DOCX 1 MB

Minutes:

(1)       Ms Glebe said that it was worn.

(2)       RESOLVED that it be closed.
"""


def test_a_committee_systems_page_is_read_as_minutes() -> None:
    minutes = minutes_of(PAGE)
    assert minutes.committee == "Harbour Committee"
    assert (minutes.date, minutes.time) == (dt.date(2015, 6, 9), dt.time(10))
    assert minutes.venue == "Tidal Room, Old Customs House"
    assert numbers(minutes) == ["77/21", "78/21", "79/21"]
    assert titles(minutes) == ["Apologies for Absence", "Minutes", "Slipway"]


def test_the_agendas_words_on_such_a_page_are_a_doubt_and_no_minute() -> None:
    minutes = minutes_of(PAGE)
    assert minutes.minutes[0].text == "Apologies were received from Mr Field."
    assert "To receive any apologies." in doubts_of(PAGE)


def test_a_decision_that_the_minutes_repeat_stands_once() -> None:
    assert minutes_of(PAGE).minutes[1].text.count("The minutes were agreed.") == 1


def test_such_a_page_without_minutes_is_an_agenda() -> None:
    agenda = agenda_of(
        "Agenda\n\nHarbour Committee - Tuesday, 9th June, 2015 10.00 am\n\nVenue: Tidal Room\n\n"
        "Items\nNo. Item\n\n1.\n\nApologies\n\nTo receive any.\n\n2.\n\nSlipway pdf icon PDF 9 KB\n"
    )
    assert agenda.committee == "Harbour Committee"
    assert [(item.ref, item.title, item.note) for item in agenda.items] == [
        ("1", "Apologies", "To receive any."),
        ("2", "Slipway", ""),
    ]


def test_titles_without_numbers_on_such_a_page_are_found_by_their_labels() -> None:
    page = (
        "Agenda and minutes\nVenue: Old Customs House\nNo. | Item |\n---|---|\n"
        "Apologies for Absence Minutes: There were none.\n|\n|\n"
        "Exempt Items Minutes: RESOLVED: That the items be taken in public.\n|\n"
    )
    minutes = minutes_of(page)
    assert titles(minutes) == ["Apologies for Absence", "Exempt Items"]
    assert minutes.minutes[1].text == "RESOLVED: That the items be taken in public."


def test_who_came_is_found_below_the_minutes() -> None:
    page = (
        "Meeting documents\n\nHarbour Committee\nWednesday, 30th October, 2013 7.30 pm\n\nPlace:\n"
        "Civic Suite, Quay House, Harbourne\nItemDescriptionResolution\n"
        "HC 13/052 Declarations of interest.\nThere were none.\nHC 13/053 Minutes\n"
        "RESOLVED: That the minutes be approved.\nThe meeting ended at 2023 hours\n\n"
        "Attendance Details\n\nPresent:\n"
        "Cllr Mrs A Field (Chairman), Cllr B Glebe and Cllr C Heath\n"
    )
    minutes = minutes_of(page)
    assert numbers(minutes) == ["HC 13/052", "HC 13/053"]
    assert [one.name.surname for one in minutes.attendance] == ["Field", "Glebe", "Heath"]
    assert minutes.committee == "Harbour Committee"
    assert minutes.venue == "Civic Suite, Quay House, Harbourne"


def test_a_list_whose_numbers_were_lost_in_copying_is_counted_and_says_so() -> None:
    text = (
        "Minutes of a meeting of Oxney Parish Council held on 26 September 2017\n\n"
        "PRESENT: Chairman – J Fenn, R Hurst and S Marl\n\n1. Apologies – none\n\n"
        "1. Minutes – agreed\n\n1. Footpaths\n\nThey were walked.\n"
    )
    assert numbers(minutes_of(text)) == ["1", "2", "3"]
    assert "they were counted in their order" in doubts_of(text)
    assert minutes_of(text).attendance[0].role == "Chairman"


def test_a_notice_with_its_day_in_a_sentence_gives_the_day_the_time_and_the_place() -> None:
    agenda = agenda_of(
        "OXNEY PARISH COUNCIL\n\nNEXT MEETING TO BE HELD ON TUESDAY,\n7th MARCH 2017 @ 7.30pm\n"
        "OXNEY VILLAGE HALL\n\nAGENDA\n\n1. To receive apologies\n\n2. Garden waste\n"
    )
    assert (agenda.date, agenda.time) == (dt.date(2017, 3, 7), dt.time(19, 30))
    assert agenda.committee == "Oxney Parish Council"


def test_an_agenda_that_never_says_agenda_is_no_minutes() -> None:
    reading = read(
        "OXNEY PARISH COUNCIL\n\nThe annual meeting will be held in the Village Hall\n"
        "on Tuesday, 2nd May 2017 at 7.30pm\n\n1. To elect a Chairperson\n2. To receive apologies\n"
        "3. To approve the minutes of 7th March 2017\n4. Drains on Low Street\n5. Finance\n"
    )
    assert reading.kind == "agenda"
    assert not reading.minutes
    assert reading.agenda is not None
    assert len(reading.agenda.items) == 5
    assert reading.agenda.date == dt.date(2017, 5, 2)


RUN_TOGETHER = """\
PENSIONS COMMITTEE

Friday, 7th September, 2018

10.00 am

Medlar Room - Old Customs House

AGENDA

PENSIONS COMMITTEE

Friday, 7th September, 2018 at 10.00 am Ask for: Nora Quayle Room - Old Customs House Telephone: 01999 416172

Membership

Conservative (2): Mr A Field (Chairman) and Mr B Glebe

Wealdshire Active Retirement Mrs C Heath and Mr D Ings Members' Fellowship (2)

UNRESTRICTED ITEMS (During these items the meeting is likely to be open to the public)

1 Substitutes

2 Minutes of the meeting held on 22 June 2018 (Pages 5 - 10)

3 Adviser 4 Motion to Exclude the Press and Public That under Section 100A of the Local Government Act 1972 the press and public be excluded from the meeting for the following business on the grounds that it involves the likely disclosure of exempt information as defined in paragraph 3 of part 1 of Schedule 12A of the Act.

EXEMPT ITEMS

5 Fund manager (Pages 11 - 12)
"""  # noqa: E501


def test_items_that_share_a_line_are_two_items_and_the_motion_is_no_title() -> None:
    items = agenda_of(RUN_TOGETHER).items
    assert [item.ref for item in items] == ["1", "2", "3", "4", "5"]
    assert items[3].title == "Motion to Exclude the Press and Public"
    assert items[4].exempt is not None
    assert items[4].exempt.paragraphs == ("3",)


def test_a_contact_beside_the_end_of_the_venue_is_the_name_alone() -> None:
    agenda = agenda_of(RUN_TOGETHER)
    assert agenda.front.contact == "Nora Quayle"
    assert agenda.venue == "Medlar Room - Old Customs House"


def test_a_group_whose_long_name_was_broken_around_its_members_has_its_own_seats() -> None:
    groups = [
        (seat.group, seat.name.surname) for seat in agenda_of(RUN_TOGETHER).seats if seat.name
    ]
    assert groups[2:] == [
        ("Wealdshire Active Retirement Members' Fellowship", "Heath"),
        ("Wealdshire Active Retirement Members' Fellowship", "Ings"),
    ]


def test_members_in_one_line_without_a_heading_are_the_membership() -> None:
    agenda = agenda_of(
        "Agenda Frontsheet 30/06/2016, 18.00\n\nPlanning Committee Meeting\n\n"
        "Date:   Thursday 30 June 2016\n\nTime:   6.00 p.m.\n\nVenue: Town Hall, High Street\n\n"
        "Councillors  Fenn, Hurst (Chairman), Marl and Mrs Tern\n\n1.        Apologies\n\n"
        "2.        14/506264 - Land at Quay Farm\n\n3 - 41\n"
    )
    assert agenda.committee == "Planning Committee"
    assert [seat.role for seat in agenda.seats] == ["", "Chairman", "", ""]
    assert agenda.venue == "Town Hall, High Street"
    assert (agenda.items[1].title, agenda.items[1].pages) == (
        "14/506264 - Land at Quay Farm",
        "3 - 41",
    )


def test_words_under_a_heading_between_minutes_are_a_minute_and_not_lost() -> None:
    text = WRAPPED.replace(
        "86. Harbour wall", "EXEMPT ITEMS\n\nThe Cabinet heard of the buoy.\n\n86. Harbour wall"
    )
    assert "The Cabinet heard of the buoy." in [one.text for one in minutes_of(text).minutes]


@pytest.mark.parametrize("line", ["2015 Budget", "Page 2 of 9", "for 2015 the sum was paid"])
def test_years_and_pages_are_no_minute_numbers(line: str) -> None:
    text = WRAPPED.replace("(2) RESOLVED that the slipway be closed.", f"{line}\n\nIt was agreed.")
    assert numbers(minutes_of(text)) == ["84", "85", "86", "87"]


def test_a_hard_hyphen_and_a_hard_space_are_read_as_plain_ones() -> None:
    hard = WRAPPED.replace("- ", "\u2011 ").replace("84. A", "84.\u00a0A")
    assert titles(minutes_of(hard)) == titles(minutes_of(WRAPPED))


@pytest.mark.parametrize("mark", ["\uf0b7", "\uf0a7", "➢", "o", "▪"])
def test_bullets_of_every_shape_are_bullets(mark: str) -> None:
    text = WRAPPED.replace(
        "(2) RESOLVED that the slipway be closed.",
        f"(2) These were asked for:-\n\n{mark} A survey of the wall\n\n{mark} A price\n\n"
        "(3) RESOLVED that the slipway be closed.",
    )
    lines = minutes_of(text).minutes[1].text.splitlines()
    assert lines[-3:] == [
        "- A survey of the wall",
        "- A price",
        "RESOLVED that the slipway be closed.",
    ]


def test_a_bullet_alone_on_its_line_belongs_to_the_words_below() -> None:
    text = WRAPPED.replace(
        "The report was noted",
        "The following were told:-\n\n•\n\nthe pilots\n\nThe report was noted",
    )
    assert "- the pilots" in minutes_of(text).minutes[2].text.splitlines()


def test_a_paragraph_whose_line_ends_with_a_sentence_goes_on_where_gaps_part_paragraphs() -> None:
    text = WRAPPED.replace(
        "(1) Ms Heath told the Cabinet of the lamp, its keeper, and the two visits that\n"
        "she had made there in the autumn.",
        "(1) Ms Heath told the Cabinet of the lamp, its keeper, and of all the visits.\n"
        "She had made two of them in the autumn.",
    )
    assert len(minutes_of(text).minutes[3].text.splitlines()) == 2


def test_a_word_broken_at_a_hyphen_is_one_word_again() -> None:
    text = WRAPPED.replace("Mr A Field (Chairman), Mrs", "Mr A Field (Vice-\nChairman), Mrs")
    assert minutes_of(text).attendance[0].role == "Vice-Chairman"


def test_a_pages_mark_above_minutes_in_a_pack_is_no_report() -> None:
    front = (
        "AGENDA\n\nCABINET\n\nMonday, 3 March 2025 at 10.00 am\n\n1. Apologies\n\n"
        "2. Minutes of the meeting held on 30 January 2025 (Pages 1 - 4)\n\n"
    )
    reading = read(front + "Agenda Item 2\n\nPage 1\n\n" + WRAPPED)
    assert not reading.reports
    assert numbers(reading.minutes[0]) == ["84", "85", "86", "87"]


def test_officers_whose_names_stand_in_brackets_behind_their_posts_are_people() -> None:
    text = WRAPPED.replace(
        "IN ATTENDANCE: Mr E Jarman (Area Education\nOfficer – West Weald), Mrs F Kerr (Clerk)",
        "IN ATTENDANCE: Director, Roads and Water (Mr. K. Oak), Head of Law (Ms Ash) and\n"
        "Clerk to the Council (Mrs A Elm).",
    )
    came = [one for one in minutes_of(text).attendance if one.capacity == "in attendance"]
    assert [(one.name.surname, one.post) for one in came] == [
        ("Oak", "Director, Roads and Water"),
        ("Ash", "Head of Law"),
        ("Elm", "Clerk to the Council"),
    ]
