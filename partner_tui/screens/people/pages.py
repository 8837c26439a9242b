"""What the reading pane says of a contact and of an organization."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from partner_tui.documents.answers import spoken
from partner_tui.documents.voice import Voice
from partner_tui.documents.words import cite, day, label
from partner_tui.domain import known
from partner_tui.domain.blocks import Block, Inline, Paragraph, Span
from partner_tui.domain.meetings import open_actions
from partner_tui.domain.people import functions, has_left, leaves_soon
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Contact, Organization
from partner_tui.domain.risks import open_risks
from partner_tui.domain.stating import latest
from partner_tui.domain.text import clean, one_line
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import LANGUAGES, _, current
from partner_tui.screens.people.lines import facts, leaving


def contact_page(workspace: Workspace, contact: Contact, today: date) -> list[Block]:
    """Return all that is known of a contact, a fact a line."""
    voice = Voice(workspace, current())
    role = voice.name(contact, "role") or _("Rôle à préciser")
    place = voice.organization(contact.organization)
    lines: list[Inline] = [(Span(role, strong=True), Span(f" · {place}" if place else ""))]
    reach = " · ".join(filter(None, map(clean, (contact.email, contact.phone))))
    lines.append((Span(reach or _("Coordonnées à ajouter.")),))
    if contact.functions:
        lines.append((Span(", ".join(label(f, voice.t) for f in functions(contact))),))
    lines += (_fact(*each) for each in _about(workspace, contact, today))
    lines += (_fact(*each) for each in _carries(workspace, contact, voice))
    if said := voice.words(contact, "note"):
        lines.append((Span(said, emphasis=True),))
    return [stacked(lines)]


def _about(workspace: Workspace, contact: Contact, today: date) -> Iterator[tuple[str, str]]:
    if contact.holder.strip():
        yield _("Tenu par"), clean(contact.holder)
    if contact.language in LANGUAGES:
        yield _("Langue"), _(LANGUAGES[contact.language])
    if leaves_soon(contact, today):
        yield _("Départ"), leaving(workspace, contact, today)
    elif contact.until:
        said = _("a quitté le {day}") if has_left(contact, today) else _("jusqu'au {day}")
        yield _("Fin"), said.format(day=day(contact.until))
    since = _("depuis le {day}").format(day=day(contact.since)) if contact.since else ""
    agreed = (
        _("accord noté le {day}").format(day=day(contact.consent_on))
        if contact.consent_on
        else _("accord à demander")
    )
    yield _("Sur la liste"), ", ".join(filter(None, (since, agreed)))


def _carries(workspace: Workspace, contact: Contact, voice: Voice) -> Iterator[tuple[str, str]]:
    """Yield what would have to be handed over."""
    actions = [a for a in open_actions(workspace) if a.owner == contact.id]
    if actions:
        named = (f"{cite(a, voice.t)} {one_line(voice.name(a, 'text'))}" for a in actions)
        yield _("Suivis ouverts"), "; ".join(named)
    risks = [r for r in open_risks(workspace) if r.owner == contact.id]
    if risks:
        named = (f"{cite(r, voice.t)} {one_line(voice.name(r, 'event'))}" for r in risks)
        yield _("Risques suivis"), "; ".join(named)


def organization_page(
    workspace: Workspace, guide: Guide, organization: Organization
) -> list[Block]:
    """Return all that is known of an organization, a fact a line."""
    voice = Voice(workspace, current())
    name = Span(voice.name(organization) or _("Sans nom"), strong=True)
    lines: list[Inline] = [(name,), (Span(facts(workspace, organization)),)]
    if mandate := voice.words(organization, "mandate"):
        lines.append((Span(mandate),))
    lines += (_fact(*each) for each in _gives(workspace, guide, organization, voice))
    if told := _word(workspace, organization):
        lines.append(_fact(_("Énoncé"), told))
    if said := voice.words(organization, "note"):
        lines.append((Span(said, emphasis=True),))
    return [stacked(lines)]


def _gives(
    workspace: Workspace, guide: Guide, organization: Organization, voice: Voice
) -> Iterator[tuple[str, str]]:
    """Yield whether it is content, what it gives and what it gets."""
    question = guide.question(known.WINWIN)
    answer = known.answer_of(workspace, known.WINWIN)
    if question is None or answer is None:
        return
    for position in spoken(answer, question, voice).positions:
        if position.id == organization.id:
            for part in position.said:
                if part.lines:
                    yield part.label, "; ".join(map(one_line, part.lines))
            if position.note:
                yield _("En a dit"), one_line(position.note)


def _word(workspace: Workspace, organization: Organization) -> str:
    """Return what it said of the last version of the statement."""
    version = latest(workspace)
    if version is None or organization.id not in version.words:
        return ""
    word = version.words[organization.id]
    when = " " + _("le {day}").format(day=day(word.on)) if word.on else ""
    comment = current().quoted(one_line(word.comment)) if word.comment else ""
    said = f"{cite(version, current())} {label(word.stance, current())}{when}"
    return ", ".join(filter(None, (said, comment)))


def _fact(name: str, text: str) -> Inline:
    return (Span(current().colon(name), emphasis=True), Span(f" {text}"))


def stacked(lines: list[Inline]) -> Paragraph:
    """Return lines one under the other, without blank ones."""
    spans: list[Span] = []
    for line in lines:
        spans += [*([Span("\n")] if spans else []), *line]
    return Paragraph(tuple(spans))
