"""Forms about one person: another name, group or post from a day on, an interest, a seat.

Keys, counted: each field's words, Enter between them; Ctrl+S does it from any field.
"""

from collections.abc import Callable

from clerk.desk.office import Office
from clerk.desk.register import adding, persons
from clerk.desk.register.appointments import appoint
from clerk.desk.register.deeds import Grounds
from clerk.domain.base import DatedText, text_on
from clerk.domain.committees import Committee
from clerk.domain.groups import group_of
from clerk.domain.people import Person
from clerk.errors import InputError
from clerk.names import full
from clerk.when import long_date, read_date
from screens.dialogs.form import Answers, Field, Form
from screens.forms import day_field, given, read_name, yes, yes_field
from screens.register.register_forms import dated_fields, grounds_in


def new_name_form(office: Office, person: Person) -> Form:
    """Another name, title or honour from a day on."""

    def rename(answers: Answers) -> None:
        persons.rename_person(office, person, answers["name"], grounds_in(office, answers))

    name = Field(
        id="name",
        label="The name from that day on; older papers keep the old one",
        value=full(person.name),
        echo=read_name,
    )
    return Form(f"{full(person.name)}: new name", (name, *_today(office)), rename)


def group_form(office: Office, person: Person) -> Form:
    """Another group from a day on; the seats go along, or stay the old group's."""

    def change(answers: Answers) -> None:
        persons.change_group(
            office,
            person,
            answers["group"],
            with_seats=yes(answers["seats"]),
            grounds=grounds_in(office, answers),
        )

    fields = (
        Field(
            id="group",
            label="Group from that day on; empty for none",
            value=group_of(office.register, person, office.today),
            replaced=True,
        ),
        yes_field(
            "seats",
            "Do the seats go along? y or n: they stay the old group's, which may fill them",
            "n",
            lambda along: "they go along" if along else "they stay the old group's",
        ),
    )
    return Form(f"{full(person.name)}: group", (*fields, *_today(office)), change)


def post_form(office: Office, person: Person) -> Form:
    """An officer's post from a day on."""
    label = "Post from that day on; empty where they leave it"
    return _dated_form(office, person, "post", label, person.posts, persons.set_post)


def ward_form(office: Office, person: Person) -> Form:
    """The ward or division of a member from a day on."""
    label = "Ward or division from that day on; empty for none"
    return _dated_form(office, person, "ward", label, person.wards, persons.set_ward)


def _dated_form(
    office: Office,
    person: Person,
    name: str,
    label: str,
    standing: tuple[DatedText, ...],
    deed: Callable[[Office, Person, str, Grounds], object],
) -> Form:
    """What holds of a person from a day on, where one field says it."""

    def change(answers: Answers) -> None:
        deed(office, person, answers[name], grounds_in(office, answers))

    field = Field(id=name, label=label, value=text_on(standing, office.today) or "")
    return Form(f"{full(person.name)}: {name}", (field, *_today(office)), change)


def interest_form(office: Office, person: Person) -> Form:
    """A standing interest put into the register of members' interests."""

    def keep(answers: Answers) -> None:
        persons.keep_interest(
            office,
            person,
            answers["category"],
            answers["subject"],
            since=read_date(answers["date"], today=office.today),
            sensitive=yes(answers["sensitive"]),
            source=answers["source"],
        )

    fields = (
        Field(id="category", label="Category", hint="Employment, Land, Sponsorship, Contracts …"),
        Field(id="subject", label="What it is: items that name it will be pointed out"),
        yes_field(
            "sensitive",
            "Sensitive? y or n (Localism Act 2011 s32)",
            "n",
            lambda it_is: "its nature prints nowhere" if it_is else "",
        ),
        Field(id="source", label="Source; may stay empty"),
        day_field(office, "Since", long_date(office.today)),
    )
    return Form(f"{full(person.name)}: an interest", fields, keep)


def votes_form(office: Office, person: Person) -> Form:
    """A co-opted member, and on what they may vote."""

    def change(answers: Answers) -> None:
        persons.change_kind(office, person, votes_on=answers["votes"])

    field = Field(
        id="votes",
        label="Co-opted; votes on (education …); empty for everything",
        value=person.votes_on,
    )
    return Form(f"{full(person.name)}: co-opted member", (field,), change)


def seat_form(office: Office, person: Person, body: Committee, group: str) -> Form:
    """A seat on a committee: a vacant one of the group, else a new one."""

    def take(answers: Answers) -> None:
        appoint(
            office,
            body.id,
            person,
            answers["group"],
            role=answers["role"],
            grounds=grounds_in(office, answers),
        )

    fields = (
        Field(id="group", label="Group of the seat", value=group, replaced=True),
        Field(id="role", label="Role; may stay empty", hint=body.chair_title),
    )
    title = f"{full(person.name)}: a seat on {body.name}"
    return Form(title, (*fields, *_today(office)), take)


def new_person_form(office: Office, done: list[Person]) -> Form:
    """Someone new, without any paper; `done` gets them."""

    def add(answers: Answers) -> None:
        kind = given(answers["kind"], "kind").strip().casefold()
        more = answers["more"].strip()
        if "officer".startswith(kind):
            done.append(adding.add_officer(office, answers["name"], more))
        elif "other".startswith(kind):
            done.append(adding.add_other(office, answers["name"]))
        elif "member".startswith(kind):
            done.append(adding.add_councillor(office, answers["name"], more))
        else:
            raise InputError(f"“{kind}” is no kind of person. Type member, officer or other.")

    fields = (
        Field(id="name", label="Name as minutes print it", hint="Mr J A Pell, MBE", echo=read_name),
        Field(id="kind", label="Member, officer or other", value="member", replaced=True),
        Field(id="more", label="Group of a member, post of an officer; may stay empty"),
    )
    return Form("A new person", fields, add)


def _today(office: Office) -> tuple[Field, ...]:
    return dated_fields(office, Grounds(on=office.today))
