"""The statement with what each organization said of it; a frozen version as it was kept."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from partner_tui.documents import words
from partner_tui.documents.agreed import before_that, sending_line, stand
from partner_tui.documents.flat import pieces
from partner_tui.documents.pages.kit import Options, Sheet, nothing, sheet
from partner_tui.documents.statement import StatementPart, state_label
from partner_tui.documents.statement import compose as draft_of
from partner_tui.documents.versions import version_document
from partner_tui.domain.blocks import Block, Document, Meta, Table
from partner_tui.domain.known import parties
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Contact, Organization, Statement
from partner_tui.domain.text import clean, one_line
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator

COLUMNS: Final = (N_("Partie"), N_("État"), N_("Phrase"))


def compose(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> Document:
    """Return the statement as the answers tell it, or the version that was asked for."""
    page = sheet(workspace, guide, t, options)
    if options.number:
        version = version_of(page.workspace, options.number)
        document = _frozen(page, version)
        edition = page.voice.say(N_("version {n}"), n=str(options.number))
        blocks = (*document.blocks, *confirmation(page, version))
        return replace(document, blocks=blocks, meta=Meta(edition=edition))
    draft = draft_of(page.workspace, guide, t)
    shown = last_version(page) if draft.is_current else None
    return replace(draft.document, blocks=(*draft.document.blocks, *confirmation(page, shown)))


def _frozen(page: Sheet, version: Statement | None) -> Document:
    if version is None:
        return page.document(N_("Énoncé de partenariat"), [nothing(page)])
    return version_document(page.workspace, version, page.t)


def version_of(workspace: Workspace, number: int) -> Statement | None:
    """Return the version with a number, or None."""
    return next((v for v in workspace.alive(Statement) if v.number == number), None)


def last_version(page: Sheet) -> Statement | None:
    """Return the last version that may leave the dossier."""
    return max(page.shown(Statement), key=lambda version: version.number, default=None)


def confirmation(page: Sheet, version: Statement | None) -> list[Block]:
    """Return what each organization said of a version, and to whom and when it was sent."""
    found = [o for o in _asked(page, version) if not o.private]
    if version is None or not found:
        return []
    title = page.voice.say(N_("Accord des organismes sur la version {n}"), n=str(version.number))
    names = (N_("Organisme"), N_("Accord"), N_("Date"), N_("Par"), N_("Mots"))
    rows = [_word(page, version, organization) for organization in found]
    sent = "; ".join(filter(None, (sending_line(each, page.voice) for each in version.sendings)))
    kept = [0, 1, 2, *(n for n in (3, 4) if any(row[n] for row in rows))]
    table = page.table([names[n] for n in kept], [[row[n] for n in kept] for row in rows])
    return [page.heading(title), table, *page.facts({N_("Envoyé"): sent})]


def _asked(page: Sheet, version: Statement | None) -> list[Organization]:
    """Return the organizations that have a word to say, those that said one included."""
    expected = {party.id for party in parties(page.workspace)}
    spoke = set(version.words) if version else set()
    everyone = page.workspace.table(Organization).values()
    return [o for o in everyone if o.id in spoke or (o.id in expected and not o.archived)]


def _word(page: Sheet, version: Statement, organization: Organization) -> tuple[str, ...]:
    name, key = page.voice.name(organization), organization.id
    where = stand(page.workspace, version, key, page.t, short=False)
    word = version.words.get(key)
    if word is None:
        return (name, where, "", "", before_that(page.workspace, version, key, page.t))
    said = one_line(clean(word.comment))
    said = page.voice.mark(said) if page.voice.is_foreign and said else said
    given = page.workspace.find(Statement, word.given_on)
    if given is not None:
        told = page.voice.say(N_("donné sur la v{n}, au même texte"), n=str(given.number))
        said = "; ".join(filter(None, (said, told)))
    return (name, where, words.day(word.on), speaker(page, word.speaker), said)


def speaker(page: Sheet, key: str) -> str:
    """Return the role of who spoke for an organization."""
    contact = page.workspace.find(Contact, key)
    return "" if contact is None or contact.private else page.voice.name(contact, "role")


def table(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> Table:
    """Return each sentence with its part and how sure the part is."""
    page = sheet(workspace, guide, t, options)
    draft = draft_of(page.workspace, guide, t)
    return page.table(COLUMNS, [row for part in draft.parts for row in _sentences(part, t)])


def _sentences(part: StatementPart, t: Translator) -> list[tuple[str, str, str]]:
    state = state_label(part.state, t)
    return [(part.title, state, text) for text in pieces(part.blocks)]
