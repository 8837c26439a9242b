"""Contact cards for an address book: those who agreed to be listed, and nobody else."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Final

from partner_tui.documents.pages.contacts import functions, listed
from partner_tui.documents.pages.kit import Options, Sheet, sheet
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Contact
from partner_tui.domain.text import clean, one_line
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import Translator

NAME: Final = "personnes-ressources"
LIMIT: Final = 75
"""Bytes of a line before it is folded."""
_ADDRESS: Final = re.compile(r"[^\s<>,;:\"]+@[^\s<>,;:\"]+")


def compose(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> str:
    """Return the cards of the contacts who agreed to be listed, one after the other."""
    page = sheet(workspace, guide, t, options)
    return "".join(_card(page, contact) for contact in listed(page))


def _card(page: Sheet, contact: Contact) -> str:
    role = one_line(page.voice.name(contact, "role"))
    name = one_line(contact.holder) or role
    email = one_line(contact.email)
    lines = {
        "VERSION": "3.0",
        "UID": _value(contact.id),
        "FN": _value(name),
        "N": f"{_value(name)};;;;",
        "ORG": _value(one_line(page.voice.organization(contact.organization))),
        "TITLE": _value(role),
        "EMAIL;TYPE=INTERNET": _value(email) if _ADDRESS.fullmatch(email) else "",
        "TEL;TYPE=WORK": _value(one_line(contact.phone)),
        "NOTE": _value(functions(page, contact)),
        "REV": _moment(contact.at),
    }
    body = "".join(_folded(f"{key}:{text}") for key, text in lines.items() if text)
    return f"BEGIN:VCARD\r\n{body}END:VCARD\r\n"


def _moment(at: str) -> str:
    try:
        return datetime.fromisoformat(at).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    except ValueError:
        return ""


def _value(text: str) -> str:
    r"""Return text as a value: `\`, `,`, `;` and line ends are escaped."""
    escaped = re.sub(r"[\\,;]", r"\\\g<0>", clean(text))
    return escaped.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return a line folded so that no piece is longer than 75 bytes, no letter cut in two."""
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > LIMIT:
            pieces.append(piece)
            piece = " "
        piece += letter
    return "\r\n".join((*pieces, piece)) + "\r\n"
