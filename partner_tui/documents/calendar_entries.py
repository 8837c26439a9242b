"""What a dossier has for a calendar: meetings, due dates, reviews, terms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from partner_tui.documents import words
from partner_tui.documents.calendar_kit import Entry
from partner_tui.documents.calendar_meetings import meetings
from partner_tui.documents.pages.kit import Sheet
from partner_tui.domain.known import TERM, answer_of, review_dates
from partner_tui.domain.meetings import in_due_order, is_open
from partner_tui.domain.records import Action, Line, Objective, Record, Risk
from partner_tui.domain.risks import by_level, next_review
from partner_tui.domain.scales import scale_of
from partner_tui.domain.values import RiskState
from partner_tui.domain.workspace import TABLE_OF
from partner_tui.i18n import N_


def entries(page: Sheet) -> Iterator[Entry]:
    """Yield what a calendar should hold, nothing private."""
    yield from meetings(page)
    yield from _due(page)
    yield from _terms(page)


def _due(page: Sheet) -> Iterator[Entry]:
    """Yield the due dates of actions, risk reviews, messages and objectives."""
    voice, t, scale = page.voice, page.t, scale_of(page.workspace)
    for action in in_due_order(list(page.workspace.table(Action).values())):
        who = page.who(action.owner, action.organization)
        over = "" if is_open(action) else words.label(action.state, t)
        yield from _dated(page, action, action.due, voice.words(action, "text"), who, over=over)
    for risk in by_level(page.workspace.table(Risk).values(), scale):
        closed = risk.state is RiskState.CLOSED
        yield from _dated(
            page,
            risk,
            risk.review if closed else next_review(risk, scale),
            voice.colon(t.text(N_("Revoir le risque")), voice.words(risk, "event")),
            voice.contact(risk.owner),
            voice.words(risk, "trigger"),
            over=words.label(risk.state, t) if closed else "",
        )
    for line in page.workspace.table(Line).values():
        title = " → ".join(filter(None, (voice.words(line, "text"), voice.words(line, "audience"))))
        yield from _dated(page, line, line.due, title, voice.contact(line.owner))
    for objective in page.workspace.table(Objective).values():
        title = voice.colon(t.text(N_("Objectif")), voice.words(objective, "label"))
        yield from _dated(page, objective, objective.due, title, voice.contact(objective.owner))


def _dated(
    page: Sheet, record: Record, day: date | None, title: str, *texts: str, over: str = ""
) -> Iterator[Entry]:
    """Yield the day of a record; what is over stays only to be taken out while it is to come."""
    gone = over or (page.t.text(N_("retiré")) if record.archived else "")
    if day and not record.private and (day >= page.today or not gone):
        yield Entry(
            uid=f"{TABLE_OF[type(record)]}-{record.id}",
            day=day,
            title=page.cite(record, title),
            text="\n".join(filter(None, texts)),
            revision=record.revision,
            at=record.at,
            gone=gone[:1].upper() + gone[1:],
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
