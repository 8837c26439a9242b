"""What is done with the statement: keep a version, send it, note what each organization says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec.structs import replace

from partner_tui.domain.known import contacts_of, parties
from partner_tui.domain.records import Organization, Sending, Source, Statement, Word, new_id
from partner_tui.domain.sealing import sealed
from partner_tui.domain.values import Stance
from partner_tui.domain.workspace import Change, Workspace, put


def latest(workspace: Workspace) -> Statement | None:
    """Return the last frozen version."""
    return max(workspace.alive(Statement), key=lambda version: version.number, default=None)


def before(workspace: Workspace, version: Statement) -> Statement | None:
    """Return the version just before another one."""
    earlier = (v for v in workspace.alive(Statement) if v.number < version.number)
    return max(earlier, key=lambda each: each.number, default=None)


# -- keeping a version


def freezing(
    texts: Mapping[str, str],
    reason: str,
    on: date,
    sources: Mapping[str, Source] | None = None,
) -> Change:
    """Return the verb that keeps a numbered version, sealed with its fingerprint.

    Another text asks every organization again; the very same text keeps the words it received.
    """
    key = new_id()

    def change(workspace: Workspace) -> Workspace:
        version = Statement(
            id=key, on=on, reason=reason, texts=dict(texts), sources=dict(sources or {})
        )
        last = latest(workspace)
        if last is not None and last.texts == version.texts:
            words = {who: _carried(word, last) for who, word in last.words.items()}
            version = replace(version, words=words)
        return put(workspace, sealed(version))

    return change


def _carried(word: Word, last: Statement) -> Word:
    return word if word.given_on else replace(word, given_on=last.id)


def is_new(texts: Mapping[str, str], last: Statement | None) -> bool:
    """Tell whether any language says something else than the last version."""
    if last is None:
        return True
    return any(last.texts.get(key, "").strip() != text.strip() for key, text in texts.items())


# -- sending it


def sending(version: str, sent: Sending) -> Change:
    """Return the verb that notes that a version was sent."""

    def change(workspace: Workspace) -> Workspace:
        found = workspace.find(Statement, version)
        if found is None:
            return workspace
        sendings = sorted((*found.sendings, sent), key=lambda each: each.on or date.min)
        return put(workspace, replace(found, sendings=tuple(sendings)))

    return change


def sent_to(workspace: Workspace, version: Statement, organization: str) -> list[Sending]:
    """Return the times a version was sent to an organization or one of its contacts."""
    theirs = {organization, *(contact.id for contact in contacts_of(workspace, organization))}
    return [each for each in version.sendings if not each.to or theirs & set(each.to)]


# -- the words


def saying(version: str, organization: str, word: Word | None) -> Change:
    """Return the verb that notes an organization's word, or takes it away."""

    def change(workspace: Workspace) -> Workspace:
        found = workspace.find(Statement, version)
        if found is None:
            return workspace
        words = {who: said for who, said in found.words.items() if who != organization}
        if word is not None:
            words[organization] = word
        return put(workspace, replace(found, words=words))

    return change


def asked(workspace: Workspace, version: Statement) -> list[Organization]:
    """Return those whose word counts: the parties, and others that said theirs already."""
    expected = parties(workspace)
    others = [o for o in workspace.alive(Organization) if o.id in version.words]
    return [*expected, *(o for o in others if o not in expected)]


def earlier_word(
    workspace: Workspace, version: Statement, organization: str
) -> tuple[Statement, Word] | None:
    """Return the last word of an organization on a version before this one, and which."""
    said = [
        (each, each.words[organization])
        for each in workspace.alive(Statement)
        if each.number < version.number and organization in each.words
    ]
    return max(said, key=lambda found: found[0].number, default=None)


def agreeing(workspace: Workspace, version: Statement) -> list[Organization]:
    """Return the organizations that agree with a version, without a reservation."""
    return [
        organization
        for organization in asked(workspace, version)
        if (word := version.words.get(organization.id)) and word.stance is Stance.AGREES
    ]


def silence(workspace: Workspace, version: Statement, today: date) -> dict[str, int]:
    """Return the days since a version was last sent to each party that says nothing of it."""
    found = {}
    for party in parties(workspace):
        days = [s.on for s in sent_to(workspace, version, party.id) if s.on]
        if days and party.id not in version.words:
            found[party.id] = (today - max(days)).days
    return found
