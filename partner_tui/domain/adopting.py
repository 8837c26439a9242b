"""The life of minutes: proposed, confirmed or corrected, adopted, locked; then errata alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from msgspec.structs import replace

from partner_tui.domain.known import parties
from partner_tui.domain.meetings import in_order, place
from partner_tui.domain.minutes import unrepresented
from partner_tui.domain.records import Meeting, MinutesWord, Note, Organization, Proposal, new_id
from partner_tui.domain.values import MeetingState, NoteKind, OnMinutes
from partner_tui.domain.workspace import Change, Workspace, put

SETTLED: Final = frozenset({MeetingState.ADOPTED, MeetingState.LOCKED})
WAITING: Final = frozenset({MeetingState.SENT, MeetingState.CORRECTED})


def is_settled(meeting: Meeting) -> bool:
    """Tell whether the text of minutes does not change any more."""
    return meeting.state in SETTLED


def asked(workspace: Workspace, meeting: Meeting) -> list[Organization]:
    """Return the organizations whose word is needed: the parties that were there, else all."""
    away = {each.id for each in unrepresented(workspace, meeting)} if meeting.present else set()
    everyone = parties(workspace)
    return [party for party in everyone if party.id not in away] or everyone


def silent(workspace: Workspace, meeting: Meeting) -> list[Organization]:
    """Return the organizations that said nothing yet of the minutes proposed."""
    return [each for each in asked(workspace, meeting) if each.id not in meeting.words]


def corrections(meeting: Meeting) -> dict[str, MinutesWord]:
    """Return the corrections that wait for an answer, by organization."""
    return {k: w for k, w in meeting.words.items() if w.said is OnMinutes.CORRECTION}


def is_agreed(workspace: Workspace, meeting: Meeting) -> bool:
    """Tell whether all whose word is needed confirmed, and nobody asks for other words."""
    if corrections(meeting) or not meeting.words:
        return False
    return not silent(workspace, meeting)


def to_adopt(workspace: Workspace, meeting: Meeting) -> list[Meeting]:
    """Return the minutes of earlier meetings that wait to be adopted, the oldest first."""
    earlier = [m for m in in_order(workspace) if place(m) < place(meeting)]
    return [m for m in earlier if m.state in WAITING]


def adopted_at(workspace: Workspace, meeting: Meeting) -> list[Meeting]:
    """Return the minutes of earlier meetings that were adopted the day of another."""
    earlier = [m for m in in_order(workspace) if place(m) < place(meeting)]
    return [m for m in earlier if m.adopted_on and m.adopted_on == meeting.on]


# -- moving on


def proposing(key: str, text: str, to: str, today: date, by: str = "") -> Change:
    """Return the verb that proposes the minutes to the organizations; each has its word to say."""

    def propose(meeting: Meeting) -> Meeting:
        versions = _put_aside(meeting)
        return replace(
            meeting,
            state=MeetingState.CORRECTED if versions else MeetingState.SENT,
            sent_on=today,
            sent_to=to,
            words={},
            versions=(*versions, Proposal(on=today, to=to, by=by, text=text)),
        )

    return _while_open(key, propose)


def saying(key: str, organization: str, word: MinutesWord | None, text: str = "") -> Change:
    """Return the verb that notes what an organization says of the minutes; None takes it back.

    Minutes sent before versions were kept keep the text they have now.
    """

    def say(meeting: Meeting) -> Meeting:
        others = {k: each for k, each in meeting.words.items() if k != organization}
        words = {**others, organization: word} if word else others
        sent = Proposal(on=meeting.sent_on, to=meeting.sent_to, text=text)
        return replace(meeting, words=words, versions=meeting.versions or (sent,))

    return _while_open(key, say)


def adopting(key: str, on: date, text: str, by: str = "") -> Change:
    """Return the verb that adopts the minutes as they are; a text that differs is a version."""

    def adopt(meeting: Meeting) -> Meeting:
        versions = meeting.versions
        if not versions or versions[-1].text != text:
            versions = (*_put_aside(meeting), Proposal(on=on, by=by, text=text))
        return replace(
            meeting, state=MeetingState.ADOPTED, adopted_on=on, versions=versions, clock=None
        )

    return _while_open(key, adopt)


def agreeing(key: str, organization: str, word: MinutesWord, text: str, *, same: bool) -> Change:
    """Return the verb of a confirmation: the last one adopts a text that has not moved since.

    It is adopted the last day that one of them said yes, whenever that was noted.
    """
    say = saying(key, organization, word, text)

    def change(workspace: Workspace) -> Workspace:
        said = say(workspace)
        meeting = said.find(Meeting, key)
        if meeting is None or is_settled(meeting) or not same or not is_agreed(said, meeting):
            return said
        days = (each.on for each in meeting.words.values())
        last = max(filter(None, days), default=word.on)
        return put(said, replace(meeting, state=MeetingState.ADOPTED, adopted_on=last, clock=None))

    return change


def locking(key: str) -> Change:
    """Return the verb that puts adopted minutes away for good."""

    def change(workspace: Workspace) -> Workspace:
        meeting = workspace.find(Meeting, key)
        if meeting is None or meeting.state is not MeetingState.ADOPTED:
            return workspace
        return put(workspace, replace(meeting, state=MeetingState.LOCKED))

    return change


def an_erratum(meeting: Meeting, text: str, today: date, who: str) -> Note:
    """Return a correction to minutes that were adopted, dated, and by whom."""
    kind = NoteKind.ERRATUM
    return Note(id=new_id(), meeting=meeting.id, kind=kind, text=text, on=today, who=who)


def _put_aside(meeting: Meeting) -> tuple[Proposal, ...]:
    """Return the versions so far, the last one with what was said of it."""
    if not meeting.versions:
        return ()
    return (*meeting.versions[:-1], replace(meeting.versions[-1], words=meeting.words))


def _while_open(key: str, step: Callable[[Meeting], Meeting]) -> Change:
    """Return the verb that changes minutes that are not adopted yet; others stay as they are."""

    def change(workspace: Workspace) -> Workspace:
        meeting = workspace.find(Meeting, key)
        if meeting is None or is_settled(meeting):
            return workspace
        return put(workspace, step(meeting))

    return change
