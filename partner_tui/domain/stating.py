"""What is done with the statement: keep a version, note what each organization says of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from msgspec.structs import replace

from partner_tui.domain.known import parties
from partner_tui.domain.records import Statement, Word, new_id
from partner_tui.domain.values import Agreement
from partner_tui.domain.workspace import Change, Workspace, put

NEXT: Final[Mapping[Agreement, Agreement]] = {
    Agreement.DRAFT: Agreement.SENT,
    Agreement.SENT: Agreement.CONFIRMED,
    Agreement.COMMENTED: Agreement.CONFIRMED,
    Agreement.CONFIRMED: Agreement.DRAFT,
}
"""What comes after each word; only a comment makes a version commented."""

SILENT: Final = Word()


def freezing(texts: Mapping[str, str], reason: str, on: date) -> Change:
    """Return the verb that keeps a numbered version; every party has its word to say on it."""
    key = new_id()

    def change(workspace: Workspace) -> Workspace:
        words = {party.id: SILENT for party in parties(workspace)}
        version = Statement(id=key, on=on, reason=reason, texts=dict(texts), words=words)
        return put(workspace, version)

    return change


def is_new(texts: Mapping[str, str], last: Statement | None) -> bool:
    """Tell whether any language says something else than the last version."""
    if last is None:
        return True
    return any(last.texts.get(key, "").strip() != text.strip() for key, text in texts.items())


def word_of(version: Statement, organization: str) -> Word:
    """Return what an organization said of a version; a draft while it said nothing."""
    return version.words.get(organization, SILENT)


def agreeing(version: str, organization: str, agreement: Agreement, on: date) -> Change:
    """Return the verb that says how far an organization is with a version."""

    def say(word: Word) -> Word:
        day = None if agreement is Agreement.DRAFT else on
        return replace(word, agreement=agreement, on=day)

    return _saying(version, organization, say, on if agreement is Agreement.SENT else None)


def commenting(version: str, organization: str, comment: str, on: date) -> Change:
    """Return the verb that writes an organization's comment, or takes it away when it is empty.

    An organization that confirmed stays so; one that commented no more was only sent the text.
    """

    def say(word: Word) -> Word:
        if comment and word.agreement is not Agreement.CONFIRMED:
            return Word(agreement=Agreement.COMMENTED, on=on, comment=comment)
        back = not comment and word.agreement is Agreement.COMMENTED
        agreement = Agreement.SENT if back else word.agreement
        return replace(word, agreement=agreement, comment=comment)

    return _saying(version, organization, say)


def _saying(
    version: str, organization: str, say: Callable[[Word], Word], sent: date | None = None
) -> Change:
    def change(workspace: Workspace) -> Workspace:
        found = workspace.find(Statement, version)
        if found is None:
            return workspace
        words = {**found.words, organization: say(word_of(found, organization))}
        return put(workspace, replace(found, words=words, sent_on=found.sent_on or sent))

    return change
