"""Every document in every format asked for, each with the name of its file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from partner_tui.documents import catalogue
from partner_tui.documents.catalogue import CATALOGUE, Options
from partner_tui.documents.formats import WRITERS
from partner_tui.documents.voice import Voice
from partner_tui.domain.questions import Guide
from partner_tui.domain.text import fold
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator

TABULAR: Final = frozenset({"csv", "json"})
"""The formats that hold the records of a document as rows."""
STEM: Final = 80
"""Letters of a file's name, before its language and its ending."""


class Output(Struct, frozen=True):
    """A file to write or to print."""

    name: str
    data: bytes


def _calendar(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> bytes:
    from partner_tui.documents import calendar

    return calendar.compose(workspace, guide, t, options)


def _cards(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> bytes:
    from partner_tui.documents import cards

    return cards.compose(workspace, guide, t, options).encode()


class Extra(Struct, frozen=True):
    """Something for another program to read, in one format of its own."""

    title: str
    ending: str
    write: Callable[[Workspace, Guide, Translator, Options], bytes]


EXTRAS: Final[Mapping[str, Extra]] = {
    "calendar": Extra(N_("Calendrier"), "ics", _calendar),
    "cards": Extra(N_("Cartes des personnes-ressources"), "vcf", _cards),
}
NAMES: Final = (*CATALOGUE, *EXTRAS)
"""What can be written out."""
ENDINGS: Final = (*WRITERS, *(extra.ending for extra in EXTRAS.values()))
"""The formats, by the ending of their files."""


def title_of(name: str, t: Translator) -> str:
    """Return what a document is."""
    entry = CATALOGUE.get(name) or EXTRAS[name]
    return t.text(entry.title)


def endings(name: str) -> tuple[str, ...]:
    """Return the formats that a document can be written in."""
    if name in EXTRAS:
        return (EXTRAS[name].ending,)
    has_table = CATALOGUE[name].has_table
    return tuple(key for key, found in WRITERS.items() if has_table or not found.tables)


def outputs(
    name: str,
    formats: Sequence[str],
    workspace: Workspace,
    guide: Guide,
    t: Translator,
    options: Options,
) -> Iterator[Output]:
    """Yield a document of one language in each of these formats it can be written in."""
    wanted = [ending for ending in endings(name) if ending in formats]
    if not wanted:
        return
    if name in EXTRAS:
        extra = EXTRAS[name]
        title = Voice(workspace, t).titled(t.text(extra.title))
        stem = file_stem(title, t, options) or name
        data = extra.write(workspace, guide, t, options)
        yield Output(f"{stem}-{t.language}.{extra.ending}", data)
        return
    document = catalogue.compose(name, workspace, guide, t, options)
    records = TABULAR.intersection(wanted)
    table = catalogue.table(name, workspace, guide, t, options) if records else None
    stem = file_stem(document.title, t, options) or name
    for ending in wanted:
        data = WRITERS[ending].write(document, table)
        yield Output(f"{stem}-{t.language}.{ending}", data)


def file_stem(title: str, t: Translator, options: Options) -> str:
    """Return a title as the beginning of a file's name: plain letters, figures and dashes."""
    stem = slug(title)[:STEM].strip("-")
    private = slug(t.text(N_("avec le privé")))
    return f"{stem}-{private}" if stem and options.private else stem


def slug(text: str) -> str:
    """Return text without anything that a file's name cannot hold on any system."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
