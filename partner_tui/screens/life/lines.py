"""The life of the minutes as lines: where they are, each organization's word, versions, errata."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from partner_tui.commands import first_key
from partner_tui.documents import words
from partner_tui.documents.minutes import is_same
from partner_tui.documents.minutes_life import erratum, said
from partner_tui.documents.minutes_versions import counted, differences
from partner_tui.domain.adopting import WAITING, asked, is_settled
from partner_tui.domain.blocks import Block, Paragraph, Span
from partner_tui.domain.known import parties
from partner_tui.domain.meetings import notes_of
from partner_tui.domain.records import Meeting, MinutesWord, Organization
from partner_tui.domain.values import MeetingState, NoteKind, OnMinutes
from partner_tui.i18n import N_
from partner_tui.screens.meeting.view import View, indent, key_of, plain
from partner_tui.widgets.lines import Cell, Line, heading, note

NOW: Final = "version/now"
"""The key of the text as it is today."""
NAME: Final = 20
STANDS: Final[Mapping[MeetingState, str]] = {
    MeetingState.DRAFT: N_("brouillon\u00a0: p le propose, chaque organisme le confirme"),
    MeetingState.SENT: N_("proposé le {day}\u00a0: chaque organisme confirme ou corrige"),
    MeetingState.CORRECTED: N_("corrigé et proposé de nouveau le {day} (version {n})"),
    MeetingState.ADOPTED: N_("adopté le {adopted}\u00a0: le texte ne change plus"),
    MeetingState.LOCKED: N_("adopté le {adopted}, verrouillé\u00a0: seuls s'ajoutent des errata"),
}  # fmt: skip


def lines(view: View, current: str) -> list[Line]:
    """Return the life of the minutes; `current` is the text they have now."""
    return [
        *_stands(view, current),
        *_organizations(view),
        *_versions(view, current),
        *_errata(view),
    ]


def titled(view: View, text: str, *keys: tuple[str, str]) -> Line:
    """Return a heading with the keys that act under it, unless the minutes are adopted."""
    cells: list[Cell] = []
    for name, does in keys:
        key = first_key(f"life.{name}", view.keymap)
        cells += [Cell(f"  {key}", "accent"), Cell(f" {view.t.text(does)}", "dim")]
    return heading(view.t.text(text), *cells)


def _stands(view: View, current: str) -> Iterator[Line]:
    meeting, t = view.meeting, view.t
    keys: tuple[tuple[str, str], ...] = (("propose", N_("proposer")), ("adopt", N_("adopter")))
    if is_settled(meeting):
        keys = (("lock", N_("verrouiller")),) if meeting.state is MeetingState.ADOPTED else ()
    yield titled(view, N_("Où en est le compte rendu"), *keys)
    said_on = words.day(meeting.sent_on)
    adopted = words.day(meeting.adopted_on)
    text = t.text(STANDS[meeting.state])
    yield plain(text.format(day=said_on, adopted=adopted, n=len(meeting.versions)), "state")
    if moved(view, current):
        changed = t.text(N_("! changé depuis la version {n}\u00a0: p propose le nouveau texte"))
        yield plain(changed.format(n=len(meeting.versions)), NOW + "/told", "warn")


def moved(view: View, current: str) -> bool:
    """Tell whether the text moved since the version that is proposed."""
    meeting = view.meeting
    if meeting.state not in WAITING or not meeting.versions:
        return False
    return not is_same(meeting.versions[-1].text, current, view.workspace)


# -- what each organization says


def _organizations(view: View) -> Iterator[Line]:
    open_still = not is_settled(view.meeting)
    keys = (
        ("confirm", N_("confirme")),
        ("correct", N_("correction")),
        ("when", N_("quel jour")),
    )
    yield titled(view, N_("Avis des organismes"), *(keys if open_still else ()))
    waited = {each.id for each in asked(view.workspace, view.meeting)}
    for organization in parties(view.workspace):
        name = view.voice.organization(organization.id, short=True)
        word, style = _word(view, organization, organization.id in waited)
        cells = (indent(), Cell(name, "strong", NAME), Cell(word, style, None))
        yield Line(cells, key=key_of(organization))


def _word(view: View, organization: Organization, waited: bool) -> tuple[str, str]:
    meeting, t = view.meeting, view.t
    word = meeting.words.get(organization.id)
    if word is not None:
        return said(view.voice, word), "good" if word.said is OnMinutes.CONFIRMED else "warn"
    if not waited:
        return t.text(N_("n'était pas représenté; son mot n'est pas attendu")), "dim"
    if meeting.state not in WAITING:
        return "—" if meeting.state is MeetingState.DRAFT else t.text(N_("rien de noté")), "dim"
    days = (view.today - meeting.sent_on).days if meeting.sent_on else 0
    if days < 1:
        return t.text(N_("sans réponse encore")), "dim"
    return t.plural("sans réponse depuis {n} jour", "sans réponse depuis {n} jours", days), "warn"


# -- versions


def texts(view: View, current: str) -> dict[str, str]:
    """Return the text of each version by its key, then the one there is now if it differs."""
    kept = {f"version/{n}": v.text for n, v in enumerate(view.meeting.versions, start=1)}
    last = view.meeting.versions[-1].text if view.meeting.versions else ""
    if not is_settled(view.meeting) and current != last:
        kept[NOW] = current
    return kept


def version_name(view: View, key: str) -> str:
    """Return what a version is called."""
    if key == NOW:
        return view.t.text(N_("texte actuel"))
    return view.t.text(N_("version {n}")).format(n=key.removeprefix("version/"))


def _versions(view: View, current: str) -> Iterator[Line]:
    found = texts(view, current)
    keys = (("compare", N_("comparer deux versions")),) if len(found) > 1 else ()
    yield titled(view, N_("Versions"), *keys)
    if not view.meeting.versions:
        yield note(
            view.t.text(N_("Chaque version proposée est gardée ici, mot pour mot.")), indent=2
        )
        return
    before = ""
    for key, text in found.items():
        yield _version(view, key, text, before)
        before = text


def _version(view: View, key: str, text: str, before: str) -> Line:
    number = 0 if key == NOW else int(key.removeprefix("version/"))
    version = view.meeting.versions[number - 1] if number else None
    change = counted(differences(before, text)) if before else ""
    to = version.to if version else view.t.text(N_("pas encore proposé"))
    if version and not version.to and is_settled(view.meeting):
        to = view.t.text(N_("texte adopté"))
    return Line(
        (
            indent(),
            Cell(version_name(view, key), "strong", NAME),
            Cell(words.day(version.on) if version else "", "", 12),
            Cell(to, "dim", None),
            Cell(f"  {change}", "accent", 10, right=True),
        ),
        key=key,
    )


# -- errata


def _errata(view: View) -> Iterator[Line]:
    keys = (("erratum", N_("ajouter")),) if is_settled(view.meeting) else ()
    yield titled(view, N_("Errata"), *keys)
    found = notes_of(view.workspace, view.meeting, NoteKind.ERRATUM)
    for each in found:
        yield plain(erratum(view.voice, each), key_of(each))
    if not found:
        calm = (
            N_("aucun")
            if is_settled(view.meeting)
            else N_("aucun; ils commencent après l'adoption")
        )
        yield note(view.t.text(calm), indent=2)


# -- the pane


def told(view: View, key: str) -> list[Block]:
    """Return all that a line stands for: every word of an organization, what a version met."""
    table, _slash, name = key.partition("/")
    if table == "organizations":
        return _paragraph(view.voice.organization(name), _said_by(view, view.meeting, name))
    if table == "version" and name.isdigit():
        version = view.meeting.versions[int(name) - 1]
        words_on = version.words if int(name) < len(view.meeting.versions) else view.meeting.words
        sent = ", ".join(filter(None, (words.day(version.on), version.to)))
        return _paragraph(
            view.voice.colon(version_name(view, key), sent),
            (_by(view, organization, word) for organization, word in words_on.items()),
        )
    if key == NOW:
        how = view.t.text(N_("⏎ montre ce qui a changé depuis la dernière version."))
        return _paragraph(version_name(view, key), [how])
    if table == "notes":
        notes = notes_of(view.workspace, view.meeting, NoteKind.ERRATUM)
        return _paragraph("", (erratum(view.voice, each) for each in notes if each.id == name))
    return []


def _said_by(view: View, meeting: Meeting, key: str) -> Iterator[str]:
    for number, version in enumerate(meeting.versions[:-1], start=1):
        if word := version.words.get(key):
            yield f"{version_name(view, f'version/{number}')}, {said(view.voice, word)}"
    if word := meeting.words.get(key):
        yield said(view.voice, word)


def _by(view: View, organization: str, word: MinutesWord) -> str:
    return f"{view.voice.organization(organization, short=True)} {said(view.voice, word)}"


def _paragraph(head: str, rest: Iterable[str]) -> list[Block]:
    lines = list(rest)
    spans = [Span(head, strong=True)] if head else []
    for line in lines:
        spans.append(Span(("\n" if spans else "") + line))
    return [Paragraph(tuple(spans))] if spans else []
