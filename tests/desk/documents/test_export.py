"""Documents out: the right edition, the right style, in the right place."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from clerk.desk.documents.export import export_minutes, usual_edition
from clerk.desk.meeting.meeting_desk import MeetingDesk
from clerk.desk.styles import Styles
from clerk.domain.agenda_acts import ItemChanged
from clerk.domain.meetings import Exempt
from clerk.errors import InputError, StyleError
from tests.desk.builders import called, council, minuted
from tests.hostile import WORDS


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[MeetingDesk]:
    """Minutes of which one is exempt."""
    office, body = council(tmp_path)
    with MeetingDesk(office, called(office, body)) as desk:
        exempt = Exempt(paragraphs=("3",), public_title="A contract")
        item = replace(desk.meeting.items[2], title="Quillfeather Ltd", exempt=exempt)
        desk.do(ItemChanged(item=item), "exempt")
        minuted(desk, A1="None.", B1="RESOLVED that Quillfeather be paid.")
        yield desk


def words(path: Path) -> str:
    with ZipFile(path) as package:
        return "".join(
            package.read(name).decode("utf-8", "replace")
            for name in package.namelist()
            if name.endswith((".xml", ".rels"))
        )


def test_exempt_business_is_only_in_the_editions_that_are_asked_for(
    desk: MeetingDesk, tmp_path: Path
) -> None:
    for published in (False, True):
        assert "Quillfeather" not in words(export_minutes(desk, tmp_path / "usual.docx"))
        for edition in ("draft", "public"):
            made = export_minutes(desk, tmp_path / f"{edition}.docx", edition=edition)
            assert "Quillfeather" not in words(made)
        full = export_minutes(desk, tmp_path / "full.docx", edition="full")
        assert "Quillfeather" in words(full)
        if not published:
            desk.publish()


def test_the_usual_edition_is_the_draft_and_then_the_public_one(desk: MeetingDesk) -> None:
    assert usual_edition(desk.meeting) == "draft"
    desk.publish()
    assert usual_edition(desk.meeting) == "public"


def test_nothing_is_signed_before_it_is_published(desk: MeetingDesk, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Publish first"):
        export_minutes(desk, tmp_path / "x.docx", edition="signing")
    desk.publish()
    assert export_minutes(desk, tmp_path / "x.docx", edition="signing").exists()


def test_another_style_changes_the_words_of_a_draft_and_only_the_looks_of_what_is_published(
    desk: MeetingDesk, tmp_path: Path
) -> None:
    house = desk.office.home.house_styles_dir / "ours"
    house.mkdir(parents=True)
    house.joinpath("style.toml").write_text('[minute]\nprinted_number = "Minute {number}"')
    look = desk.office.styles.look("committee-2012")
    house.joinpath("style.docx").write_bytes(look.read_bytes())
    assert "Minute 1" in words(export_minutes(desk, tmp_path / "a.docx", style="ours"))
    desk.publish()
    assert "Minute 1" not in words(export_minutes(desk, tmp_path / "b.docx", style="ours"))


def test_a_councils_own_style_goes_before_a_shipped_one_of_its_name(tmp_path: Path) -> None:
    own = tmp_path / "committee-2012"
    own.mkdir()
    own.joinpath("style.toml").write_text('title = "Ours"')
    styles = Styles(tmp_path)
    assert styles["committee-2012"].title == "Ours"
    assert list(styles) == sorted(styles) and len(styles) == len(list(styles))
    with pytest.raises(StyleError, match=r"no style\.docx"):
        styles.look("committee-2012")


def test_a_style_copied_from_a_mac_is_found_by_its_name_as_it_is_typed(tmp_path: Path) -> None:
    own = tmp_path / unicodedata.normalize("NFD", "tŷ-cyngor")
    own.mkdir()
    own.joinpath("style.toml").write_text('title = "Ours"', encoding="utf-8")
    styles = Styles(tmp_path)
    assert "tŷ-cyngor" in styles and styles["tŷ-cyngor"].title == "Ours"
    assert styles.is_own("tŷ-cyngor") and not styles.is_own("committee-2012")


@pytest.mark.parametrize("name", ["none", "", "..", "../committee-2012", *WORDS.values()])
def test_a_style_that_there_is_not_lists_those_there_are(tmp_path: Path, name: str) -> None:
    with pytest.raises(StyleError, match="There are: cabinet-2012"):
        Styles(tmp_path)[name]
