"""A frozen version of the statement as a document, its own words untouched."""

from __future__ import annotations

from partner_tui.documents.seals import seal
from partner_tui.documents.statement_writer import labelled
from partner_tui.documents.voice import Voice
from partner_tui.domain.blocks import Block, Document, Paragraph, inline
from partner_tui.domain.records import Statement
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import LANGUAGES, N_, Translator


def version_document(workspace: Workspace, version: Statement, t: Translator) -> Document:
    """Return a version in a language, or in one it has, said so."""
    voice = Voice(workspace, t).for_document()
    language = t.language if t.language in version.texts else next(iter(version.texts), "")
    day = ", ".join(filter(None, (str(version.number), voice.day(version.on))))
    spoken = LANGUAGES.get(language or t.language, "")
    lines: list[Block] = [
        labelled(voice, t.text(N_("Version")), f"{day} · {t.text(spoken)}".rstrip(" ·"))
    ]
    if reason := voice.words(version, "reason"):
        lines.append(labelled(voice, t.text(N_("Pourquoi cette version")), reason))
    lines += seal(version, voice)
    if language and language != t.language:
        lines.append(Paragraph(inline(t.only(language), emphasis=True)))
    title = voice.titled(t.text(N_("Énoncé de partenariat")))
    return Document(title, language or t.language, (*lines, *frozen_blocks(version, language)))


def frozen_blocks(version: Statement, language: str) -> tuple[Block, ...]:
    """Return the parts that a version kept in a language."""
    return blocks_of(version.texts.get(language, ""))


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text as a version keeps it, in Markdown."""
    from markdown_it import MarkdownIt

    from partner_tui.guide.markdown import place

    parser = MarkdownIt("commonmark", {"html": False})
    return tuple(placed.block for placed in place(parser.parse(text)))
