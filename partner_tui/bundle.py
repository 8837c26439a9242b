"""A whole dossier in one zip: data, history, schema, how to read them, and readable documents."""

from __future__ import annotations

import io
import json
import os
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from partner_tui.documents.catalogue import CATALOGUE, Options, compose
from partner_tui.documents.formats import FORMATS
from partner_tui.domain.changes import Entry
from partner_tui.domain.discretion import private_ids, public_part
from partner_tui.domain.records import Meeting
from partner_tui.domain.text import fold
from partner_tui.domain.workspace import Workspace
from partner_tui.guide.load import guide
from partner_tui.i18n import N_, Translator, _, current, ngettext, translator
from partner_tui.paths import find_paths
from partner_tui.storage.atomic import render
from partner_tui.storage.codecs import encode
from partner_tui.storage.exports import make_exports, write_document
from partner_tui.storage.json_schema import schema
from partner_tui.storage.lines import line
from partner_tui.storage.schema import DOSSIER, HISTORY
from partner_tui.storage.store import TinyStore

NOTE = N_(
    "# Tout le dossier « {name} », {day}\n\n"
    "Ces fichiers se lisent sans partner-tui, avec n'importe quel éditeur de texte.\n\n"
    "- `{dossier}` : tous les éléments, en JSON (UTF-8), un par ligne. Chaque table est un objet : "
    "numéro du document → élément. `meta` donne la version du schéma et la révision. Un champ "
    "absent est vide. Les liens entre éléments sont leurs identifiants (`id`).\n"
    "- `{history}` : une ligne de JSON par changement, la plus ancienne d'abord : qui, quand, "
    "quoi, et chaque champ avant et après.\n"
    "- `schema.json` : le schéma JSON de ces deux fichiers (`$defs/Entry` pour une ligne de "
    "l'historique).\n"
    "- `documents/` : les documents du partenariat, en Markdown.\n\n"
    "Pour reprendre le travail : mettez `{dossier}` et `{history}` dans un dossier vide et "
    "ouvrez-le avec partner-tui.\n\n"
    "{private}\n"
)


def write(
    path: Path, output: Path | None, *, private: bool, beside: bool = True
) -> tuple[Path, int]:
    """Write the zip and return where it is and how many private records are not in it."""
    store = TinyStore(path, read_only=True)
    workspace = store.load()
    entries = list(store.history())[::-1]
    secret = private_ids(workspace)
    if not private:
        workspace, entries = public_part(workspace, entries)
    t = translator(workspace.partnership.language or current().language)
    target = output or _exports(store.path, beside) / f"{_stem(workspace)}.zip"
    data = _zipped(_members(workspace, entries, t, len(secret), private))
    if output is None:
        make_exports(target.parent)
    write_document(target, data, replace=True)
    return target, 0 if private else len(secret)


def _exports(folder: Path, beside: bool) -> Path:
    """Return where copies go: beside the dossier, or to the person's own where one may not."""
    parent = folder if beside and os.access(folder, os.W_OK) else find_paths().state
    return parent / "exports"


def _stem(workspace: Workspace) -> str:
    name = re.sub(r"[^a-z0-9]+", "-", fold(workspace.partnership.name)).strip("-")[:60]
    return f"{name or 'dossier'}-{date.today().isoformat()}"


def _members(
    workspace: Workspace, entries: list[Entry], t: Translator, secret: int, private: bool
) -> Iterator[tuple[str, str | bytes]]:
    """Yield the name and the content of each file."""
    yield _("LISEZ-MOI.md"), _note(workspace, secret, private)
    yield DOSSIER, render(encode(workspace))
    yield HISTORY, b"".join(line(entry) for entry in entries)
    yield "schema.json", json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    for name, number in _wanted(workspace):
        options = Options(today=date.today(), private=private, number=number)
        document = compose(name, workspace, guide(t.language), t, options)
        suffix = f"-{number}" if number else ""
        yield f"documents/{name}{suffix}.md", FORMATS["md"](document)


def _wanted(workspace: Workspace) -> Iterator[tuple[str, int]]:
    """Yield the documents to write: each once, the minutes once for each meeting."""
    for name in CATALOGUE:
        if name != "minutes":
            yield name, 0
    for meeting in workspace.alive(Meeting):
        if meeting.number:
            yield "minutes", meeting.number


def _note(workspace: Workspace, secret: int, private: bool) -> str:
    if private and secret:
        said = ngettext(
            "Confidentiel : {n} élément marqué privé est compris.",
            "Confidentiel : {n} éléments marqués privés sont compris.",
            secret,
        )
    else:
        said = ngettext(
            "{n} élément privé laissé de côté.", "{n} éléments privés laissés de côté.", secret
        )
    name, day = workspace.partnership.name, date.today().isoformat()
    return _(NOTE).format(name=name, day=day, dossier=DOSSIER, history=HISTORY, private=said)


def _zipped(members: Iterator[tuple[str, str | bytes]]) -> bytes:
    """Return a zip whose files only their owner may read once they are taken out."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            entry = zipfile.ZipInfo(name, date_time=(*date.today().timetuple()[:3], 0, 0, 0))
            entry.external_attr = 0o600 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return buffer.getvalue()
