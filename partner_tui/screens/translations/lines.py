"""The lines of the texts in two languages: what is missing or old, or everything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from partner_tui.documents.field_words import FIELDS
from partner_tui.documents.verbs import title
from partner_tui.documents.voice import Voice
from partner_tui.domain.forms import Heading
from partner_tui.domain.outdating import NOTE
from partner_tui.domain.questions import Guide, Kind
from partner_tui.domain.records import Check, Item, Meeting, Record, Risk, Statement, Tick
from partner_tui.domain.text import one_line
from partner_tui.domain.translating import Text, is_bilingual, of_answers, of_records
from partner_tui.domain.workspace import TABLES, Workspace
from partner_tui.i18n import LANGUAGES, N_, Translator, _, current
from partner_tui.screens.forms import FORMS, Blank
from partner_tui.widgets.lines import BLANK, Cell, Line, heading, note

LABEL = 18
SAME = frozenset({
    "email", "phone", "holder", "start", "end", "next_start", "languages",
})  # fmt: skip
"""What is written alike in every language: people, addresses, hours, figures."""

FIELDS_OF: dict[type[Record], list[str]] = {
    kind: [
        row.name
        for row in form.rows
        if isinstance(row, Blank) and row.kind in (Kind.LINE, Kind.TEXT) and row.name not in SAME
    ]
    for kind, form in FORMS.items()
} | {Item: ["label"], Tick: ["note"], Check: ["comment"], Statement: ["reason"]}
FIELDS_OF[Risk].append("plan")
FIELDS_OF[Meeting].append("cancelled")
"""The texts of each kind of record that documents may say."""


def other_language(workspace: Workspace) -> str:
    """Return the language that the dossier is not written in."""
    own = workspace.partnership.language
    return next(language for language in LANGUAGES if language != own)


def texts(workspace: Workspace, guide: Guide) -> list[Text]:
    """Return every text of the dossier that goes into documents."""
    language = other_language(workspace)
    return [
        *of_records(workspace, FIELDS_OF, language),
        *of_answers(workspace, guide.questions(), language),
    ]


def language_name(language: str) -> str:
    """Return the name of a language in that of the screen."""
    return _(LANGUAGES[language])


def label(text: Text, guide: Guide, workspace: Workspace, t: Translator) -> str:
    """Return the name of a field, or of a part of an answer and whose words it is."""
    if text.table != "answers":
        kind = TABLES[text.table]
        rows = FORMS[kind].rows if kind in FORMS else ()
        name = text.field.partition("/")[0]
        own = next((r.label for r in rows if isinstance(r, Blank) and r.name == name), "")
        return _(own or FIELDS.get(name, N_("Texte")))
    question, part = guide.question(text.id), text.field.rpartition(".")[2]
    named = _("Note") if part == NOTE else ""
    if question is not None and part.isdigit() and int(part) < len(question.parts):
        named = question.parts[int(part)].label
    voice = Voice(workspace, t)
    records = (r for table in workspace.tables.values() for r in table.values())
    whose = next((r for r in records if r.id == text.subject), None) if text.subject else None
    short = (voice.name(whose, "short") if whose and hasattr(whose, "short") else "") or (
        title(whose, t) if whose else ""
    )
    return " · ".join(filter(None, (one_line(short, LABEL), named))) or _("Réponse")


def about(text: Text, guide: Guide, workspace: Workspace, t: Translator) -> str:
    """Return what a text belongs to: a record or a question."""
    if text.table == "answers":
        question = guide.question(text.id)
        return question.text if question else text.id
    record = workspace.tables[text.table][text.id]
    kind = FORMS[type(record)].title if type(record) in FORMS else ""
    if text.table == "ticks":
        items = (item for checklist in guide.lists for item in checklist.items)
        return next((item.label for item in items if item.id == text.id), "")
    return " · ".join(filter(None, (_(kind) if kind else "", one_line(title(record, t)))))


def languages(workspace: Workspace, guide: Guide, table: str, key: str) -> list[Heading]:
    """Return what the form of a record says of its languages, where the dossier has two."""
    t, other = current(), other_language(workspace)
    if not is_bilingual(workspace):
        return []
    found = [text for text in texts(workspace, guide) if (text.table, text.id) == (table, key)]
    due = {
        _("Il manque en {language} (F3)\u00a0: {fields}"): [x for x in found if not x.other],
        _("À revoir en {language} (F3)\u00a0: {fields}"): [x for x in found if x.is_old],
    }
    if any(due.values()):
        names = {
            told: ", ".join(dict.fromkeys(label(text, guide, workspace, t) for text in those))
            for told, those in due.items()
        }
        language = language_name(other)
        return [Heading(k.format(language=language, fields=v)) for k, v in names.items() if v]
    if found and t.language == other:
        told = _("Ces textes sont en {own}; F3 montre ceux en {language}.")
        own = language_name(workspace.partnership.language)
        return [Heading(told.format(own=own, language=language_name(other)))]
    return []


def lines(
    shown: Sequence[Text], workspace: Workspace, guide: Guide, t: Translator, everything: bool
) -> list[Line]:
    """Return the texts under what they belong to, the original, then what is missing."""
    if not shown:
        told = N_("Tout ce qui va dans les documents existe dans les deux langues, à jour.")
        empty = N_("Rien n'est encore écrit dans ce dossier.")
        return [note(_(empty if everything else told), "")]
    return list(_grouped(shown, workspace, guide, t))


def _grouped(
    shown: Sequence[Text], workspace: Workspace, guide: Guide, t: Translator
) -> Iterator[Line]:
    for number, (_key, group) in enumerate(groupby(shown, lambda text: (text.table, text.id))):
        found = list(group)
        if number:
            yield BLANK
        yield heading(about(found[0], guide, workspace, t))
        for text in found:
            yield _line(text, label(text, guide, workspace, t))


def _line(text: Text, name: str) -> Line:
    own, told = one_line(text.own), one_line(text.other)
    if not text.other:
        told = _("manque\u00a0: {text}").format(text=own)
    elif text.is_old:
        told = _("à revoir\u00a0: {text}").format(text=told)
    cells = (
        Cell("  " + name, "dim", LABEL + 2),
        Cell("  "),
        Cell(told, "warn" if text.is_due else "", None),
    )
    return Line(cells, key=text.key, search=own)
