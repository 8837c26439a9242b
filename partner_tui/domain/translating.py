"""The texts of a dossier in its two languages: what is written in one only, and writing it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from partner_tui.domain.known import filled
from partner_tui.domain.outdating import NOTE, then
from partner_tui.domain.questions import Kind, Question
from partner_tui.domain.records import Answer, Record, Response
from partner_tui.domain.text import clean
from partner_tui.domain.workspace import TABLE_OF, TABLES, Change, Workspace, put

WORDED = frozenset({Kind.TEXT, Kind.LINE, Kind.LIST})
"""The parts of an answer that hold people's own words."""


class Text(Struct, frozen=True, kw_only=True):
    """A text of a record, as it is written, and in the other language when it is."""

    table: str
    id: str
    field: str
    own: str
    other: str = ""
    then: str = ""
    """What it was when it was translated, if it changed since."""
    subject: str = ""
    """Whose words they are, in an answer that each gives."""

    @property
    def is_due(self) -> bool:
        """True when it is to be written in the other language, or looked at again there."""
        return not self.other or self.is_old

    @property
    def is_old(self) -> bool:
        """True when it was written in the other language before it changed."""
        return bool(self.other and self.then)

    @property
    def key(self) -> str:
        """Where the text is: record and field."""
        return f"{self.table}/{self.id}#{self.field}"


def inner_key(field: str, own: str) -> str:
    """Return the name of a text of a list inside a record: its words, for its place may change."""
    return f"{field}/{own}"


def of_records(
    workspace: Workspace, fields: Mapping[type[Record], Collection[str]], language: str
) -> Iterator[Text]:
    """Yield the texts of some fields that are neither private, archived nor empty.

    A field may hold a list of parts that each have a text.
    """
    for kind, names in fields.items():
        for record in _shown(workspace, kind):
            for name in names:
                value = getattr(record, name)
                if isinstance(value, tuple):
                    inner = (clean(part.text).strip() for part in value)
                    texts = [(inner_key(name, own), own) for own in inner]
                else:
                    texts = [(name, str(value).strip())]
                yield from (_text(record, key, own, language) for key, own in texts if _speaks(own))


def of_answers(
    workspace: Workspace, questions: Iterable[Question], language: str
) -> Iterator[Text]:
    """Yield the words of the answers that are not private."""
    answers = {answer.id: answer for answer in _shown(workspace, Answer)}
    for question in questions:
        answer = answers.get(question.id)
        if not isinstance(answer, Answer):
            continue
        for subject, response in {"": answer.response, **answer.positions}.items():
            for name, own in _said(question, response):
                field = f"{subject}.{name}" if subject else name
                yield replace(_text(answer, field, own, language), subject=subject)


def _said(question: Question, response: Response) -> Iterator[tuple[str, str]]:
    for number, part in enumerate(question.parts):
        own = "\n".join(filled(response, number)).strip()
        if part.kind in WORDED and _speaks(own):
            yield str(number), own
    if response.note.strip():
        yield NOTE, response.note.strip()


def _speaks(own: str) -> bool:
    """Tell whether a text has words: a figure is the same in every language."""
    return any(map(str.isalpha, own))


def _shown(workspace: Workspace, kind: type[Record]) -> Iterator[Record]:
    for record in workspace.tables.get(TABLE_OF[kind], {}).values():
        if not (record.private or record.archived):
            yield record


def _text(record: Record, field: str, own: str, language: str) -> Text:
    return Text(
        table=TABLE_OF[type(record)],
        id=record.id,
        field=field,
        own=clean(own),
        other=translated(record, field, language),
        then=then(record, field, language),
    )


def translated(record: Record, field: str, language: str) -> str:
    """Return what a record says in a language, when it was written there."""
    return clean(record.translations.get(language, {}).get(field, "")).strip()


def is_bilingual(workspace: Workspace) -> bool:
    """Tell whether anything in the dossier is written in two languages."""
    return any(
        any(map(any, (said.values() for said in record.translations.values())))
        for table in workspace.tables.values()
        for record in table.values()
    )


def translating(table: str, key: str, field: str, language: str, text: str) -> Change:
    """Return the verb that writes a text of a record in another language; nothing takes it away."""

    def change(workspace: Workspace) -> Workspace:
        record = workspace.find(TABLES[table], key)
        if record is None:
            return workspace
        said = dict(record.translations.get(language, {}))
        if text.strip():
            said[field] = text.strip()
        else:
            said.pop(field, None)
        kept = {**record.translations, language: said}
        return put(workspace, replace(record, translations={k: v for k, v in kept.items() if v}))

    return change
