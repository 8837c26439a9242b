"""Every construct of CommonMark inside every other: shown, never too wide, no word lost.

With `COMMONMARK_JSON=path` (the examples of the specification, as JSON), those too.
"""

from __future__ import annotations

import json
import os
from itertools import product
from pathlib import Path

import pytest
from rich.cells import cell_len

from partner_tui.documents import render_md, render_txt
from partner_tui.domain.blocks import Document
from partner_tui.guide.markdown import blocks
from partner_tui.widgets.typeset import typeset

WIDTHS = (12, 40, 80, 120)
WORD = "mot"

INLINES = {
    "text": "mot", "emphasis": "*mot*", "strong": "**mot**", "both": "***mot***",
    "underscores": "__mot__ _a_", "left open": "*mot **a", "code": "`mot`", "ticks": "`` ` mot ``",
    "code left open": "`mot", "link": "[mot](step:s1)", "titled link": '[mot](<a b> "t(")',
    "reference": "[mot][r]\n\n[r]: /x 'y'", "no reference": "[mot][nowhere]",
    "image": "![mot](/x.png)",
    "automatic": "<https://x.ca/mot>", "mail": "<mot@x.ca>", "html": "<b>mot</b>",
    "comment": "<!-- mot -->", "entity": "&eacute;mot&nbsp;&#x22;", "escapes": r"\*mot\* \# \[",
    "hard break": "mot  \na", "backslash break": "mot\\\na", "soft break": "mot\na",
    "nested brackets": "[[mot](x)](y)", "table-like": "mot | a", "wide": "mot 漢字 e\u0301 👍",
    "bidi": "mot \u202eabc\u202c", "zero": "mot\u200b\ufeff",
}  # fmt: skip
BLOCKS = {
    "paragraph": "{}", "heading": "## {} ##", "deep heading": "###### {}", "setext": "{}\n===",
    "setext 2": "{}\n---", "quote": "> {}", "lazy quote": "> a\n{}", "quotes": "> > > {}",
    "item": "- {}", "loose items": "- a\n\n- {}\n\n  b", "numbers": "7) {}\n8) a",
    "nested items": "- a\n  - b\n    1. {}", "code in item": "- a\n\n      {}",
    "indented": "    {}",
    "fence": "```py\n{}\n```", "tildes": "~~~~\n{}\n~~~", "open fence": "```\n{}",
    "rule": "{}\n\n***\n\n- - -", "table": "| a | {} |\n|:--|--:|\n| 1 | {} |",
    "ragged table": "| a | b |\n|---|---|\n| {} |", "html block": "<div>\n{}\n</div>",
    "quote of list": "> 1. a\n>    - {}", "list of quotes": "* > {}\n* > ```\n  > a",
    "tabs": "\t- a\n-\t{}", "deep": "> " * 9 + "{}", "list in heading": "# - {}",
}  # fmt: skip
OURS = [
    pytest.param(block.replace("{}", inline), id=f"{name} in {where}")
    for (where, block), (name, inline) in product(BLOCKS.items(), INLINES.items())
]


def shown(text: str) -> str:
    """Return a Markdown text as lines of each width; none may be wider than its page."""
    found = blocks(text)
    said = ""
    for width in WIDTHS:
        rows = typeset(found, width)
        assert all(cell_len(row.text) <= width for row in rows)
        said = "\n".join(row.text for row in rows)
    document = Document("Titre", "fr", found)
    assert render_txt.render(document) and render_md.render(document)
    return said


@pytest.mark.parametrize("text", OURS)
def test_a_construct_inside_another_is_shown(text: str) -> None:
    assert WORD in shown(text)


@pytest.mark.skipif("COMMONMARK_JSON" not in os.environ, reason="the examples are not at hand")
def test_every_example_of_the_specification_is_shown() -> None:
    examples = json.loads(Path(os.environ["COMMONMARK_JSON"]).read_text("utf-8"))
    assert len(examples) > 600
    for example in examples:
        shown(example["markdown"])
