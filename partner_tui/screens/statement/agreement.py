"""What each organization says of the last version, and the versions, as lines."""

from __future__ import annotations

from datetime import date
from typing import Final

from rich.cells import cell_len

from partner_tui.documents.agreed import before_that, overall, stand
from partner_tui.documents.seals import broken
from partner_tui.documents.voice import Voice
from partner_tui.documents.words import cite, day
from partner_tui.domain.records import Organization, Statement
from partner_tui.domain.signals import SILENCE
from partner_tui.domain.stating import asked, latest, sent_to, silence
from partner_tui.domain.text import one_line
from partner_tui.domain.values import Stance
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import _, current
from partner_tui.widgets.lines import BLANK, Cell, Line, heading, note

LOOKS: Final = {
    Stance.AGREES: "good",
    Stance.RESERVED: "warn",
    Stance.ABSTAINS: "dim",
    Stance.OPPOSES: "warn",
}
SIGNS: Final = {
    Stance.AGREES: "✓",
    Stance.RESERVED: "~",
    Stance.ABSTAINS: "-",
    Stance.OPPOSES: "x",
}
NAME: Final = 30
"""The columns of an organization's name at most."""
OUTLINE: Final = "outline"
"""The key of the line that opens the outline of the agreement."""
STAND: Final = 14
"""The columns of the word that says where it stands."""


def agreement_lines(workspace: Workspace, today: date) -> list[Line]:
    """Return each organization's word on the last version."""
    version = latest(workspace)
    if version is None:
        told = _("Pas encore de version\u00a0: v fige la première, puis chaque organisme la lit.")
        return [heading(_("Accord des organismes")), note("  " + told, "")]
    named = _("Accord sur la {version} du {day}").format(
        version=cite(version, current()), day=day(version.on)
    )
    title = heading(named, Cell(overall(workspace, version, current()), "dim"), Cell(" "))
    voice = Voice(workspace, current())
    concerned = asked(workspace, version)
    width = min(NAME, max((cell_len(voice.name(each)) for each in concerned), default=0))
    late = {k for k, days in silence(workspace, version, today).items() if days > SILENCE}
    found = [title]
    for each in concerned:
        found.append(word_line(version, each, width, voice, each.id in late))
    return found


def word_line(
    version: Statement, organization: Organization, width: int, voice: Voice, late: bool = False
) -> Line:
    """Return where an organization stands as a line: since when, and its words or its last ones."""
    workspace, key = voice.workspace, organization.id
    word = version.words.get(key)
    name = voice.name(organization)
    if cell_len(name) > width:
        name = voice.organization(key, short=True)
    if word is not None:
        look, when = LOOKS[word.stance], word.on
        comment = one_line(word.comment)
        more = voice.t.quoted(comment) if comment else ""
    else:
        days = [sent.on for sent in sent_to(workspace, version, key) if sent.on]
        look, when = "warn" if late else "accent", max(days, default=None)
        more = before_that(workspace, version, key, voice.t)
        more = " · ".join(filter(None, (_("à relancer") if late else "", more)))
    sign = SIGNS[word.stance] if word else ("!" if late else "·")
    cells = (
        Cell(f" {sign} ", look),
        Cell(name, "", width + 2),
        Cell(stand(workspace, version, key, voice.t, short=True), look, STAND),
        Cell(day(when), "", 12),
        Cell(more, "dim", None),
        Cell(" "),
    )
    return Line(cells, key=f"organizations/{key}", search=voice.name(organization))


def outline_lines() -> list[Line]:
    """Return the line that opens the outline of the agreement, which is another document."""
    told = _("21 clauses à préparer ensemble")
    name = Cell(_("Canevas d'entente"), "", 22)
    cells = (Cell("   "), name, Cell(told, "dim", None), Cell(" "))
    return [BLANK, heading(_("L'entente, après l'énoncé")), Line(cells, key=OUTLINE)]


def version_lines(workspace: Workspace) -> list[Line]:
    """Return the frozen versions, the last one first."""
    versions = sorted(workspace.alive(Statement), key=lambda each: -each.number)
    if not versions:
        return []
    voice = Voice(workspace, current())
    return [BLANK, heading(_("Versions figées")), *(version_line(v, voice) for v in versions)]


def version_line(version: Statement, voice: Voice) -> Line:
    """Return a version as a line: its number, its day, its reason; a text that was touched."""
    flaw = _("texte modifié!") + " " if broken(version, voice.t) else ""
    cells = (
        Cell("   "),
        Cell(cite(version, voice.t), "strong", 5),
        Cell(day(version.on), "", 12),
        Cell(flaw, "warn"),
        Cell(one_line(voice.words(version, "reason")), "dim", None),
        Cell(" "),
    )
    return Line(cells, key=f"statements/{version.id}")
