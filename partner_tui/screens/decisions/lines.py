"""All the decisions as lines, newest first, and one of them told in full."""

from __future__ import annotations

from datetime import date

from partner_tui.documents import verbs, words
from partner_tui.documents.voice import Voice
from partner_tui.domain.blocks import Block, Paragraph, Span
from partner_tui.domain.records import Decision, Meeting
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator
from partner_tui.widgets.lines import BLANK, Cell, Line, heading, note


def arranged(workspace: Workspace, everything: bool) -> list[Decision]:
    """Return the decisions, newest first; without everything, those that still hold."""
    found = [d for d in workspace.alive(Decision) if everything or not d.superseded_by]
    return sorted(found, key=lambda d: (day_of(workspace, d) or date.max, d.number), reverse=True)


def day_of(workspace: Workspace, decision: Decision) -> date | None:
    """Return the day of a decision: its own, else that of its meeting."""
    meeting = workspace.find(Meeting, decision.meeting)
    return decision.on or (meeting.on if meeting else None)


def replaced(workspace: Workspace, decision: Decision) -> list[Decision]:
    """Return the decisions that one replaced."""
    return [each for each in workspace.alive(Decision) if each.superseded_by == decision.id]


def lines(workspace: Workspace, everything: bool, t: Translator) -> list[Line]:
    """Return the decisions year by year."""
    shown: list[Line] = []
    year = ""
    for decision in arranged(workspace, everything):
        day = day_of(workspace, decision)
        title = str(day.year) if day else t.text(N_("Sans date"))
        if title != year:
            shown += [*([BLANK] if shown else []), heading(title)]
            year = title
        shown.append(_line(workspace, decision, t))
    return shown or _nothing(t)


def _nothing(t: Translator) -> list[Line]:
    said = (
        N_("Aucune décision encore."),
        N_("Une décision notée ne se reprend pas\u00a0: ce qui fut décidé, comment, par qui."),
        N_("Elle se note dans une rencontre\u00a0: 5, ⏎ sur la rencontre, puis d."),
    )
    return [note(t.text(line), "" if at != 1 else "dim") for at, line in enumerate(said)]


def _line(workspace: Workspace, decision: Decision, t: Translator) -> Line:
    voice = Voice(workspace, t)
    meeting = workspace.find(Meeting, decision.meeting)
    newer = workspace.find(Decision, decision.superseded_by)
    state = words.label(decision.how, t)
    if newer is not None:
        state = t.text(N_("remplacée par {other}")).format(other=words.cite(newer, t))
    cells = (
        Cell("", "", 2),
        Cell(words.cite(decision, t), "strong", 5),
        Cell(words.day(day_of(workspace, decision)), "dim", 12),
        Cell(voice.name(decision, "text"), "dim" if newer else "", None),
        *([Cell("  ⌂", "dim")] if decision.private else []),
        Cell("  "),
        Cell(state, "warn" if newer else "dim", 17),
        Cell(words.cite(meeting, t) if meeting else "", "dim", 6, right=True),
    )
    return Line(cells, key=f"decisions/{decision.id}", search=decision.who)


def told(workspace: Workspace, decision: Decision, t: Translator) -> list[Block]:
    """Return all of a decision: how, who, in which meeting, what it replaces or what did."""
    voice = Voice(workspace, t)
    meeting = workspace.find(Meeting, decision.meeting)
    how = ", ".join(
        filter(
            None,
            (
                words.label(decision.how, t),
                voice.words(decision, "who"),
                words.full_day(day_of(workspace, decision), t),
            ),
        )
    )
    title = f"{words.cite(decision, t)} {voice.words(decision, 'text')}"
    spans = [Span(title, strong=True), Span("\n" + how)]
    if meeting is not None:
        place = t.colon(t.text(N_("Rencontre"))) + " "
        spans += [Span("\n" + place), Span(verbs.title(meeting, t), link=f"meetings/{meeting.id}")]
    newer = workspace.find(Decision, decision.superseded_by)
    older = replaced(workspace, decision)
    if newer is None:
        spans.append(Span("\n" + t.text(N_("En vigueur."))))
    else:
        said = t.colon(t.text(N_("Remplacée par"))) + " "
        spans += [Span("\n" + said), Span(verbs.title(newer, t))]
    for each in older:
        spans += [Span("\n" + t.colon(t.text(N_("Remplace"))) + " "), Span(verbs.title(each, t))]
    if decision.private:
        secret = t.text(N_("⌂ privé\u00a0: reste hors des copies et des exports"))
        spans.append(Span("\n" + secret))
    return [Paragraph(tuple(spans))]


def copied(workspace: Workspace, decision: Decision, t: Translator) -> str:
    """Return a decision on a line to paste."""
    text = Voice(workspace, t).words(decision, "text")
    how = words.label(decision.how, t)
    day = words.day(day_of(workspace, decision))
    return f"{words.cite(decision, t)} {text} ({', '.join(filter(None, (how, day)))})"
