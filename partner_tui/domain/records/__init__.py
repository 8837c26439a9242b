"""The records of a dossier: frozen, compared by value, keyed by an opaque id."""

from partner_tui.domain.records.agreeing import Sending, Source, Statement, Word
from partner_tui.domain.records.answering import Answer, Check, Item, Response, Tick
from partner_tui.domain.records.base import Record, new_id
from partner_tui.domain.records.meetings import (
    Clock,
    Decision,
    Meeting,
    MinutesWord,
    Note,
    Proposal,
    Topic,
)
from partner_tui.domain.records.parties import Contact, Heading, Organization, Partnership
from partner_tui.domain.records.risks import Asking, PlanStep, Risk, Scoring
from partner_tui.domain.records.working import (
    Action,
    Lesson,
    Line,
    Move,
    Objective,
    Postponement,
    Reading,
    Resource,
    Rule,
    Success,
    View,
)

__all__ = [
    "Action",
    "Answer",
    "Asking",
    "Check",
    "Clock",
    "Contact",
    "Decision",
    "Heading",
    "Item",
    "Lesson",
    "Line",
    "Meeting",
    "MinutesWord",
    "Move",
    "Note",
    "Objective",
    "Organization",
    "Partnership",
    "PlanStep",
    "Postponement",
    "Proposal",
    "Reading",
    "Record",
    "Resource",
    "Response",
    "Risk",
    "Rule",
    "Scoring",
    "Sending",
    "Source",
    "Statement",
    "Success",
    "Tick",
    "Topic",
    "View",
    "Word",
    "new_id",
]
