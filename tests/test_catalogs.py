"""The catalogs hold every message of the program; `UPDATE=1 pytest` gathers new ones."""

from __future__ import annotations

import io
import os
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

import partner_tui
from partner_tui.i18n import DOMAIN, LANGUAGES, LOCALE

PACKAGE = Path(partner_tui.__file__).parent
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "plural": (1, 2),
    "text": None,
    "say": None,
}
SINCE = datetime(2026, 11, 1, tzinfo=UTC)
"""Always the same, so that gathering nothing new changes nothing."""
TRANSLATIONS = [language for language in LANGUAGES if language != "fr"]


def gathered() -> Catalog:
    """Return every message of the source."""
    catalog = Catalog(domain=DOMAIN, project="partner-tui", charset="utf-8", creation_date=SINCE)
    found = extract_from_dir(PACKAGE, keywords=KEYWORDS)
    for file, _line, message, _comments, _context in found:
        first = message if isinstance(message, str) else message[0]
        if first and "\x1b" not in first:  # `say` may also be a terminal's own order
            catalog.add(message, locations=[(file, 0)])
    return catalog


def po_file(language: str) -> Path:
    """Return the catalog of a language, as translators edit it."""
    return LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def catalog_of(language: str) -> Catalog:
    """Return the catalog of a language, brought up to date when that was asked."""
    path = po_file(language)
    source = path.read_text(encoding="utf-8") if path.exists() else ""
    catalog = read_po(io.StringIO(source), locale=language, domain=DOMAIN)
    if os.environ.get("UPDATE"):
        catalog.update(gathered(), no_fuzzy_matching=True)
        catalog.obsolete.clear()
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(file, catalog, width=100, sort_output=True, no_location=True)
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalog)
    return catalog


@pytest.fixture(params=TRANSLATIONS, scope="module")
def catalog(request: pytest.FixtureRequest) -> Catalog:
    """The catalog of one language."""
    return catalog_of(request.param)


def forms(message: Message) -> list[str]:
    """Return the forms of a translation, one or two."""
    string = message.string or ""
    return [string] if isinstance(string, str) else list(string)


def is_complete(message: Message) -> bool:
    """Tell whether every form of a message is translated."""
    return all(forms(message))


def test_every_message_is_translated(catalog: Catalog) -> None:
    missing = [
        message.id
        for message in gathered()
        if message.id and not ((found := catalog.get(message.id)) and is_complete(found))
    ]
    assert not missing, f"{len(missing)}: {missing[:12]}"


def test_no_translation_is_a_guess_or_left_over(catalog: Catalog) -> None:
    known = {str(message.id) for message in gathered()}
    assert not [message.id for message in catalog if message.fuzzy and message.id]
    assert not [message.id for message in catalog if message.id and str(message.id) not in known]


def test_blanks_to_fill_are_the_same_in_both_languages(catalog: Catalog) -> None:
    def blanks(text: str) -> set[str]:
        return {part.partition("}")[0] for part in text.split("{")[1:]}

    for message in catalog:
        one = message.id if isinstance(message.id, str) else message.id[-1]
        string = message.string or ""
        other = string if isinstance(string, str) else string[-1]
        if one and other:
            assert blanks(one) == blanks(other), one


def test_the_compiled_catalog_is_the_one_that_is_read(catalog: Catalog) -> None:
    path = po_file(str(catalog.locale)).with_suffix(".mo")
    with path.open("rb") as file:
        compiled = read_mo(file)
    for message in catalog:
        if message.id and is_complete(message):
            assert forms(compiled.get(message.id)) == forms(message)


def test_no_message_is_inside_a_formatted_string() -> None:
    """Such a message is not gathered."""
    hidden = re.compile(r"\b(?:_|N_|ngettext|text|plural|say)\('")
    assert not [
        f"{path.name}: {found[0]}"
        for path in PACKAGE.rglob("*.py")
        for found in hidden.finditer(path.read_text(encoding="utf-8"))
    ]


def test_both_forms_of_a_count_are_written_in_the_call() -> None:
    """Forms marked one by one, or kept in a table, are not gathered as a pair."""
    strange = re.compile(r"\b(?:ngettext|plural)\(\s*(?!one\b|msgid1\b)[^\s\"f]")
    assert not [
        f"{path.name}: {found[0]}"
        for path in PACKAGE.rglob("*.py")
        if path.name != "i18n.py"
        for found in strange.finditer(path.read_text(encoding="utf-8"))
    ]


def test_french_messages_keep_canadian_spaces() -> None:
    """A non-breaking space stands before a colon and inside guillemets, none before ? ! ;."""
    wrong = re.compile("[^\u00a0\\d/]:( |$)| [?!;]|«[^\u00a0]|[^\u00a0]»")
    messages = [
        text
        for message in gathered()
        for text in ([message.id] if isinstance(message.id, str) else message.id)
    ]
    assert not [text for text in messages if wrong.search(text)]


def test_quotation_marks_and_colons_come_from_the_language() -> None:
    """A French guillemet or colon built around a value would stand on an English screen."""
    by_hand = re.compile(r"""f["'][^"']*(«|\\u00a0:)""")
    assert not [p.name for p in PACKAGE.rglob("*.py") if by_hand.search(p.read_text("utf-8"))]
