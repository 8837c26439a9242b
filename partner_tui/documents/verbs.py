"""What was done, in words: the verbs of the history and the titles of records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from partner_tui.documents.words import cite
from partner_tui.domain.changes import Entry
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import (
    Action,
    Check,
    Contact,
    Decision,
    Item,
    Lesson,
    Line,
    Meeting,
    Note,
    Objective,
    Organization,
    Partnership,
    Record,
    Resource,
    Risk,
    Rule,
    Statement,
    Success,
    Topic,
    View,
)
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator

VERBS: Mapping[str, str] = {
    "add": N_("a ajouté"),
    "edit": N_("a modifié"),
    "translate": N_("a traduit"),
    "archive": N_("a archivé"),
    "restore": N_("a ressorti"),
    "answer": N_("a répondu à"),
    "state": N_("a changé l'état de"),
    "private": N_("a changé la confidentialité de"),
    "tick": N_("a coché"),
    "untick": N_("a décoché"),
    "score": N_("a évalué"),
    "note": N_("a annoté"),
    "reading": N_("a relevé l'indicateur de"),
    "keep": N_("a gardé le bilan de"),
    "name": N_("a gardé le filtre"),
    "postpone": N_("a reporté"),
    "done": N_("a terminé"),
    "drop": N_("a abandonné"),
    "handover": N_("a passé la main de"),
    "freeze": N_("a figé"),
    "send": N_("a noté l'envoi de"),
    "confirm": N_("a confirmé"),
    "agree": N_("a noté un accord sur"),
    "word": N_("a noté un mot sur"),
    "comment": N_("a commenté"),
    "rescore": N_("a rejugé"),
    "review": N_("a revu"),
    "accept": N_("a accepté"),
    "yes": N_("a répondu oui à la question de"),
    "no": N_("a répondu non à la question de"),
    "happened": N_("a noté que s'est réalisé"),
    "undo": N_("a annulé un changement de"),
    "redo": N_("a rétabli un changement de"),
    "carry": N_("a fait suivre"),
    "end": N_("a terminé"),
    "park": N_("a mis de côté"),
    "reopen": N_("a repris"),
    "close": N_("a bouclé"),
    "move": N_("a déplacé"),
    "cancel": N_("a annulé la tenue de"),
    "propose": N_("a proposé"),
    "correct": N_("a corrigé"),
    "adopt": N_("a adopté"),
    "lock": N_("a verrouillé"),
    "time": N_("a minuté"),
    "create": N_("a créé"),
    "bring_back": N_("a remis en place une copie\u00a0:"),
    "unlink": N_("a retiré un lien perdu de"),
    "forget": N_("a effacé la personne qui tenait le rôle"),
}
"""Last word of a verb's id → what its author did."""

NAMES: Mapping[type[Record], str] = {
    Partnership: "name",
    Organization: "name",
    Contact: "role",
    Item: "label",
    Objective: "label",
    Resource: "what",
    Risk: "event",
    Topic: "title",
    View: "label",
    **dict.fromkeys((Action, Decision, Note, Line, Rule, Success, Lesson), "text"),
}
"""Record type → the field that names it."""


SPOKEN: Final = ("answers", "ticks")
"""Tables whose records are named by a sentence, which stands between quotation marks."""


def title(record: Record, t: Translator) -> str:
    """Return the short reference and the words that name a record."""
    reference = cite(record, t) if record.number else ""
    if isinstance(record, Statement):
        return t.text(N_("l'énoncé {version}")).format(version=reference).strip()
    if isinstance(record, Meeting):
        if record.on is None:
            return t.text(N_("la rencontre {number}")).format(number=reference).strip()
        said = t.text(N_("la rencontre {number} du {day}"))
        return said.format(number=reference, day=record.on.isoformat())
    field = NAMES.get(type(record), "")
    own: str = getattr(record, field, "")
    words = record.translations.get(t.language, {}).get(field, "") or own
    return f"{reference} {words}".strip()


def named(workspace: Workspace, guide: Guide, table: str, key: str, t: Translator) -> str:
    """Return the words that name a record, a question or a list item."""
    if table == "answers":
        question = guide.question(key)
        return question.text if question else key
    if table == "ticks":
        items = (item for checklist in guide.lists for item in checklist.items)
        label = next((item.label for item in items if item.id == key), "")
        own = workspace.find(Item, key)
        return label or (title(own, t) if own else "")
    if table == "checks":
        check = workspace.find(Check, key)
        kept = guide.checklist(check.checklist) if check else None
        return kept.title if kept else t.text(N_("une liste"))
    record = workspace.tables.get(table, {}).get(key)
    return title(record, t) if record is not None else ""


def told(entry: Entry, workspace: Workspace, guide: Guide, t: Translator) -> str:
    """Return one history entry as « a modifié R3 Tempête ou panne »."""
    verb = t.text(VERBS.get(entry.verb.rpartition(".")[2], N_("a modifié")))
    first = f"{entry.verb.partition('.')[0].removesuffix('s')}s"
    changes = sorted(entry.changes, key=lambda change: change.table != first)
    found = [(c.table, named(workspace, guide, c.table, c.id, t)) for c in changes]
    names = [t.quoted(name) if table in SPOKEN else name for table, name in found if name]
    if not names:
        return verb
    more = f" (+{len(names) - 1})" if len(names) > 1 else ""
    return f"{verb} {names[0]}{more}"
