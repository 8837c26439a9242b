"""Markdown as blocks: text stays text, and nothing that people may write makes it fail."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from partner_tui.domain.blocks import (
    Block,
    Bullets,
    Code,
    Heading,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
    paragraph,
)
from partner_tui.guide.markdown import blocks
from partner_tui.widgets.typeset import typeset


def p(*spans: Span) -> Paragraph:
    """Return a paragraph of spans."""
    return Paragraph(spans)


READ: dict[str, tuple[str, tuple[Block, ...]]] = {
    "html is text": ("ssh <serveur> -p <port>", (paragraph("ssh <serveur> -p <port>"),)),
    "a block of html is text": ("<div>\n*a*\n</div>", (
        p(Span("<div> "), Span("a", emphasis=True), Span(" </div>")),
    )),
    "a comment is text": ("<!-- note -->", (paragraph("<!-- note -->"),)),
    "brackets are text": ("[x] et [TODO] et C:\\[temp]", (paragraph("[x] et [TODO] et C:[temp]"),)),
    "entities are letters": ("&eacute;t&#233; &nope;", (paragraph("été &nope;"),)),
    "lines are joined": ("un\ndeux", (paragraph("un deux"),)),
    "two spaces break": ("un  \ndeux", (paragraph("un\ndeux"),)),
    "a backslash breaks": ("un\\\ndeux", (paragraph("un\ndeux"),)),
    "strong and emphasis": ("a **b** *c* ***d***", (
        p(Span("a "), Span("b", strong=True), Span(" "), Span("c", emphasis=True), Span(" "),
          Span("d", strong=True, emphasis=True)),
    )),
    "underscores inside words": ("un_deux_trois", (paragraph("un_deux_trois"),)),
    "a link": ("[a *b*](step:s1 \"titre\").", (
        p(Span("a ", link="step:s1"), Span("b", emphasis=True, link="step:s1"), Span(".")),
    )),
    "an automatic link": ("<https://x.ca>", (p(Span("https://x.ca", link="https://x.ca")),)),
    "a link by reference": ("[a][r]\n\n[r]: guide:intro", (p(Span("a", link="guide:intro")),)),
    "an unsafe link is text": ("[a](javascript:x)", (paragraph("[a](javascript:x)"),)),
    "an image is its text": ("![la *rive*](x.png)", (paragraph("la *rive*"),)),
    "inline code": ("`a  <b>`", (p(Span("a  <b>", code=True)),)),
    "headings": ("## Deux ##\n\nTrois\n---", (
        Heading(2, (Span("Deux"),)), Heading(2, (Span("Trois"),)),
    )),
    "a heading with an id": ('{id="a.b"}\n## Titre', (Heading(2, (Span("Titre"),), "a.b"),)),
    "an empty heading": ("##", (Heading(2, ()),)),
    "a rule": ("***", (Rule(),)),
    "a fence": ("```py\na\n\n<b>\n```", (Code("a\n\n<b>"),)),
    "an open fence": ("~~~\na", (Code("a"),)),
    "indented code": ("    a\n     b", (Code("a\n b"),)),
    "a list": ("- a\n- b", (Bullets(((paragraph("a"),), (paragraph("b"),))),)),
    "an ordered list": ("7) a\n8) b", (
        Bullets(((paragraph("a"),), (paragraph("b"),)), ordered=True, start=7),
    )),
    "a nested list": ("- a\n  - b", (
        Bullets(((paragraph("a"), Bullets(((paragraph("b"),),))),)),
    )),
    "an empty item": ("-\n- a", (Bullets(((), (paragraph("a"),))),)),
    "a list in a quote": ("> - a", (Quote((Bullets(((paragraph("a"),),)),)),)),
    "a quote in a quote": ("> > a", (Quote((Quote((paragraph("a"),)),)),)),
    "a lazy quote": ("> a\nb", (Quote((paragraph("a b"),)),)),
    "a heading in a quote": ("> ## a", (Quote((Heading(2, (Span("a"),)),)),)),
    "a table": ("|a|b|\n|-|:-:|\n|c|**d**|", (
        Table(((Span("a"),), (Span("b"),)), (((Span("c"),), (Span("d", strong=True),)),)),
    )),
    "a table with holes": ("|a|b|\n|-|-|\n|c|\n||d|e|", (
        Table(((Span("a"),), (Span("b"),)), (((Span("c"),), ()), ((), (Span("d"),)))),
    )),
    "a table with a bar": ("|a|\n|-|\n|b \\| c|", (
        Table(((Span("a"),),), (((Span("b | c"),),),)),
    )),
    "nothing": (" \n\n", ()),
    "only a definition": ("[a]: b", ()),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), READ.values(), ids=READ.keys())
def test_markdown_is_read_as_blocks(text: str, expected: tuple[Block, ...]) -> None:
    assert blocks(text) == expected


TRICKY = [
    "\tfoo\tbaz\t\tbim",
    "  - foo\n\n\tbar",
    "- foo\n\n\t\tbar",
    ">\t\tfoo",
    "-\t\tfoo",
    "#\tFoo",
    "*\t*\t*\t",
    '\\!\\"\\#\\$\\%',
    "\\*not emphasized*\n\\<br/> not a tag",
    "&nbsp; &amp; &copy;",
    "&#0; &#xD800; &#x110000;",
    "- `one\n- two`",
    "+++",
    "--\n**\n__",
    " **  * ** * ** * **",
    "Foo\n***\nbar",
    "# foo\n###### foo\n####### foo",
    "### foo \\###",
    "Foo\n=\nBar\n---\n===",
    "`Foo\n----\n`",
    "- Foo\n---",
    "> Foo\n---",
    "    a simple\n      indented block",
    "```\n\n  \n```",
    "````\naaa\n```\n``````",
    "> ```\n> aaa\n\nbbb",
    "<table><tr><td>\n<pre>\n**Hello**,\n\n_world_.",
    "[foo]: /url 'title\nwith line'\n\n[foo]",
    "[foo]: <>\n\n[foo]",
    "aaa\n             bbb\n   ccc",
    "> # Foo\n> bar\n> baz",
    ">     code\n\n>    not code",
    "> bar\nbaz\n> foo",
    ">>> foo\n> bar\n>>baz",
    "1.  A paragraph\n    with two lines.\n\n        indented code\n\n    > A block quote.",
    "123456789. ok",
    "1234567890. not ok",
    "-1. not ok",
    "- foo\n\n\n  bar",
    "10) foo\n    - bar",
    "- - foo",
    "1. - 2. foo",
    "- # Foo\n- Bar\n  ---\n  baz",
    "- a\n - b\n  - c\n   - d\n    - e",
    "* a\n*\n\n* c",
    "- a\n  > b\n  ```\n  c\n  ```\n- d",
    "`` foo ` bar ``",
    "` `` `",
    "`foo`bar``",
    "*foo bar*",
    "a * foo bar*",
    "** is not an empty emphasis",
    "***foo** bar*",
    "*foo**bar**baz*",
    "**foo*bar**",
    "_foo_bar_baz_",
    "foo***bar***baz",
    "*foo [bar](/url)*",
    "****foo****",
    "*foo _bar* baz_",
    "**a<https://foo.bar/?q=**>",
    "[link](</my uri>)",
    "[link](foo\\)\\:)",
    "[a](<b)c",
    "[link [foo [bar]]](/uri)",
    "[foo [bar](/uri)](/uri)",
    "![[[foo](u1)](u2)](u3)",
    "*[foo*](/uri)",
    "[foo][ref[]\n\n[ref[]: /u",
    "![foo *bar*][]\n\n[foo *bar*]: t.jpg",
    "!\\[foo]",
    "<made-up-scheme://foo,./bar>",
    "<foo@bar.example.com>",
    "<a><bab><c2c>",
    "foo <!-- not -- c -->",
    "foo <?php echo $a; ?>",
    "foo <![CDATA[>&<]]>",
    "foo\\\n",
    "foo  ",
    "hello $.;'there",
    "Multiple     spaces",
    "| a | b |\n| - |\n| c |",
    "| `a|b` | c |\n| - | - |",
    "|\n|-|\n|",
    "a | b\n-|-\n\\| | ``|``",
    "\u0000",
    "a\rb\r\nc",
    "\ufeff# a",
    "\u2028",
    '{id="x"}',
    '{id="x"}\n\n## y',
    "{#x .y}\n- a",
    "---\na: b\n---",
    "[" * 200,
    ">" * 200 + " a",
    "*" * 300,
    "- " * 60 + "a",
    "`" * 99,
    "(" + "[a](" * 50,
]
"""Cases in the manner of the CommonMark specification's examples, and some of our own."""


@pytest.mark.parametrize("text", TRICKY)
def test_what_is_tricky_is_shown(text: str) -> None:
    for width in (8, 40, 92):
        for row in typeset(blocks(text), width):
            assert cell_len(row.text) <= width


SIGNS = '*_`[]()<>#-+=|>~!\\&; \n\t1.a{}"é日:'


@settings(deadline=None, max_examples=300)
@given(st.text(st.sampled_from(SIGNS), max_size=120), st.integers(8, 60))
def test_any_text_is_shown(text: str, width: int) -> None:
    for row in typeset(blocks(text), width):
        assert cell_len(row.text) <= width
