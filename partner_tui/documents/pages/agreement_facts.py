"""What the records of a dossier, beside its answers, say of the clauses of an agreement."""

from __future__ import annotations

from partner_tui.documents import words
from partner_tui.documents.pages.contacts import current
from partner_tui.documents.pages.kit import Sheet, lines
from partner_tui.documents.risklog import plan
from partner_tui.domain import known
from partner_tui.domain.blocks import Block, paragraph
from partner_tui.domain.meetings import in_due_order
from partner_tui.domain.records import Action, Line, Objective, Resource, Risk, Rule
from partner_tui.domain.text import clean, listed
from partner_tui.domain.values import Function, RiskFamily, RiskState, Strategy
from partner_tui.i18n import N_


def parties(page: Sheet) -> list[Block]:
    """Return the parties, what each is and its mandate."""
    return lines(
        ", ".join(
            filter(
                None,
                (
                    page.voice.name(party),
                    words.label(party.kind, page.t),
                    page.voice.words(party, "mandate"),
                ),
            )
        )
        for party in known.parties(page.workspace)
        if not party.private
    )


def signatories(page: Sheet) -> list[Block]:
    """Return who may sign for each party."""
    found = [c for c in current(page) if Function.SIGNATORY in c.functions]
    named = listed(page.voice.person(contact.id) for contact in found)
    return page.facts({N_("Peuvent signer"): named})


def unsigned(page: Sheet) -> list[str]:
    """Return the parties for which nobody is known to sign."""
    signing = {c.organization for c in current(page) if Function.SIGNATORY in c.functions}
    return [
        page.voice.colon(page.t.text(N_("qui signe")), page.voice.organization(p.id, short=True))
        for p in known.parties(page.workspace)
        if p.id not in signing and not p.private
    ]


def insured(page: Sheet) -> list[Block]:
    """Return the risks of liability that are passed on to someone else, and how."""
    return lines(
        page.voice.colon(
            page.cite(risk, page.voice.words(risk, "event")), page.voice.words(risk, "measures")
        )
        for risk in page.shown(Risk)
        if risk.family is RiskFamily.LEGAL
        and risk.strategy is Strategy.TRANSFER
        and risk.state is not RiskState.CLOSED
        and risk.measures.strip()
    )


def summary(page: Sheet) -> list[Block]:
    """Return the partnership in its own words."""
    text = page.voice.words(page.workspace.partnership, "summary")
    return [paragraph(text, "partnership:summary")] if text else []


def objectives(page: Sheet) -> list[Block]:
    """Return what will be done, in numbers and dates."""
    return lines(
        " · ".join(
            filter(
                None,
                (
                    page.voice.words(each, "label"),
                    page.voice.colon(page.t.text(N_("cible")), clean(each.target))
                    if each.target
                    else "",
                    page.voice.day(each.due),
                ),
            )
        )
        for each in page.shown(Objective)
    )


def resources(page: Sheet) -> list[Block]:
    """Return the means, who offers them and how sure they are."""
    return lines(
        " · ".join(
            filter(
                None,
                (
                    page.voice.words(each, "what"),
                    page.voice.words(each, "quantity"),
                    page.voice.organization(each.offered_by, short=True),
                    page.t.text(N_("en nature")) if each.in_kind else "",
                    words.label(each.status, page.t),
                ),
            )
        )
        for each in page.shown(Resource)
    )


def start(page: Sheet) -> list[Block]:
    """Return when the partnership began, and the dated steps still ahead."""
    dated = [a for a in in_due_order(page.shown(Action)) if a.due and a.due >= page.today]
    steps = [f"{words.day(a.due)} {page.voice.words(a, 'text')}" for a in dated]
    began = page.facts({N_("Début"): page.voice.day(page.workspace.partnership.start)})
    return [*began, *lines(steps)]


def messages(page: Sheet) -> list[Block]:
    """Return what is told to whom."""
    return lines(
        " → ".join(
            filter(None, (page.voice.words(line, "text"), page.voice.words(line, "audience")))
        )
        for line in page.shown(Line)
    )


def contingency(page: Sheet) -> list[Block]:
    """Return the contingency plans of the risks of liability that are not closed."""
    found = [
        risk
        for risk in page.shown(Risk)
        if risk.family is RiskFamily.LEGAL and risk.state is not RiskState.CLOSED
    ]
    return lines(
        page.voice.colon(
            page.cite(risk, page.voice.words(risk, "event")),
            plan(risk, page.voice),
        )
        for risk in found
        if risk.contingency.strip() or risk.plan
    )


def rules(page: Sheet) -> list[Block]:
    """Return the ground rules."""
    return lines(page.voice.words(rule, "text") for rule in page.shown(Rule))


def review(page: Sheet) -> list[Block]:
    """Return when the partnership is looked at again, renewed or closed."""
    dates = known.review_dates(page.workspace)
    answer = known.answer_of(page.workspace, known.TERM)
    if answer is not None and answer.private:
        return []
    return page.facts(
        {
            N_("Révision"): page.voice.day(dates.review),
            N_("Reconduction"): page.voice.day(dates.renew),
            N_("Fin"): page.voice.day(dates.close),
        }
    )
