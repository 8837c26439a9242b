"""What a search of the minutes found, meeting by meeting; what it understood, or why it cannot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import wrap
from typing import Final

from msgspec import Struct

from partner_tui.documents import words
from partner_tui.documents.voice import Voice
from partner_tui.domain.known import parties
from partner_tui.domain.querying import Fault, Query, Sort, Unclear
from partner_tui.domain.records import Action, Contact, Meeting, Organization, Record
from partner_tui.domain.searching import Entry
from partner_tui.domain.text import clean
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator
from partner_tui.screens.meeting.words import named
from partner_tui.widgets.lines import BLANK, Cell, Line, heading, note

MOST: Final = 200
"""Places shown at most; more words narrow them."""
TRY: Final = "try:"
"""How the key of an example begins."""

LABELS: Final = {
    Sort.DECISION: N_("décision"),
    Sort.ACTION: N_("suivi"),
    Sort.TOPIC: N_("sujet"),
    Sort.WIN: N_("réussite"),
    Sort.DIFFICULTY: N_("difficulté"),
    Sort.NEWS: N_("nouvelle"),
    Sort.TIMELINE: N_("échéancier"),
    Sort.ERRATUM: N_("erratum"),
    Sort.RISK: N_("risque"),
    Sort.MINUTES: N_("compte rendu"),
}
FAULTS: Final = {
    Fault.KEY: N_("«\u00a0{said}:\u00a0» n'est pas un filtre. Les filtres\u00a0: {choices}"),
    Fault.TYPE: N_("Après type:…, un de ces mots\u00a0: {choices}"),
    Fault.ORGANIZATION: N_("Après org:…, un organisme du dossier\u00a0: {choices}"),
    Fault.PERSON: N_("Après qui:…, un rôle du dossier\u00a0: {choices}"),
    Fault.DATE: N_("Après depuis:… ou avant:…, un jour, un mois ou une année\u00a0: {choices}"),
}
FILTERS: Final = N_("type:… org:… qui:… depuis:… avant:…")
DATES: Final = N_("2026-11-03, novembre, 2025, jeudi dernier, il y a 3 mois")
SYNTAX: Final = N_(
    "mots  «\u00a0mots exacts\u00a0»  type:décision  org:…  qui:…  depuis:mars  avant:2026"
)


WELCOME: Final = (
    N_("Toutes les rencontres à la fois, sans souci des accents ni des majuscules."),
    N_("Écrivez un mot ou deux; un filtre les précise, et les filtres s'ajoutent."),
)


class Sight(Struct, frozen=True):
    """What the lines are made from."""

    workspace: Workspace
    t: Translator

    @property
    def voice(self) -> Voice:
        """The words of the records."""
        return Voice(self.workspace, self.t)


def found(sight: Sight, entries: Sequence[Entry], query: Query) -> list[Line]:
    """Return the places that were found, under the meeting each was noted in."""
    if not entries:
        return [
            note(sight.t.text(N_("Rien ne correspond dans les comptes rendus.")), ""),
            note(sight.t.text(N_("Essayez un mot plus court, ou enlevez un filtre."))),
        ]
    shown: list[Line] = []
    for key, group in groupby(entries[:MOST], key=lambda entry: entry.meeting):
        here = [*group]
        shown += [BLANK] if shown else []
        shown.append(heading(_title(sight, key), Cell(str(len(here)), "dim")))
        shown += [_hit(sight, entry, query.words) for entry in here]
    if len(entries) > MOST:
        more = sight.t.text(N_("Voici les {most} premiers; un mot de plus en laisse moins."))
        shown += [BLANK, note(more.format(most=MOST))]
    return shown


def _title(sight: Sight, key: str) -> str:
    meeting = sight.workspace.find(Meeting, key)
    if meeting is None:
        return sight.t.text(N_("Hors des rencontres"))
    return " · ".join(filter(None, (named(meeting, sight.t), words.day(meeting.on))))


def _hit(sight: Sight, entry: Entry, wanted: Sequence[str]) -> Line:
    table, _slash, key = entry.target.partition("/")
    record: Record = sight.workspace.tables[table][key]
    before, word, after = entry.context(wanted)
    cells = (
        Cell("", "", 2),
        Cell(sight.t.text(LABELS[entry.sort]), "dim", 13),
        Cell("" if isinstance(record, Meeting) else words.cite(record, sight.t), "strong", 5),
        *([Cell("⌂ ", "dim")] if record.private else []),
        Cell(before),
        Cell(word, "accent"),
        Cell(after, "", None),
    )
    return Line(cells, key=entry.target)


def understood(sight: Sight, query: Query) -> str:
    """Return what a query looks for, as a person would say it."""
    return " · ".join(_parts(sight, query))


def _parts(sight: Sight, query: Query) -> Iterator[str]:
    t, voice = sight.t, sight.voice
    other = t.text(N_(" ou "))
    if query.sorts:
        yield other.join(t.text(LABELS[sort]) for sort in Sort if sort in query.sorts)
    if query.organizations:
        yield other.join(voice.organization(each, short=True) for each in query.organizations)
    if query.people:
        yield other.join(voice.contact(each) for each in query.people)
    if query.since:
        yield t.text(N_("depuis le {day}")).format(day=words.day(query.since))
    if query.before:
        yield t.text(N_("avant le {day}")).format(day=words.day(query.before))
    if query.words:
        yield " + ".join(map(t.quoted, query.words))


def mistaken(sight: Sight, error: Unclear, width: int) -> list[Line]:
    """Return the one sentence that says what a query lacks, on as many lines as it takes."""
    text = sight.t.text(FAULTS[error.fault])
    said = text.format(said=clean(error.said), choices=", ".join(_choices(sight, error.fault)))
    return [note(line, "warn") for line in wrap(said, max(20, width - 4))]


def _choices(sight: Sight, fault: Fault) -> list[str]:
    match fault:
        case Fault.TYPE:
            return [sight.t.text(label) for label in LABELS.values()]
        case Fault.ORGANIZATION:
            known = sight.workspace.alive(Organization)
            return [sight.voice.organization(each.id, short=True) for each in known]
        case Fault.PERSON:
            return [sight.voice.name(each, "role") for each in sight.workspace.alive(Contact)]
        case Fault.DATE:
            return [sight.t.text(DATES)]
    return [sight.t.text(FILTERS)]


def welcome(sight: Sight) -> list[Line]:
    """Return what can be looked for, with examples that Enter tries."""
    shown = [note(sight.t.text(each), "" if not at else "dim") for at, each in enumerate(WELCOME)]
    shown += [BLANK, heading(sight.t.text(N_("Par exemple")))]
    for query, says in _examples(sight):
        cells = (Cell("", "", 2), Cell(query, "strong"), Cell("  "), Cell(says, "dim", None))
        shown.append(Line(cells, key=TRY + query))
    return shown


def _examples(sight: Sight) -> Iterator[tuple[str, str]]:
    t, voice = sight.t, sight.voice
    yield t.text(N_("type:décision")), t.text(N_("tout ce qui fut décidé"))
    ours = [party for party in parties(sight.workspace) if party.short or party.name]
    if ours:
        name = voice.organization(ours[-1].id, short=True)
        yield (
            t.text(N_("type:décision org:{name} depuis:janvier")).format(name=name),
            t.text(N_("avec cet organisme")),
        )
    holders = [a.owner for a in sight.workspace.alive(Action)]
    contact = next((c for c in sight.workspace.alive(Contact) if c.id in holders), None)
    if contact is not None:
        said = voice.name(contact, "role")
        yield t.text(N_("type:suivi qui:{role}")).format(role=said), t.text(N_("ses promesses"))
    yield (
        t.text(N_("type:difficulté depuis:il y a 6 mois")),
        t.text(N_("ce qui fut difficile")),
    )
