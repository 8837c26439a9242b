"""The partnership statement, composed from the answers, its gaps said."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from msgspec import Struct

from partner_tui.documents.render_md import render_blocks
from partner_tui.documents.seals import seal
from partner_tui.documents.statement_parts import RECIPES, Recipe
from partner_tui.documents.statement_writer import PartState, Writer, labelled, state_label
from partner_tui.documents.voice import Voice
from partner_tui.domain import known
from partner_tui.domain.blocks import Block, Document, Heading, Paragraph, Rule, inline, paragraph
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Organization, Statement
from partner_tui.domain.stating import latest
from partner_tui.domain.values import OrganizationKind, Reply
from partner_tui.domain.workspace import Workspace, next_number
from partner_tui.i18n import LANGUAGES, N_, Translator

__all__ = ["PartState", "StatementDraft", "StatementPart", "compose", "state_label"]


class StatementPart(Struct, frozen=True, kw_only=True):
    """One of the seven parts."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    sources: tuple[str, ...]
    """The questions it reads."""
    state: PartState
    goto: str = ""
    """The first question to look at when something is missing, contested or private."""
    private: tuple[str, ...] = ()
    """The questions whose private answers were left out."""


class StatementDraft(Struct, frozen=True, kw_only=True):
    """The statement as the answers tell it now."""

    parts: tuple[StatementPart, ...]
    document: Document
    frozen: str
    """The seven parts in Markdown, as a version keeps them."""
    version: int
    """The number of the last version while the text is still its own, else of the next one."""
    is_current: bool
    """True when the text is still that of the last version."""

    @property
    def gaps(self) -> tuple[StatementPart, ...]:
        """The parts of which nothing is known."""
        return tuple(part for part in self.parts if part.state is PartState.MISSING)


def compose(workspace: Workspace, guide: Guide, t: Translator) -> StatementDraft:
    """Return the statement in the language of the translator and its guide."""
    voice = Voice(workspace, t).for_document()
    parts = tuple(_part(recipe, voice, guide) for recipe in RECIPES)
    frozen = render_blocks(_titled(parts))
    last = latest(workspace)
    is_current = last is not None and last.texts.get(t.language, "").strip() == frozen
    title = voice.titled(t.text(N_("Énoncé de partenariat")))
    blocks = (*_header(voice, last if is_current else None), *_titled(parts), *_footer(parts, t))
    return StatementDraft(
        parts=parts,
        document=Document(title, t.language, blocks),
        frozen=frozen,
        version=_version(workspace, last if is_current else None),
        is_current=is_current,
    )


def _part(recipe: Recipe, voice: Voice, guide: Guide) -> StatementPart:
    writer = Writer(voice, guide)
    recipe.write(writer)
    state = writer.conclude(recipe.sources)
    return StatementPart(
        id=recipe.id,
        title=voice.t.text(recipe.title),
        blocks=tuple(writer.blocks),
        sources=recipe.sources,
        state=state,
        goto=writer.goto,
        private=tuple(writer.private),
    )


def _titled(parts: Iterable[StatementPart]) -> list[Block]:
    return [
        block for part in parts for block in (Heading(2, inline(part.title), part.id), *part.blocks)
    ]


def _version(workspace: Workspace, current: Statement | None) -> int:
    if current is not None:
        return current.number
    return next_number(workspace.table(Statement).values())


def _header(voice: Voice, current: Statement | None) -> list[Block]:
    """Say which version this is, whose, for how long, and when it is looked at again."""
    named = {
        N_("Version"): _edition(voice, current),
        N_("Parties"): _names(voice, known.parties(voice.workspace)),
        N_("Avec l'appui de"): _names(voice, _funders(voice.workspace)),
        N_("Période"): _period(voice),
        N_("Prochaine révision"): voice.day(known.review_dates(voice.workspace).review),
        N_("Personne à joindre"): _reach(voice),
    }
    lines: list[Block] = [
        labelled(voice, voice.t.text(label), text) for label, text in named.items() if text
    ]
    if current is not None:
        lines += seal(current, voice)
    summary = voice.words(voice.workspace.partnership, "summary")
    return [*lines, *([paragraph(summary, "partnership:summary")] if summary else [])]


def _edition(voice: Voice, current: Statement | None) -> str:
    number = str(_version(voice.workspace, current))
    language = voice.t.text(LANGUAGES[voice.t.language])
    if current is None:
        state = voice.say(N_("{n}, en préparation"), n=number)
    else:
        state = ", ".join(filter(None, (number, voice.day(current.on))))
    return f"{state} · {language}"


def _names(voice: Voice, organizations: Iterable[Organization]) -> str:
    return ", ".join(filter(None, map(voice.name, organizations)))


def _funders(workspace: Workspace) -> list[Organization]:
    return [
        organization
        for organization in workspace.alive(Organization)
        if organization.kind is OrganizationKind.FUNDER and organization.reply is not Reply.NO
    ]


def _period(voice: Voice) -> str:
    start = voice.day(voice.workspace.partnership.start)
    end = voice.day(known.review_dates(voice.workspace).close)
    if start and end:
        return voice.say(N_("du {start} au {end}"), start=start, end=end)
    return voice.say(N_("depuis le {start}"), start=start) if start else ""


def _reach(voice: Voice) -> str:
    leader = known.lead(voice.workspace)
    return voice.person(leader.id) if leader else ""


def _footer(parts: Iterable[StatementPart], t: Translator) -> list[Block]:
    private = set(chain.from_iterable(part.private for part in parts))
    lines = [t.text(N_("Cet énoncé dit une intention commune; ce n'est pas un contrat."))]
    if private:
        lines.append(
            t.plural(
                "{n}\u00a0réponse privée n'y figure pas.",
                "{n}\u00a0réponses privées n'y figurent pas.",
                len(private),
            )
        )
    return [Rule(), Paragraph(inline(" ".join(lines), emphasis=True))]
