"""A document as Markdown; what people typed stays literal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from partner_tui.domain.blocks import (
    Block,
    Bullets,
    Code,
    Document,
    Heading,
    Inline,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
    inline,
    paragraph,
    plain,
)
from partner_tui.domain.text import clean, one_line

_ANYWHERE: Final = re.compile(
    r"[\\`*\[\]<|~]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # an underscore inside a word is harmless
    r"|&(?=#?[0-9A-Za-z]+;)"
)
_LINE_START: Final = re.compile(r"^(?:[#>+=-]|[0-9]{1,9}(?=[.)]))", re.MULTILINE)
_UNSAFE: Final = re.compile(r"[<>\\\s]")
_SCHEMES: Final = ("https://", "http://", "mailto:")


def render(document: Document) -> str:
    """Return a whole document as Markdown."""
    title = f"# {_title(document.title)}"
    meta = document.meta
    about = "\n".join(filter(None, (meta.line, meta.notice)))
    head = [render_blocks([paragraph(meta.letterhead)]), title]
    head.append(render_blocks([Paragraph(inline(about, emphasis=True))]))
    return "\n\n".join(filter(None, (*head, render_blocks(document.blocks)))) + "\n"


def render_blocks(blocks: Iterable[Block]) -> str:
    """Return blocks as Markdown, without a title and without a last line end."""
    return "\n\n".join(filter(None, map(_block, blocks)))


def escape(text: str) -> str:
    """Return literal text whose every sign Markdown shows as it is."""
    return _starts(_signs(text))


def _signs(text: str) -> str:
    return _ANYWHERE.sub(r"\\\g<0>", text)


def _starts(text: str) -> str:
    """Escape what would begin a heading, a list, a quote or a rule on any line."""
    return _LINE_START.sub(_at_start, text)


def _at_start(match: re.Match[str]) -> str:
    found = match.group()
    return f"{found}\\" if found.isdigit() else f"\\{found}"


def _block(block: Block) -> str:
    match block:
        case Heading(level=level, text=text):
            return f"{'#' * min(max(level, 1), 6)} {_title(plain(text))}"
        case Paragraph(text=text, missing=missing):
            return _paragraph(text, missing)
        case Bullets():
            return _bullets(block)
        case Quote(blocks=blocks):
            return _indent(render_blocks(blocks), "> ", "> ")
        case Code(text=text):
            return _code(text)
        case Table():
            return _table(block)
        case Rule():
            return "---"


def _title(text: str) -> str:
    """Return a title: on its own line only a `#` could end it, and no list can begin."""
    return _signs(one_line(text)).replace("#", "\\#")


def _paragraph(text: Inline, missing: bool) -> str:
    spans = tuple(Span(span.text, emphasis=True) for span in text) if missing else text
    lines = [line.strip() for line in _inline(spans).strip().split("\n")]
    return _starts("\\\n".join(lines))


def _inline(spans: Inline) -> str:
    """Return spans in a row, merged where two have the same style."""
    done = ""
    merged = _merge(spans)
    for n, span in enumerate(merged):
        after = merged[n + 1].text[:1] if n + 1 < len(merged) else ""
        done += _span(span, done[-1:], after)
    return done


def _merge(spans: Inline) -> list[Span]:
    merged: list[Span] = []
    for span in spans:
        text = clean(span.text)
        last = merged[-1] if merged else None
        if last and _style(last) == _style(span):
            merged[-1] = Span(last.text + text, *_style(span))
        elif text:
            merged.append(Span(text, *_style(span)))
    return merged


def _style(span: Span) -> tuple[bool, bool, bool, str]:
    return span.strong, span.emphasis, span.code, span.link


def _span(span: Span, before: str, after: str) -> str:
    if span.code:
        return _fenced(one_line(span.text))
    text = _signs(span.text)
    if span.link.startswith(_SCHEMES):
        text = f"[{text}](<{_UNSAFE.sub('', span.link)}>)"
    sign = "**" if span.strong else "*" if span.emphasis else ""
    return "\n".join(_wrap(line, sign, before, after) for line in text.split("\n"))


def _wrap(line: str, sign: str, before: str, after: str) -> str:
    """Put a style around a line, spaces left outside; drop it where Markdown would not see it."""
    core = line.strip()
    if not sign or not core:
        return line
    start, end = line[: len(line) - len(line.lstrip())], line[len(line.rstrip()) :]
    glued = (not start and _is_word(before) and not _is_word(core[0])) or (
        not end and _is_word(after) and not _is_word(core[-1])
    )
    return line if glued else f"{start}{sign}{core}{sign}{end}"


def _is_word(char: str) -> bool:
    return bool(char) and not char.isspace() and unicodedata.category(char)[0] not in "PS"


def _fenced(text: str) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}" if text else ""


def _code(text: str) -> str:
    body = clean(text)
    longest = max((len(run) for run in re.findall("`{3,}", body)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}\n{body}\n{fence}"


def _bullets(bullets: Bullets) -> str:
    items = []
    for n, blocks in enumerate(bullets.items, bullets.start):
        sign = f"{n}. " if bullets.ordered else "- "
        items.append(_indent(render_blocks(blocks), sign, " " * len(sign)))
    return "\n".join(items)


def _indent(text: str, first: str, rest: str) -> str:
    lines = text.split("\n")
    return "\n".join(((first if n == 0 else rest) + line).rstrip() for n, line in enumerate(lines))


def _table(table: Table) -> str:
    rule = ("---",) * len(table.header)
    rows = [_cells(table.header), rule, *map(_cells, table.rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cells(row: tuple[Inline, ...]) -> tuple[str, ...]:
    return tuple(" ".join(_inline(cell).split("\n")).strip() for cell in row)
