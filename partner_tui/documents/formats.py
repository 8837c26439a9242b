"""The formats a document can be written in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from partner_tui.documents import render_md, render_txt
from partner_tui.domain.blocks import Document

Render = Callable[[Document], str]

FORMATS: Final[Mapping[str, Render]] = {"md": render_md.render, "txt": render_txt.render}
"""File ending → what writes it."""
