"""How far the organizations are with a version of the statement, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from partner_tui.documents.voice import Voice
from partner_tui.documents.words import cite, day, label
from partner_tui.domain.records import Contact, Organization, Sending, Statement
from partner_tui.domain.stating import agreeing, asked, earlier_word, sent_to
from partner_tui.domain.text import listed
from partner_tui.domain.values import Stance, Way
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator

BRIEFLY: Final[Mapping[Stance, str]] = {
    Stance.AGREES: N_("d'accord"),
    Stance.RESERVED: N_("avec réserve"),
    Stance.ABSTAINS: N_("s'abstient"),
    Stance.OPPOSES: N_("s'oppose"),
}
"""The same words where a column is narrow."""

BY: Final[Mapping[Way, str]] = {
    Way.EMAIL: N_("par courriel"),
    Way.MEETING: N_("en rencontre"),
    Way.PAPER: N_("sur papier"),
    Way.SHARED: N_("dans un lieu partagé"),
}


def overall(workspace: Workspace, version: Statement, t: Translator) -> str:
    """Return how many organizations agree with a version."""
    everyone, yes = asked(workspace, version), agreeing(workspace, version)
    if everyone and len(yes) == len(everyone):
        return t.text(N_("accord de tous"))
    return t.text(N_("accord de {n} sur {all}")).format(n=len(yes), all=len(everyone))


def stand(
    workspace: Workspace, version: Statement, organization: str, t: Translator, *, short: bool
) -> str:
    """Return where an organization stands; one that is silent was sent the text, or not yet."""
    word = version.words.get(organization)
    if word is not None:
        return t.text(BRIEFLY[word.stance]) if short else label(word.stance, t)
    if sent_to(workspace, version, organization):
        return t.text(N_("en attente"))
    return t.text(N_("à envoyer"))


def before_that(workspace: Workspace, version: Statement, organization: str, t: Translator) -> str:
    """Return what a silent organization said of an earlier version: « v1: d'accord »."""
    found = earlier_word(workspace, version, organization)
    if found is None or organization in version.words:
        return ""
    earlier, word = found
    named = t.text(N_("{label}\u00a0: {text}"))
    return named.format(label=cite(earlier, t), text=label(word.stance, t))


def sending_line(sending: Sending, voice: Voice) -> str:
    """Return when a version was sent, by which way and to whom, on one line."""
    how = voice.t.text(BY[sending.way]) if sending.way else ""
    to = listed(_named(key, voice) for key in sending.to)
    head = " ".join(filter(None, (day(sending.on), how)))
    return f"{head} ({to})" if head and to else head or to


def _named(key: str, voice: Voice) -> str:
    if voice.workspace.find(Organization, key) is not None:
        return voice.organization(key, short=True)
    contact = voice.workspace.find(Contact, key)
    return "" if contact is None or (contact.private and voice.marked) else voice.contact(key)
