"""What a document says of the fingerprint of a frozen version."""

from __future__ import annotations

from partner_tui.documents.statement_writer import labelled
from partner_tui.documents.voice import Voice
from partner_tui.domain.blocks import Block, paragraph
from partner_tui.domain.records import Statement
from partner_tui.domain.sealing import brief, is_whole
from partner_tui.i18n import N_, Translator

SOURCE = "sha256:"
"""Before the whole fingerprint, which the JSON of a document tells."""


def seal(version: Statement, voice: Voice) -> list[Block]:
    """Return the fingerprint of a version, and a warning when its text is another one."""
    if flaw := broken(version, voice.t):
        return [paragraph(flaw, missing=True)]
    name = voice.t.text(N_("Empreinte du texte"))
    lines: list[Block] = [labelled(voice, name, brief(version), SOURCE + version.fingerprint)]
    if version.erased:
        told = N_("Un nom y a été effacé depuis, à la demande d'une personne.")
        lines.append(paragraph(voice.t.text(told)))
    return lines


def broken(version: Statement, t: Translator) -> str:
    """Say that the text of a version is not the one that was frozen; nothing when it is."""
    if is_whole(version):
        return ""
    told = t.text(N_("Ce texte n'est plus celui de la v{n} qui a été figée\u00a0: {why}."))
    if version.fingerprint:
        why = t.text(N_("son empreinte n'est pas la sienne"))
    else:
        why = t.text(N_("il a perdu son empreinte"))
    return told.format(n=version.number, why=why)
