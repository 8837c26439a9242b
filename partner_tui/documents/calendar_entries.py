"""What a dossier has for a calendar: meetings, due dates, reviews, terms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from partner_tui.documents import words
from partner_tui.documents.pages.kit import Sheet
from partner_tui.domain.known import TERM, answer_of, review_dates
from partner_tui.domain.meetings import in_order, open_actions, previous_meeting
from partner_tui.domain.records import Line, Meeting, Objective, Record
from partner_tui.domain.risks import next_review, open_risks
from partner_tui.domain.scales import scale_of
from partner_tui.domain.text import one_line
from partner_tui.domain.workspace import TABLE_OF
from partner_tui.i18n import N_


class Entry(Struct, frozen=True, kw_only=True):
    """Something to write in a calendar."""

    uid: str
    day: date
    title: str
    place: str = ""
    text: str = ""
    start: str = ""
    end: str = ""
    revision: int = 0
    at: str = ""


def entries(page: Sheet) -> Iterator[Entry]:
    """Yield what a calendar should hold, nothing private."""
    yield from _meetings(page)
    yield from _due(page)
    yield from _terms(page)


def _meetings(page: Sheet) -> Iterator[Entry]:
    meetings = in_order(page.workspace)
    for meeting in meetings:
        if meeting.on and not meeting.private:
            yield _meeting(page, meeting, meeting.on)
    last = meetings[-1] if meetings else None
    if last and last.next_on and last.next_on > (last.on or date.min) and not last.private:
        kind = _kind(page, last)
        yield Entry(
            uid=f"next-{last.id}",
            day=last.next_on,
            title=page.voice.titled(kind),
            place=one_line(page.voice.words(last, "next_place")),
            start=last.next_start,
            revision=last.revision,
            at=last.at,
        )


def _meeting(page: Sheet, meeting: Meeting, day: date) -> Entry:
    """Return a meeting; one that the minutes before it announced keeps the name it had then."""
    before = previous_meeting(page.workspace, meeting)
    announced = before is not None and before.next_on == day
    number = words.cite(meeting, page.t)
    kind = " ".join(filter(None, (_kind(page, meeting), number)))
    return Entry(
        uid=f"next-{before.id}" if before and announced else f"meetings-{meeting.id}",
        day=day,
        title=page.voice.titled(kind),
        place=one_line(page.voice.words(meeting, "place")),
        text=page.voice.contacts(meeting.present),
        start=meeting.start,
        end=meeting.end,
        revision=meeting.revision,
        at=meeting.at,
    )


def _kind(page: Sheet, meeting: Meeting) -> str:
    kind = words.label(meeting.kind, page.t)
    return kind[:1].upper() + kind[1:]


def _due(page: Sheet) -> Iterator[Entry]:
    """Yield the due dates of actions, risk reviews, messages and objectives."""
    voice = page.voice
    for action in open_actions(page.workspace):
        who = page.who(action.owner, action.organization)
        yield from _dated(page, action, action.due, voice.words(action, "text"), who)
    for risk in open_risks(page.workspace):
        asked = page.voice.words(risk, "trigger")
        title = voice.colon(page.t.text(N_("Revoir le risque")), voice.words(risk, "event"))
        yield from _dated(
            page,
            risk,
            next_review(risk, scale_of(page.workspace)),
            title,
            voice.contact(risk.owner),
            asked,
        )
    for line in page.workspace.alive(Line):
        title = " → ".join(filter(None, (voice.words(line, "text"), voice.words(line, "audience"))))
        yield from _dated(page, line, line.due, title, voice.contact(line.owner))
    for objective in page.workspace.alive(Objective):
        title = voice.colon(page.t.text(N_("Objectif")), voice.words(objective, "label"))
        yield from _dated(page, objective, objective.due, title, voice.contact(objective.owner))


def _dated(
    page: Sheet, record: Record, day: date | None, title: str, *texts: str
) -> Iterator[Entry]:
    if day and not record.private:
        yield Entry(
            uid=f"{TABLE_OF[type(record)]}-{record.id}",
            day=day,
            title=page.cite(record, title),
            text="\n".join(filter(None, texts)),
            revision=record.revision,
            at=record.at,
        )


def _terms(page: Sheet) -> Iterator[Entry]:
    answer = answer_of(page.workspace, TERM)
    if answer is None or answer.private:
        return
    dates = review_dates(page.workspace)
    named = {
        N_("Révision du partenariat"): dates.review,
        N_("Reconduction du partenariat"): dates.renew,
        N_("Fin du partenariat"): dates.close,
    }
    for place, (title, day) in enumerate(named.items()):
        if day:
            yield Entry(
                uid=f"answers-{TERM}-{place}",
                day=day,
                title=page.voice.titled(page.t.text(title)),
                revision=answer.revision,
                at=answer.at,
            )
