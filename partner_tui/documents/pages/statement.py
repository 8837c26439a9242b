"""The statement with what each organization said of it; a frozen version as it was kept."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from partner_tui.documents import words
from partner_tui.documents.flat import pieces
from partner_tui.documents.pages.kit import Options, Sheet, nothing, sheet
from partner_tui.documents.statement import StatementPart, state_label
from partner_tui.documents.statement import compose as draft_of
from partner_tui.documents.versions import version_document
from partner_tui.domain.blocks import Block, Document, Meta, Table
from partner_tui.domain.known import parties
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Organization, Statement
from partner_tui.domain.stating import word_of
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
    """Return what each organization said of a version, one row each, to be confirmed or not."""
    found = [o for o in _asked(page, version) if not o.private]
    if version is None or not found:
        return []
    title = page.voice.say(N_("Accord des organismes sur la version {n}"), n=str(version.number))
    names = (N_("Organisme"), N_("Accord"), N_("Date"), N_("Mots"))
    rows = [_word(page, version, organization) for organization in found]
    return [page.heading(title), page.table(names, rows)]


def _asked(page: Sheet, version: Statement | None) -> list[Organization]:
    """Return the organizations that have a word to say, those that said one included."""
    expected = {party.id for party in parties(page.workspace)}
    spoke = set(version.words) if version else set()
    everyone = page.workspace.table(Organization).values()
    return [o for o in everyone if o.id in spoke or (o.id in expected and not o.archived)]


def _word(page: Sheet, version: Statement, organization: Organization) -> tuple[str, ...]:
    word = word_of(version, organization.id)
    comment = one_line(clean(word.comment))
    return (
        page.voice.name(organization),
        words.label(word.agreement, page.t),
        words.day(word.on),
        page.voice.mark(comment) if page.voice.is_foreign and comment else comment,
    )


def table(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> Table:
    """Return each sentence with its part and how sure the part is."""
    page = sheet(workspace, guide, t, options)
    draft = draft_of(page.workspace, guide, t)
    return page.table(COLUMNS, [row for part in draft.parts for row in _sentences(part, t)])


def _sentences(part: StatementPart, t: Translator) -> list[tuple[str, str, str]]:
    state = state_label(part.state, t)
    return [(part.title, state, text) for text in pieces(part.blocks)]
