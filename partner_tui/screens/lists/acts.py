"""What the keys of the lists change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from partner_tui.documents.words import day
from partner_tui.domain import ticking
from partner_tui.domain.answers import noting, responding, response_of
from partner_tui.domain.changes import Seen
from partner_tui.domain.known import answer_of
from partner_tui.domain.questions import ListKind, Question
from partner_tui.domain.records import Check, Item
from partner_tui.domain.text import one_line
from partner_tui.domain.workspace import Change, archiving, editing
from partner_tui.i18n import _
from partner_tui.messages import Notice
from partner_tui.screens.base import WorkScreen
from partner_tui.screens.lists.lines import check_points
from partner_tui.screens.lists.view import CHECKS, View, item_of, question_of


def tick(screen: WorkScreen, view: View) -> None:
    """Tick or score the row, or change the chosen organization's answer."""
    question = question_of(view)
    if question is not None:
        _answer(screen, view, question)
    elif (item := item_of(view)) is not None:
        scored = view.checklist.kind is ListKind.SCORE
        most = view.checklist.max if scored else 1
        value = ticking.next_value(ticking.value_of(view.workspace, item.id), most)
        change = ticking.setting(item.id, value, screen.services.settings.signature, view.today)
        done = "lists.score" if scored else "lists.tick"
        screen.apply("lists.untick" if value is None and not scored else done, change)


def _answer(screen: WorkScreen, view: View, question: Question) -> None:
    part = ticking.tri_part(question)
    if part is None:
        screen.post_message(Notice(_("Cette question se répond en mots\u00a0: ⏎ l'ouvre.")))
    elif not view.column:
        screen.post_message(Notice(_("Notez d'abord les organismes à l'écran Gens.")))
    else:
        value = ticking.next_tri(ticking.tri_of(view.workspace, question, view.column))
        change = responding(question.id, part, value, subject=view.column, private=question.private)
        screen.apply("lists.answer", change)


def note(screen: WorkScreen, view: View) -> None:
    """Ask for the note of the row, of the chosen organization's answer, or of the check."""
    question, item = question_of(view), item_of(view)
    if view.chosen.startswith(CHECKS):
        _note_check(screen, view, view.chosen.removeprefix(CHECKS))
    elif question is not None and view.column:
        answer = answer_of(view.workspace, question.id)
        text = response_of(answer, view.column).note
        seen = Seen(table="answers", id=question.id, field="positions",
                    value=answer.positions) if answer else None  # fmt: skip
        name = view.voice.organization(view.column, short=True)
        change = partial(noting, question.id, subject=view.column, private=question.private)
        place = f"answers/{question.id}/{view.column}"
        _ask(screen, _("Note de {who}").format(who=name), text, change, seen, place)
    elif item is not None:
        found = ticking.tick_of(view.workspace, item.id)
        text = found.note if found else ""
        seen = Seen(table="ticks", id=item.id, field="note", value=text) if found else None
        _ask(screen, _("Note"), text, partial(ticking.noting, item.id), seen, f"ticks/{item.id}")


def _note_check(screen: WorkScreen, view: View, key: str) -> None:
    check = view.workspace.find(Check, key)
    if check is not None:
        seen = Seen(table="checks", id=key, field="comment", value=check.comment)

        def change(text: str) -> Change:
            return editing(Check, key, comment=text)

        _ask(screen, _("Note du bilan"), check.comment, change, seen, f"checks/{key}")


def _ask(
    screen: WorkScreen,
    label: str,
    text: str,
    change: Callable[[str], Change],
    seen: Seen | None,
    place: str,
) -> None:
    """Ask for a note; an emptied one is taken away, one that cannot be saved is asked again."""

    def write(typed: str) -> None:
        if typed == before:
            return
        if not screen.apply("lists.note", change(typed), [seen] if seen else []):
            ask(typed)

    def ask(words: str) -> None:
        screen.ask(label, write, words, slot=f"{place}/note", blank=True)

    before = one_line(text)
    ask(before)


def new(screen: WorkScreen, view: View) -> None:
    """Ask for a row of one's own, and add it."""
    if view.checklist.kind is ListKind.POSITIONS:
        told = _("Ces lignes sont des questions du guide\u00a0: elles ne s'ajoutent pas ici.")
        screen.post_message(Notice(told))
        return

    def add(label: str) -> None:
        before = set(view.workspace.table(Item))
        if screen.apply("lists.add", ticking.adding_item(view.checklist.id, label)):
            added = [key for key in screen.workspace.table(Item) if key not in before]
            screen.go_to(added[-1])

    screen.ask(_("Ligne à ajouter"), add, slot=f"items/{view.checklist.id}/new")


def archive(screen: WorkScreen, view: View) -> None:
    """Put away a row added here, or a kept check."""
    key = view.chosen.removeprefix(CHECKS)
    kind = Check if view.chosen.startswith(CHECKS) else Item
    if view.workspace.find(kind, key) is None:
        told = _("Cette ligne vient du guide; seules les lignes ajoutées ici se rangent.")
        screen.post_message(Notice(told))
        return
    screen.apply("lists.archive", archiving(kind, key), told=_("Rangé; u le ramène."))


def keep(screen: WorkScreen, view: View) -> None:
    """Keep the list as it stands, dated today."""
    if not ticking.total(ticking.rows(view.workspace, view.guide, view.checklist)):
        screen.post_message(Notice(_("Rien n'est encore dit dans cette liste.")))
        return
    change = ticking.keeping(view.guide, view.checklist, view.today)
    if screen.apply("lists.keep", change):
        kept = ticking.checks_of(screen.workspace, view.checklist.id)
        check = next(check for check in kept if check.on == view.today)
        told = _("Bilan du {day} gardé\u00a0: {points}. e y ajoute une note.")
        points = check_points(view, check)
        screen.post_message(Notice(told.format(day=day(view.today), points=points)))
        screen.go_to(f"{CHECKS}{check.id}")


ACTS: Final[Mapping[str, Callable[[WorkScreen, View], None]]] = {
    "tick": tick,
    "note": note,
    "new": new,
    "archive": archive,
    "keep": keep,
}
"""What a key is bound to → what it does."""
