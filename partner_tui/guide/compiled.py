"""Guide files as they were read last, kept so that a start need not parse them again."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from partner_tui import __version__
from partner_tui.domain import blocks
from partner_tui.guide import markdown, source
from partner_tui.guide.markdown import Placed
from partner_tui.guide.source import Source


class _File(msgspec.Struct, array_like=True):
    front: dict[str, str]
    placed: list[Placed]


class _Kept(msgspec.Struct):
    key: list[str]
    files: dict[str, _File]


def sources(
    paths: Sequence[Path], kept: Path | None, read: Callable[[Path], Source] | None = None
) -> list[Source]:
    """Return guide files read, from the copy in `kept` when it is of these very files.

    A file with a mistake is read again each time, so that its mistake is told each time.
    """
    read = read or source.read
    if kept is None:
        return [read(path) for path in paths]
    key = [__version__, *(_stamp(path) for path in [*_OURS, *paths])]
    files = _load(kept, key) or {}
    found = [
        _source(path, files[str(path)]) if str(path) in files else read(path) for path in paths
    ]
    clean = [each for each in found if not each.mistakes]
    if any(str(each.path) not in files for each in clean):
        _keep(kept, _Kept(key, {str(each.path): _file(each) for each in clean}))
    return found


_OURS = [Path(str(module.__file__)) for module in (blocks, markdown, source)]
"""What turns text into blocks: when it changes, what was read before it is out of date."""


def _stamp(path: Path) -> str:
    try:
        found = path.stat()
    except OSError:
        return f"{path} ?"
    return f"{path} {found.st_size} {found.st_mtime_ns}"


def _load(kept: Path, key: list[str]) -> Mapping[str, _File] | None:
    """Return what was kept, or None when there is none, it is of other files, or it is broken."""
    try:
        found = msgspec.msgpack.decode(kept.read_bytes(), type=_Kept)
    except (OSError, ValueError, RecursionError, msgspec.MsgspecError):
        return None
    return found.files if found.key == key else None


def _keep(kept: Path, what: _Kept) -> None:
    """Write the copy whole or not at all; without it the next start is a little slower."""
    fresh = kept.with_name(f"{kept.name}.{os.getpid()}")
    try:
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh.touch(mode=0o600)
        fresh.write_bytes(msgspec.msgpack.encode(what))
        fresh.replace(kept)
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _file(read: Source) -> _File:
    return _File(read.front, list(read.placed))


def _source(path: Path, file: _File) -> Source:
    return source.in_pieces(Source(path, file.front), file.placed)
