"""What screens ask of the program; each message is a request in the domain's words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from textual.message import Message


@dataclass
class Go(Message):
    """Open the place of a target such as `risks/r1`, `question:s2.open.who` or `screen:guide`."""

    target: str


@dataclass
class Copy(Message):
    """Copy a text; the name tells what it is and names the file, if one is written."""

    text: str
    name: str
    form: str = ""
    """The words for its format, where another could have been chosen."""


@dataclass
class Notice(Message):
    """Tell the person something in one line."""

    text: str
    urgent: bool = False


@dataclass
class Open(Message):
    """Open the dossier of a folder."""

    path: Path
