"""Where a partnership stands: progress, reminders and the next meeting, as text or as data."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from partner_tui.documents import words
from partner_tui.documents.nudges import Nudge, nudge, until
from partner_tui.documents.voice import Voice
from partner_tui.domain.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Table,
    inline,
    paragraph,
)
from partner_tui.domain.meetings import Upcoming, next_meeting
from partner_tui.domain.progress import Progress, progress
from partner_tui.domain.questions import Guide, Step
from partner_tui.domain.records import Tick
from partner_tui.domain.signals import Signal, signals
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator

LAUNCH = "launch"


def compose(workspace: Workspace, guide: Guide, today: date, t: Translator) -> Document:
    """Return the state of a dossier as a document."""
    voice = Voice(workspace, t)
    title = voice.titled(t.text(N_("Où en sommes-nous")))
    blocks = (
        *_summary(voice, guide, today),
        _heading(t, N_("Étapes")),
        _steps(voice, guide),
        _heading(t, N_("Ce qui vous attend")),
        _waiting(voice, signals(workspace, today)),
    )
    return Document(title, t.language, blocks)


def data(workspace: Workspace, guide: Guide, today: date, t: Translator) -> dict[str, object]:
    """Return the state of a dossier ready for JSON."""
    voice = Voice(workspace, t)
    upcoming = next_meeting(workspace, today)
    done, total = launched(workspace, guide)
    return {
        "name": voice.name(workspace.partnership),
        "stage": workspace.partnership.stage.value,
        "today": today.isoformat(),
        "revision": workspace.revision,
        "steps": [_step_data(workspace, step) for step in guide.nine],
        "launch": {"done": done, "total": total},
        "next_meeting": _meeting_data(upcoming),
        "signals": [_signal_data(s, workspace, t) for s in signals(workspace, today)],
    }


def overall(workspace: Workspace, guide: Guide) -> Progress:
    """Return the progress of the nine steps together."""
    return progress(workspace, (question for step in guide.nine for question in step.questions))


def launched(workspace: Workspace, guide: Guide) -> tuple[int, int]:
    """Return how many items of the launch list are ticked, and how many it has."""
    checklist = guide.checklist(LAUNCH)
    items = checklist.items if checklist else ()
    ticks = [workspace.find(Tick, item.id) for item in items]
    return sum(tick is not None and not tick.archived and tick.value > 0 for tick in ticks), len(
        items
    )


def _summary(voice: Voice, guide: Guide, today: date) -> list[Block]:
    t, counts = voice.t, overall(voice.workspace, guide)
    stage = words.label(voice.workspace.partnership.stage, t)
    done, total = launched(voice.workspace, guide)
    launch = voice.say(N_("{n} sur {total}"), n=str(done), total=str(total))
    named = {
        N_("Stade"): stage,
        N_("Réponses"): count_text(counts, t),
        N_("Liste de lancement"): launch if total else "",
        N_("Prochaine rencontre"): _meeting_text(voice, today),
    }
    return [paragraph(voice.colon(t.text(k), text)) for k, text in named.items() if text]


def count_text(counts: Progress, t: Translator) -> str:
    """Return progress in words: 71 sur 113, 58 convenues."""
    agreed = t.plural("{n} convenue", "{n} convenues", counts.agreed)
    answered = t.text(N_("{n} sur {total}")).format(n=counts.answered, total=counts.total)
    return f"{answered}, {agreed}"


def _meeting_text(voice: Voice, today: date) -> str:
    upcoming = next_meeting(voice.workspace, today)
    if upcoming is None:
        return voice.t.text(N_("à planifier"))
    distance = until(upcoming.on, today, voice.t)
    parts = (words.day(upcoming.on), voice.hour(upcoming.start), voice.place(upcoming))
    return f"{', '.join(filter(None, parts))} ({distance})"


def _steps(voice: Voice, guide: Guide) -> Table:
    names = (N_("Étape"), N_("Réponses"), N_("Convenues"), N_("À discuter"))
    rows = []
    for step in guide.nine:
        counts = progress(voice.workspace, step.questions)
        cells = (
            f"{step.number} {step.short}",
            f"{counts.answered}/{counts.total}",
            str(counts.agreed),
            str(counts.to_discuss),
        )
        rows.append(tuple(map(inline, cells)))
    return Table(tuple(inline(voice.t.text(name)) for name in names), tuple(rows))


def waiting(workspace: Workspace, today: date, t: Translator) -> Block:
    """Return the reminders of a dossier as a list, what is private named by its number only."""
    return _waiting(Voice(workspace, t), signals(workspace, today))


def _waiting(voice: Voice, found: tuple[Signal, ...]) -> Block:
    if not found:
        return paragraph(voice.t.text(N_("Rien ne presse.")))
    return Bullets(tuple((_nudge(voice, signal),) for signal in found))


def _nudge(voice: Voice, signal: Signal) -> Paragraph:
    said = public_nudge(signal, voice.workspace, voice.t)
    subject = " ".join(filter(None, (said.reference, said.subject)))
    head = voice.colon(said.tag, " — ".join(filter(None, (subject, said.who))))
    return paragraph(f"{head}\n{said.sentence}")


def public_nudge(signal: Signal, workspace: Workspace, t: Translator) -> Nudge:
    """Return the words of a reminder, a private record named by its reference only."""
    said = nudge(signal, workspace, t)
    record = workspace.tables.get(signal.table, {}).get(signal.id)
    if record is None or not record.private:
        return said
    return replace(said, subject=t.text(N_("(privé)")), who="")


def _step_data(workspace: Workspace, step: Step) -> dict[str, object]:
    counts = progress(workspace, step.questions)
    return {
        "id": step.id,
        "title": step.title,
        "answered": counts.answered,
        "agreed": counts.agreed,
        "to_discuss": counts.to_discuss,
        "total": counts.total,
    }


def _meeting_data(upcoming: Upcoming | None) -> dict[str, object] | None:
    if upcoming is None:
        return None
    return {
        "on": upcoming.on.isoformat(),
        "start": upcoming.start,
        "place": upcoming.place,
        "meeting": upcoming.meeting,
    }


def _signal_data(signal: Signal, workspace: Workspace, t: Translator) -> dict[str, object]:
    said = public_nudge(signal, workspace, t)
    return {
        "kind": signal.kind.value,
        "table": signal.table,
        "id": signal.id,
        "days": signal.days,
        "count": signal.count,
        "reference": said.reference,
        "subject": said.subject,
        "text": said.sentence,
    }


def _heading(t: Translator, title: str) -> Heading:
    return Heading(2, inline(t.text(title)))
