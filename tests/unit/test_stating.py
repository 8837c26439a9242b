"""Freezing the statement, sending it, and each organization's word on a version."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from builders import TODAY, a_contact, a_statement, a_workspace, three_parties
from msgspec.structs import replace

from partner_tui.documents.field_words import in_words
from partner_tui.documents.voice import Voice
from partner_tui.domain.changes import Entry, compare
from partner_tui.domain.forgetting import entry_without, forgetting, person
from partner_tui.domain.records import Sending, Statement, Word
from partner_tui.domain.sealing import brief, fingerprint, is_whole, sealed
from partner_tui.domain.stating import (
    agreeing,
    asked,
    earlier_word,
    freezing,
    is_new,
    latest,
    saying,
    sending,
    sent_to,
    silence,
)
from partner_tui.domain.values import OrganizationKind, Stance, Way
from partner_tui.domain.workspace import Change, Workspace, put
from partner_tui.i18n import translator

SEPTEMBER = date(2026, 9, 20)
YES = Word(stance=Stance.AGREES, on=SEPTEMBER)


def after(*changes: Change) -> Workspace:
    """Return three parties' workspace once these verbs were applied."""
    workspace = a_workspace(*three_parties())
    for change in changes:
        workspace = change(workspace)
    return workspace


def last_of(workspace: Workspace) -> Statement:
    """Return the last version, which is there."""
    found = latest(workspace)
    assert found is not None
    return found


# -- keeping a version


def test_a_version_keeps_its_texts_its_reason_and_the_next_number() -> None:
    made = after(
        freezing({"fr": "un"}, "Premier jet", SEPTEMBER),
        freezing({"fr": "deux", "en": "two"}, "Commentaires", TODAY),
    )
    first, second = made.alive(Statement)
    assert (first.number, second.number) == (1, 2)
    assert (second.reason, second.on, second.texts["en"]) == ("Commentaires", TODAY, "two")
    assert is_whole(first) and is_whole(second)


def test_everybody_is_silent_on_a_new_version() -> None:
    assert last_of(after(freezing({"fr": "un"}, "Premier jet", TODAY))).words == {}


def test_another_text_asks_again_and_knows_who_agreed_before() -> None:
    made = after(freezing({"fr": "un"}, "", SEPTEMBER))
    made = saying(last_of(made).id, "o1", YES)(made)
    made = freezing({"fr": "deux"}, "", TODAY)(made)
    version = last_of(made)
    assert version.words == {}
    assert earlier_word(made, version, "o1") == (made.alive(Statement)[0], YES)
    assert earlier_word(made, version, "o2") is None


def test_the_same_text_keeps_the_words_and_says_where_they_were_given() -> None:
    made = after(freezing({"fr": "un"}, "", SEPTEMBER))
    first = last_of(made)
    made = saying(first.id, "o1", YES)(made)
    for _again in range(2):
        made = freezing({"fr": "un"}, "Revu sans rien changer", TODAY)(made)
    assert last_of(made).words == {"o1": replace(YES, given_on=first.id)}


def test_a_text_is_new_when_any_language_changed() -> None:
    version = a_statement(texts={"fr": "un\n", "en": "one"})
    assert not is_new({"fr": "un", "en": "one\n"}, version)
    assert is_new({"fr": "un", "en": "won"}, version)
    assert is_new({"fr": "un"}, None)


# -- its fingerprint


def test_a_fingerprint_is_that_of_the_texts_whatever_their_order() -> None:
    assert fingerprint({"fr": "é", "en": "e"}) == fingerprint({"en": "e", "fr": "é"})
    assert fingerprint({"fr": "é"}) != fingerprint({"fr": "è"}) != fingerprint({"en": "è"})
    written = '{"en":"e","fr":"é"}'.encode()
    assert fingerprint({"fr": "é", "en": "e"}) == sha256(written).hexdigest()
    assert brief(sealed(Statement(id="e", texts={"fr": "é"}))).count(" ") == 3


def test_a_letter_that_changed_is_seen() -> None:
    version = a_statement(texts={"fr": "Vingt-quatre soirées."})
    assert is_whole(version)
    assert not is_whole(replace(version, texts={"fr": "Vingt-cinq soirées."}))
    assert not is_whole(replace(version, fingerprint=""))


def test_a_name_that_is_erased_seals_the_text_again_and_says_so() -> None:
    contact = a_contact(holder="Ève Tremblay", role="Coordination")
    version = a_statement(texts={"fr": "Ève Tremblay pilote."})
    touched = replace(version, id="e2", number=2, texts={"fr": "Ève Tremblay ne pilote plus."})
    before = a_workspace(contact, version, touched)
    someone = person(contact, "")
    first, second = forgetting(before, someone).alive(Statement)
    assert first.texts == {"fr": "Coordination pilote."}
    assert first.erased and is_whole(first)
    assert not second.erased and not is_whole(second)


def test_the_history_of_an_erased_name_keeps_the_same_seal() -> None:
    contact = a_contact(holder="Ève Tremblay", role="Coordination")
    bare = a_workspace(contact)
    full = put(bare, a_statement(texts={"fr": "Ève Tremblay pilote."}))
    entry = Entry(revision=1, when="", who="", verb="add", changes=compare(bare, full))
    someone = person(contact, "")
    (change,) = entry_without(entry, someone).changes
    assert change.after is not None
    (version,) = forgetting(full, someone).alive(Statement)
    assert change.after["fingerprint"] == version.fingerprint
    assert change.after["erased"]


# -- the words, and whom it was sent to


def test_a_word_is_noted_replaced_and_taken_away() -> None:
    made = after(lambda workspace: put(workspace, a_statement()))
    made = saying("e1", "o1", YES)(made)
    other = Word(stance=Stance.RESERVED, on=TODAY, comment="Payer les pairs.", speaker="c7")
    made = saying("e1", "o1", other)(made)
    assert last_of(made).words == {"o1": other}
    assert last_of(saying("e1", "o1", None)(made)).words == {}


def test_those_who_agree_did_so_without_a_reservation() -> None:
    words = dict(zip(("o1", "o2", "o3"), map(_word, (Stance.AGREES, *_others())), strict=False))
    made = a_workspace(*three_parties(), a_statement(words=words))
    assert [o.id for o in agreeing(made, last_of(made))] == ["o1"]
    assert len(asked(made, last_of(made))) == 3


def _others() -> list[Stance]:
    return [Stance.RESERVED, Stance.OPPOSES]


def _word(stance: Stance) -> Word:
    return Word(stance=stance)


def test_a_funder_counts_once_it_spoke() -> None:
    funder = replace(three_parties()[0], id="o4", kind=OrganizationKind.FUNDER)
    silent = a_workspace(*three_parties(), funder, a_statement())
    spoke = saying("e1", "o4", YES)(silent)
    assert [len(asked(made, last_of(made))) for made in (silent, spoke)] == [3, 4]


def test_the_sendings_are_a_log_in_the_order_of_their_days() -> None:
    late = Sending(on=TODAY, to=("o1", "c2"), way=Way.EMAIL)
    early = Sending(on=SEPTEMBER, to=("o2",), way=Way.PAPER)
    made = after(lambda workspace: put(workspace, a_statement(sendings=())))
    made = sending("e1", early)(sending("e1", late)(made))
    assert last_of(made).sendings == (early, late)


def test_what_was_sent_to_a_contact_was_sent_to_the_organization() -> None:
    to = (Sending(on=SEPTEMBER, to=("c2",)), Sending(on=TODAY))
    made = a_workspace(
        *three_parties(), a_contact(id="c2", organization="o2"), a_statement(sendings=to)
    )
    version = last_of(made)
    assert [len(sent_to(made, version, key)) for key in ("o1", "o2")] == [1, 2]
    assert silence(made, version, TODAY) == {"o1": 0, "o2": 0, "o3": 0}
    assert silence(made, replace(version, sendings=to[:1]), TODAY) == {"o2": 63}


def test_a_version_that_is_gone_takes_no_word() -> None:
    made = after()
    assert saying("gone", "o1", YES)(made) is made
    assert sending("gone", Sending())(made) is made


def test_the_history_tells_a_word_and_a_sending_in_words() -> None:
    college = replace(three_parties()[0], id="e" * 32)
    voice = Voice(a_workspace(college, a_contact(id="f" * 32)), translator("fr"))
    word = Word(stance=Stance.RESERVED, on=TODAY, speaker="f" * 32, comment="Qui paie?")
    said = in_words("statements", "words", {"o1": word}, voice, 200)
    assert "d'accord avec réserve 2026-11-22" in said and "Qui paie?" in said
    assert "f" * 32 not in said
    sent = (Sending(on=TODAY, to=("e" * 32,), way=Way.EMAIL),)
    said = in_words("statements", "sendings", sent, voice, 200)
    assert "2026-11-22" in said and "Collège" in said and "courriel" in said
