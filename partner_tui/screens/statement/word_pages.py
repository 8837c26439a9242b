"""What the reading pane of the statement says of an organization's word and of a version."""

from __future__ import annotations

from partner_tui.documents.agreed import before_that, overall, sending_line, stand
from partner_tui.documents.seals import broken, seal
from partner_tui.documents.versions import frozen_blocks
from partner_tui.documents.voice import Voice
from partner_tui.documents.words import cite, day
from partner_tui.domain.blocks import Block, Paragraph, Quote, Rule, Span, inline
from partner_tui.domain.known import contacts_of
from partner_tui.domain.records import Contact, Organization, Statement
from partner_tui.domain.stating import latest, sent_to
from partner_tui.domain.text import clean
from partner_tui.domain.values import Function
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import _, current


def word_page(organization: Organization, workspace: Workspace) -> list[Block]:
    """Return an organization's word on the last version, what it was sent, and whom to ask."""
    version = latest(workspace)
    voice = Voice(workspace, current())
    blocks: list[Block] = []
    if version is not None:
        blocks += _word(version, organization, voice)
        sent = sent_to(workspace, version, organization.id)
        blocks += _labelled(_("Envoyé"), [sending_line(each, voice) for each in sent])
    if people := _whom(organization, workspace):
        reach = " · ".join(filter(None, (voice.name(people, "role"), people.email, people.phone)))
        blocks += _labelled(_("À joindre"), [clean(reach)])
    return blocks


def _word(version: Statement, organization: Organization, voice: Voice) -> list[Block]:
    word = version.words.get(organization.id)
    where = stand(voice.workspace, version, organization.id, voice.t, short=False)
    said = voice.colon(cite(version, voice.t), where)
    if word and word.on:
        said = _("{said} le {day}").format(said=said, day=day(word.on))
    speaker = voice.workspace.find(Contact, word.speaker) if word else None
    if speaker is not None:
        said = _("{said}, par {who}").format(said=said, who=voice.name(speaker, "role"))
    if word and (given := voice.workspace.find(Statement, word.given_on)):
        told = _("{said} (donné sur la {version}, au même texte)")
        said = told.format(said=said, version=cite(given, voice.t))
    name = Span(voice.name(organization), strong=True)
    blocks: list[Block] = [Paragraph((name, Span(f"  {said}")))]
    if word and word.comment:
        blocks.append(Quote((Paragraph(inline(clean(word.comment))),)))
    if earlier := before_that(voice.workspace, version, organization.id, voice.t):
        blocks += _labelled(_("Avant"), [earlier])
    return blocks


def version_page(version: Statement, workspace: Workspace, language: str) -> list[Block]:
    """Return what is known of a version, then its text in a language."""
    voice = Voice(workspace, current())
    said = f"{day(version.on)} · {overall(workspace, version, voice.t)}"
    name = Span(cite(version, voice.t), strong=True)
    blocks: list[Block] = [Paragraph((name, Span(f"  {said}")))]
    blocks += _labelled(_("Pourquoi"), [voice.words(version, "reason")])
    blocks += seal(version, voice)
    if broken(version, voice.t):
        told = _(
            "Hors du programme, «\u00a0partner-tui verify CHEMIN\u00a0» dit comment le remettre."
        )
        blocks.append(Paragraph(inline(told)))
    blocks += _labelled(_("Envoyé"), [sending_line(each, voice) for each in version.sendings])
    words = [
        voice.colon(
            voice.organization(key, short=True),
            stand(workspace, version, key, voice.t, short=False),
        )
        for key in version.words
    ]
    blocks += _labelled(_("Mots"), [", ".join(words)])
    spoken = language if language in version.texts else next(iter(version.texts), "")
    return [*blocks, Rule(), *frozen_blocks(version, spoken)]


def _labelled(label: str, texts: list[str]) -> list[Block]:
    """Return a label, then texts one under the other; nothing when there is none."""
    found = [text for text in texts if text]
    if not found:
        return []
    spans = [Span(f"{label}  ", emphasis=True), Span("\n".join(found))]
    return [Paragraph(tuple(spans))]


def _whom(organization: Organization, workspace: Workspace) -> Contact | None:
    """Return who answers for the partnership in an organization, else its first contact."""
    found = contacts_of(workspace, organization.id)
    return next((c for c in found if Function.CHAMPION in c.functions), next(iter(found), None))
