"""Freezing the statement, and each organization's word on a version."""

from __future__ import annotations

from datetime import date

from builders import TODAY, a_statement, a_workspace, three_parties

from partner_tui.domain.records import Statement, Word
from partner_tui.domain.stating import (
    NEXT,
    agreeing,
    commenting,
    freezing,
    is_new,
    word_of,
)
from partner_tui.domain.values import Agreement
from partner_tui.domain.workspace import Change, Workspace

SEPTEMBER = date(2026, 9, 20)


def words_after(*changes: Change, version: Statement | None = None) -> dict[str, Word]:
    """Return the words on a version once these verbs were applied."""
    workspace = a_workspace(*three_parties(), version or a_statement(sent_on=None))
    for change in changes:
        workspace = change(workspace)
    return dict(workspace.table(Statement)["e1"].words)


def frozen(*changes: Change) -> Workspace:
    """Return three parties' workspace once these verbs were applied."""
    workspace = a_workspace(*three_parties())
    for change in changes:
        workspace = change(workspace)
    return workspace


def test_a_version_keeps_its_texts_its_reason_and_the_next_number() -> None:
    made = frozen(
        freezing({"fr": "un"}, "Premier jet", SEPTEMBER),
        freezing({"fr": "deux", "en": "two"}, "Commentaires", TODAY),
    )
    first, second = made.alive(Statement)
    assert (first.number, second.number) == (1, 2)
    assert (second.reason, second.on, second.texts["en"]) == ("Commentaires", TODAY, "two")


def test_every_party_starts_with_a_draft() -> None:
    made = frozen(freezing({"fr": "un"}, "Premier jet", TODAY))
    (version,) = made.alive(Statement)
    assert dict(version.words) == {"o1": Word(), "o2": Word(), "o3": Word()}


def test_the_same_verb_applied_again_makes_one_version() -> None:
    verb = freezing({"fr": "un"}, "Premier jet", TODAY)
    assert len(frozen(verb, verb).alive(Statement)) == 1


def test_the_same_texts_are_not_a_new_version() -> None:
    last = a_statement(texts={"fr": "un\n", "en": "one"})
    assert not is_new({"fr": "un", "en": "one"}, last)
    assert is_new({"fr": "un", "en": "once"}, last)
    assert is_new({"fr": "un"}, None)


def test_a_word_goes_from_draft_to_sent_to_confirmed_and_round() -> None:
    word, seen = Agreement.DRAFT, []
    for _ in range(3):
        word = NEXT[word]
        seen.append(word)
    assert seen == [Agreement.SENT, Agreement.CONFIRMED, Agreement.DRAFT]
    assert NEXT[Agreement.COMMENTED] is Agreement.CONFIRMED


def test_a_word_is_dated_and_the_others_stay() -> None:
    words = words_after(agreeing("e1", "o2", Agreement.CONFIRMED, TODAY))
    assert words == {"o2": Word(agreement=Agreement.CONFIRMED, on=TODAY)}


def test_a_draft_again_has_no_date() -> None:
    words = words_after(
        agreeing("e1", "o2", Agreement.CONFIRMED, TODAY),
        agreeing("e1", "o2", Agreement.DRAFT, TODAY),
    )
    assert words["o2"] == Word()


def test_sending_dates_the_version_the_first_time_only() -> None:
    workspace = a_workspace(*three_parties(), a_statement(sent_on=None))
    workspace = agreeing("e1", "o1", Agreement.SENT, SEPTEMBER)(workspace)
    workspace = agreeing("e1", "o2", Agreement.SENT, TODAY)(workspace)
    assert workspace.table(Statement)["e1"].sent_on == SEPTEMBER


def test_a_comment_makes_a_version_commented() -> None:
    words = words_after(commenting("e1", "o3", "Payer les pairs.", TODAY))
    assert words["o3"] == Word(agreement=Agreement.COMMENTED, on=TODAY, comment="Payer les pairs.")


def test_a_comment_after_a_confirmation_leaves_it() -> None:
    words = words_after(
        agreeing("e1", "o3", Agreement.CONFIRMED, SEPTEMBER),
        commenting("e1", "o3", "Réserve levée.", TODAY),
    )
    assert words["o3"] == Word(
        agreement=Agreement.CONFIRMED, on=SEPTEMBER, comment="Réserve levée."
    )


def test_without_its_comment_a_version_was_only_sent() -> None:
    words = words_after(
        commenting("e1", "o3", "Payer les pairs.", SEPTEMBER), commenting("e1", "o3", "", TODAY)
    )
    assert words["o3"] == Word(agreement=Agreement.SENT, on=SEPTEMBER)


def test_the_comment_stays_when_the_version_is_confirmed() -> None:
    words = words_after(
        commenting("e1", "o3", "Payer les pairs.", SEPTEMBER),
        agreeing("e1", "o3", Agreement.CONFIRMED, TODAY),
    )
    assert words["o3"].comment == "Payer les pairs."


def test_an_unknown_version_changes_nothing() -> None:
    workspace = a_workspace(*three_parties())
    assert agreeing("gone", "o1", Agreement.SENT, TODAY)(workspace) is workspace


def test_an_organization_that_said_nothing_has_a_draft() -> None:
    assert word_of(a_statement(), "o1") == Word()
