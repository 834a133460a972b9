"""What saves typing, on the command line."""

import json

from tests.commands.conftest import Clerk

UNDERTAKEN = "Dr Anstey undertook to provide Members with the figures by 5 May."


def test_usual_words_are_listed_and_put(clerk: Clerk, meeting: str) -> None:
    listed = clerk("usual", meeting, "A1").out
    assert listed.startswith("1  from the facts\n     :apologies")
    assert clerk("usual", meeting, "A1", "--put", "9").code == 2
    assert clerk("usual", meeting, "A1", "--put", "1").code == 0
    assert "There were no apologies for absence." in clerk("show", meeting).out


def test_what_a_minute_undertakes_is_kept_listed_and_done(clerk: Clerk, meeting: str) -> None:
    assert "No action is open" in clerk("actions").out
    assert clerk("action", meeting, "B1").code == 2
    clerk("minute", meeting, "B1", typed=UNDERTAKEN)
    assert "Dr Anstey to provide Members" in clerk("action", meeting, "B1").out
    assert clerk("action", meeting, "B1").out == "", "each is kept once"
    clerk(
        "action", meeting, "B1", "write", "to", "the", "county", "--who", "Clerk", "--by", "1 May"
    )
    rows = json.loads(clerk("actions", "--json").out)
    assert [row["due"] for row in rows] == ["2026-05-01", "2026-05-05"]
    assert clerk("actions", "--done", rows[0]["id"]).code == 0
    assert len(json.loads(clerk("actions", "--json").out)) == 1
    assert len(json.loads(clerk("actions", "--all", "--json").out)) == 2
    assert clerk("actions", "--reopen", rows[0]["id"]).code == 0
    assert clerk("actions", "--done", "nonesuch").code == 2


def test_an_action_of_exempt_business_is_in_no_list(clerk: Clerk, meeting: str) -> None:
    clerk("minute", meeting, "B1", typed=UNDERTAKEN)
    clerk("action", meeting, "B1")
    clerk("act", meeting, "exempt B1 3")
    assert json.loads(clerk("actions", "--all", "--json").out) == []


def test_phrases_are_listed_set_and_taken_away(clerk: Clerk) -> None:
    assert "In response to a question," in clerk("phrases", "irq").out
    assert clerk("phrases", "--set", "zzq", "With", "the", "Chairman's", "consent,").code == 0
    assert "zzq" in clerk("phrases", "consent").out
    assert clerk("phrases", "--set", "irq", "In reply,").code == 0
    assert "In reply," in clerk("phrases", "irq").out
    assert clerk("phrases", "--remove", "irq").code == 0
    assert "no code any more" not in clerk("phrases", "irq").out
    assert clerk("phrases", "--remove", "irq").code == 2
    refused = clerk("phrases", "--set", "n = 1", "words")
    assert refused.code == 2 and "“n = 1” is no code" in refused.err


def test_a_phrase_file_written_by_hand_keeps_its_other_lines(clerk: Clerk, home: object) -> None:
    from pathlib import Path

    own = Path(str(home)) / "phrases.toml"
    clerk("phrases", "--set", "zza", "One")
    own.write_text('# mine\nzza = "One"\n\n[more]\nzzb = "Two"  # kept\n', encoding="utf-8")
    clerk("phrases", "--set", "zzc", 'Three “and” "four"')
    clerk("phrases", "--set", "zza", "Uno")
    text = own.read_text(encoding="utf-8")
    assert "# mine" in text and 'zzb = "Two"  # kept' in text and 'zza = "Uno"' in text
    assert 'Three “and” "four"' in clerk("phrases", "zzc").out
