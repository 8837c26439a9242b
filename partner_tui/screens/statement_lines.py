"""The parts of the statement, the agreement of each organization and the versions, as lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from rich.cells import cell_len

from partner_tui.documents.statement import PartState, StatementDraft, StatementPart, latest
from partner_tui.documents.statement import state_label as state_word
from partner_tui.documents.voice import Voice
from partner_tui.documents.words import cite, day, label
from partner_tui.domain.blocks import Block, Bullets, Paragraph, plain
from partner_tui.domain.known import parties
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Organization, Statement
from partner_tui.domain.stating import word_of
from partner_tui.domain.text import one_line
from partner_tui.domain.values import Agreement
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import _, current, ngettext
from partner_tui.widgets.lines import BLANK, Cell, Line, heading, note

SIGNS: Final = {
    PartState.OK: "✓",
    PartState.PARTIAL: "~",
    PartState.CONTESTED: "≠",
    PartState.MISSING: "?",
}
LOOKS: Final = {
    PartState.OK: "good",
    PartState.PARTIAL: "warn",
    PartState.CONTESTED: "warn",
    PartState.MISSING: "accent",
}
WORDS: Final = {
    Agreement.DRAFT: "dim",
    Agreement.SENT: "accent",
    Agreement.COMMENTED: "warn",
    Agreement.CONFIRMED: "good",
}
PRIVATE: Final = "⌂"
NAME = 30
"""The columns of an organization's name at most."""


def statement_lines(draft: StatementDraft, workspace: Workspace, guide: Guide) -> list[Line]:
    """Return the whole list of the screen."""
    return [
        *part_lines(draft, guide),
        BLANK,
        *agreement_lines(workspace),
        *version_lines(workspace),
    ]


# -- the parts


def part_lines(draft: StatementDraft, guide: Guide) -> list[Line]:
    """Return the seven parts: how sure each one is, and its first words."""
    width = max(cell_len(part.title) for part in draft.parts)
    title = heading(_("Les sept parties"), Cell(counts(draft.parts), "dim"), Cell(" "))
    lines = [title, *(part_line(part, width, guide) for part in draft.parts)]
    if len(draft.gaps) == len(draft.parts):
        told = _("L'énoncé se compose de vos réponses. ⏎ sur une partie ouvre sa question.")
        lines.insert(1, note(told, ""))
    if private := {key for part in draft.parts for key in part.private}:
        said = ngettext(
            "{n}\u00a0réponse privée laissée de côté",
            "{n}\u00a0réponses privées laissées de côté",
            len(private),
        )
        lines.append(note(f"{PRIVATE} {said}"))
    return lines


def part_line(part: StatementPart, width: int, guide: Guide) -> Line:
    """Return a part as a line; one that is missing names its question."""
    missing = part.state is PartState.MISSING
    look = LOOKS[part.state]
    cells = [
        Cell(f" {SIGNS[part.state]} ", look),
        Cell(part.title, "strong" if missing else "", width + 2),
        Cell(state_word(part.state, current()), look, 12),
        Cell(PRIVATE + " " if part.private else "", "warn"),
        Cell(opening(part, guide), "" if missing else "dim", None),
        Cell("  " + _("⏎ y répondre") if missing else "", "accent"),
        Cell(" "),
    ]
    return Line(tuple(cells), key=part.id, search=text_of(part.blocks))


def counts(parts: Iterable[StatementPart]) -> str:
    """Return how many parts are complete, and how many of the others there are of each kind."""
    tally = Counter(part.state for part in parts)
    said = {
        PartState.OK: ngettext("{n} partie complète", "{n} parties complètes", tally[PartState.OK]),
        PartState.CONTESTED: ngettext(
            "{n} à concilier", "{n} à concilier", tally[PartState.CONTESTED]
        ),
        PartState.PARTIAL: ngettext("{n} en partie", "{n} en partie", tally[PartState.PARTIAL]),
        PartState.MISSING: ngettext("{n} manque", "{n} manquent", tally[PartState.MISSING]),
    }
    return ", ".join(words for state, words in said.items() if tally[state])


def opening(part: StatementPart, guide: Guide) -> str:
    """Return the first words of a part, or the question that it lacks."""
    if part.state is PartState.MISSING and (question := guide.question(part.goto)):
        return question.text
    return one_line(text_of(part.blocks))


def text_of(blocks: Iterable[Block]) -> str:
    """Return the words of some blocks on one line."""
    said: list[str] = []
    for block in blocks:
        match block:
            case Paragraph(text=text):
                said.append(plain(text))
            case Bullets(items=items):
                said.append("; ".join(text_of(item) for item in items))
    return " · ".join(said)


# -- the agreement


def agreement_lines(workspace: Workspace) -> list[Line]:
    """Return each organization's word on the last version."""
    version = latest(workspace)
    if version is None:
        told = _("Pas encore de version\u00a0: v fige la première, puis chaque organisme la lit.")
        return [heading(_("Accord des organismes")), note("  " + told, "")]
    named = _("Accord sur la {version} du {day}").format(
        version=cite(version, current()), day=day(version.on)
    )
    concerned = organizations(workspace, version)
    title = heading(named, Cell(agreed(version, concerned), "dim"), Cell(" "))
    voice = Voice(workspace, current())
    width = min(NAME, max((cell_len(voice.name(each)) for each in concerned), default=0))
    return [title, *(word_line(version, each, width, voice) for each in concerned)]


def organizations(workspace: Workspace, version: Statement) -> list[Organization]:
    """Return those whose word counts: the parties, and others that said theirs already."""
    expected = parties(workspace)
    others = [o for o in workspace.alive(Organization) if o.id in version.words]
    return [*expected, *(o for o in others if o not in expected)]


def agreed(version: Statement, concerned: list[Organization]) -> str:
    """Return how many organizations confirmed a version."""
    words = [word_of(version, each.id).agreement for each in concerned]
    count = words.count(Agreement.CONFIRMED)
    if words and count == len(words):
        return _("confirmé par tous")
    return _("confirmé par {n} sur {all}").format(n=count, all=len(words))


def word_line(version: Statement, organization: Organization, width: int, voice: Voice) -> Line:
    """Return an organization's word as a line."""
    word = word_of(version, organization.id)
    name = voice.name(organization)
    if cell_len(name) > width:
        name = voice.organization(organization.id, short=True)
    comment = one_line(word.comment)
    cells = (
        Cell("   "),
        Cell(name, "", width + 2),
        Cell(label(word.agreement, voice.t), WORDS[word.agreement], 12),
        Cell(day(word.on), "", 12),
        Cell(voice.t.quoted(comment) if comment else "", "dim", None),
        Cell(" "),
    )
    return Line(cells, key=f"organizations/{organization.id}", search=voice.name(organization))


# -- the versions


def version_lines(workspace: Workspace) -> list[Line]:
    """Return the frozen versions, the last one first."""
    versions = sorted(workspace.alive(Statement), key=lambda each: -each.number)
    if not versions:
        return []
    voice = Voice(workspace, current())
    return [BLANK, heading(_("Versions figées")), *(version_line(v, voice) for v in versions)]


def version_line(version: Statement, voice: Voice) -> Line:
    """Return a version as a line: its number, its day, its reason."""
    cells = (
        Cell("   "),
        Cell(cite(version, voice.t), "strong", 5),
        Cell(day(version.on), "", 12),
        Cell(one_line(voice.words(version, "reason")), "dim", None),
        Cell(" "),
    )
    return Line(cells, key=f"statements/{version.id}")
