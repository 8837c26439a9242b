"""What the dossier holds is in every document that is about it, in every format, word for word."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest
import vobject
from document_kit import LANGUAGES, OPTIONS, Reader, docx_text, one, pdf_text, sample, tool, written

from partner_tui.documents.catalogue import CATALOGUE
from partner_tui.documents.output import outputs
from partner_tui.domain.known import filled
from partner_tui.domain.questions import Kind
from partner_tui.domain.records import (
    Action,
    Answer,
    Contact,
    Decision,
    Lesson,
    Meeting,
    Objective,
    Organization,
    Partnership,
    Record,
    Risk,
    Success,
    Topic,
)
from partner_tui.domain.values import ActionState
from partner_tui.guide.load import guide
from partner_tui.i18n import translator

FREE: Final = (Kind.TEXT, Kind.LINE)


def said(record: Record, field: str, language: str) -> str:
    """Return a text of a record as it was typed for a language."""
    own: str = getattr(record, field)
    translated = record.translations.get(language, {}).get(field, "")
    return one(translated if language != "fr" and translated else own)


def every(kind: type[Record], *names: str) -> Callable[[str], Iterator[str]]:
    """Return what yields these texts of every public record of a kind."""

    def found(language: str) -> Iterator[str]:
        for record in sample().alive(kind):
            if not record.private:
                yield from filter(None, (said(record, name, language) for name in names))

    return found


def open_actions(language: str) -> Iterator[str]:
    """Yield what is still promised, by when."""
    for action in sample().alive(Action):
        if action.state not in (ActionState.DONE, ActionState.DROPPED) and not action.private:
            yield said(action, "text", language)
            yield action.due.isoformat() if action.due else ""


def last_meeting(language: str) -> Iterator[str]:
    """Yield what the last minutes tell."""
    held = [m for m in sample().alive(Meeting) if m.on and m.on <= OPTIONS.today]
    last = max(held, key=lambda meeting: (meeting.on, meeting.number))
    for decision in sample().alive(Decision):
        if decision.meeting == last.id and not decision.private:
            yield said(decision, "text", language)
    yield said(last, "place", language)


def answers(language: str) -> Iterator[str]:
    """Yield the free words of the public answers given together, in their own language."""
    for answer in sample().alive(Answer):
        question = guide(language).question(answer.id)
        if answer.private or question is None or language != "fr":
            continue
        for n, part in enumerate(question.parts):
            if part.kind in FREE:
                yield from (one(text) for text in filled(answer.response, n) if "\n" not in text)


def titles(language: str) -> Iterator[str]:
    """Yield the names of the lists and of what stands in them."""
    for checklist in guide(language).lists:
        yield one(checklist.title)
        yield from (one(item.label) for item in checklist.items)


FACTS: Final[Mapping[str, tuple[Callable[[str], Iterable[str]], ...]]] = {
    "statement": (every(Partnership, "name", "summary"),),
    "agreement": (every(Partnership, "name"), every(Objective, "label")),
    "agenda": (open_actions, every(Topic, "title")),
    "minutes": (last_meeting,),
    "decisions": (every(Decision, "text"),),
    "risks": (every(Risk, "event", "cause", "effect", "measures"),),
    "actions": (every(Action, "text"), every(Objective, "label")),
    "contacts": (every(Contact, "role", "email", "phone"), every(Organization, "name")),
    "answers": (answers,),
    "checklists": (titles,),
    "handover": (every(Partnership, "name", "summary"), every(Lesson, "text")),
    "review": (every(Objective, "label"), every(Success, "text"), every(Lesson, "text")),
    "status": (every(Partnership, "name"),),
}
"""Document → what of the dossier it cannot leave out."""


def told(name: str, language: str) -> list[str]:
    """Return the facts that a document owes to the dossier."""
    facts = [fact for each in FACTS[name] for fact in each(language) if fact]
    if name == "agenda":
        ended = {said(t, "title", language) for t in sample().alive(Topic) if t.ended_in}
        facts = [fact for fact in facts if fact not in ended]
    return facts


def strings(data: object) -> Iterator[str]:
    """Yield every text of JSON data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, list | dict):
        for each in data if isinstance(data, list) else data.values():
            yield from strings(each)


def read(name: str, ending: str, language: str, folder: Path) -> str:
    """Return what a reader finds in a file."""
    data = written(name, ending, language)
    match ending:
        case "html":
            return Reader(data.decode()).text
        case "docx":
            return docx_text(data)
        case "pdf":
            return pdf_text(data, folder)
        case "json":
            return "\n".join(strings(json.loads(data)))
        case "csv":
            rows = csv.reader(
                io.StringIO(data.decode("utf-8-sig")), delimiter=";" if language == "fr" else ","
            )
            return "\n".join(cell for row in rows for cell in row)
        case "md":
            return data.decode().replace("\\", "").replace("*", "")
        case _:
            return data.decode()


def plain(text: str) -> str:
    """Return text without blanks, soft hyphens or the hyphens that layout adds or wraps at."""
    return "".join(text.replace("\u00ad", "").replace("-", "").split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CATALOGUE)
def test_every_format_holds_the_facts_of_the_dossier(
    name: str, language: str, tmp_path: Path
) -> None:
    facts = told(name, language)
    assert facts or language != "fr"
    endings = ["txt", "md", "html", "docx", "json"]
    endings += ["pdf"] if tool("pdftotext") else []
    for ending in endings:
        text = read(name, ending, language, tmp_path)
        assert [fact for fact in facts if not holds(text, fact, ending)] == [], ending


def holds(text: str, fact: str, ending: str) -> bool:
    """Tell whether a text holds a fact; in a table of plain text its words stand in columns.

    A sentence may have been given its full stop, or lost it before a parenthesis.
    """
    if ending == "txt":
        return words(fact) <= words(text)
    return plain(fact.rstrip(".")) in plain(text)


def words(text: str) -> set[str]:
    """Return the words of a text, without the signs around them."""
    return {word.strip(".,;:()") for word in text.split()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["decisions", "risks", "actions", "contacts", "checklists"])
def test_a_table_holds_them_too(name: str, language: str, tmp_path: Path) -> None:
    text = plain(read(name, "csv", language, tmp_path))
    facts = told(name, language)
    kept = [fact for fact in facts if fact not in set(every(Objective, "label")(language))]
    assert [fact for fact in kept if plain(fact) not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_reader_finds_them_in_the_calendar_and_the_cards(language: str) -> None:
    t = translator(language)
    found = {}
    for name in ("calendar", "cards"):
        [output] = outputs(name, ("ics", "vcf"), sample(), guide(language), t, OPTIONS)
        found[name] = output.data.decode()
    entries = list(vobject.readOne(found["calendar"]).vevent_list)
    summaries = plain("\n".join(entry.summary.value for entry in entries))
    assert [f for f in open_actions(language) if f[:2] != "20" and plain(f) not in summaries] == []
    ids = [entry.uid.value for entry in entries]
    assert len(ids) == len(set(ids))
    cards = list(vobject.readComponents(found["cards"]))
    agreed = [c for c in sample().alive(Contact) if c.consent_on and not c.private]
    assert {card.email.value for card in cards} == {contact.email for contact in agreed}
