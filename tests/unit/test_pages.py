"""Minutes, risk log and status: what they hold and what they leave out."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from builders import (
    TODAY,
    a_contact,
    a_decision,
    a_meeting,
    a_note,
    a_risk,
    a_workspace,
    an_action,
    an_organization,
)

from partner_tui.documents import minutes, risklog, status
from partner_tui.documents.render_txt import render
from partner_tui.domain.records import Record, Tick
from partner_tui.domain.values import MeetingState, NoteKind, RiskState
from partner_tui.guide.load import guide
from partner_tui.i18n import translator

FR = translator("fr")
PEOPLE = (an_organization(), a_contact())
NBSP = "\u00a0"


def _minutes(*records: Record, **changes: Any) -> str:
    meeting = a_meeting(number=4, **changes)
    document = minutes.compose(meeting, a_workspace(*PEOPLE, meeting, *records), FR)
    return render(document).replace(NBSP, " ")


def test_minutes_say_when_where_and_who() -> None:
    text = _minutes(present=("c1", "une invitée"), chair="c1")
    assert text.startswith("Compte rendu nº 4 — Soirées Boussole\n")
    assert "Date : 3 novembre 2026, 12 h–13 h" in text
    assert "Présences : Coordination des partenariats · Collège, une invitée" in text


def test_minutes_keep_decisions_and_follow_ups() -> None:
    follow_up = an_action(number=5, origin="meetings/m1")
    text = _minutes(a_decision(number=7), follow_up)
    assert "- D7 Ouvrir à 17 h 30 (consensus)." in text
    assert "Suivis : quoi, qui, pour quand" in text
    assert "S5  Réserver les deux" in text


def test_minutes_look_back() -> None:
    text = _minutes(an_action(number=5, text="Former les pairs"))
    assert "Retour sur les suivis" in text
    assert "S5  Former les" in text


def test_notes_stand_under_their_headings() -> None:
    text = _minutes(a_note("salle pleine", kind=NoteKind.WIN), timeline="Oui.")
    assert "Réussites\n---------\n\n- salle pleine" in text
    assert "L'échéancier tient-il encore?\n-----------------------------\n\n- Oui." in text
    assert "Défis et obstacles" not in text


def test_private_lines_stay_in_the_dossier() -> None:
    text = _minutes(a_note("secret", private=True), a_decision(text="caché", private=True))
    assert "secret" not in text and "caché" not in text
    assert "2 éléments privés laissés de côté" in text


def test_another_meeting_has_its_own_notes() -> None:
    assert "ailleurs" not in _minutes(a_note("ailleurs", meeting="m9"))


def test_minutes_end_with_what_comes_next() -> None:
    text = _minutes(
        next_on=date(2026, 12, 1),
        next_start="17:30",
        state=MeetingState.SENT,
        sent_on=date(2026, 11, 5),
        sent_to="comité",
    )
    assert "1er décembre 2026, 17 h 30" in text
    assert "État : proposé · Envoyé le 5 novembre 2026 (comité)" in text.replace("\n", " ")


def _risks(*records: Record) -> str:
    return render(risklog.compose(a_workspace(*PEOPLE, *records), FR)).replace(NBSP, " ")


def test_risks_come_by_level_with_their_scale() -> None:
    text = _risks(a_risk(id="r1", impact=1), a_risk(id="r2", trigger="Part-elle?"))
    assert text.index("R2  l'agente") < text.index("R1  l'agente")
    assert "Niveau : élevé 16 (4 × 4)" in text
    assert "Parade : atténuer. Question : Part-elle? (chaque mois)." in text
    assert "faible 1–5, moyen 6–11, élevé 12–25" in text


def test_a_private_risk_is_counted_only() -> None:
    text = _risks(a_risk(event="vieille querelle", private=True), a_risk(id="r2", likelihood=0))
    assert "vieille querelle" not in text
    assert "1 élément privé laissé de côté" in text
    assert "Niveau : à évaluer" in text


def test_an_empty_log_says_so() -> None:
    assert "Aucun risque noté" in _risks()
    assert "clos" in _risks(a_risk(state=RiskState.CLOSED))


def test_status_tells_where_we_are() -> None:
    workspace = a_workspace(
        a_meeting(next_on=date(2026, 12, 1)), Tick(id="chk.vision", value=1), start=TODAY
    )
    text = render(status.compose(workspace, guide("fr"), TODAY, FR)).replace(NBSP, " ")
    assert "Liste de lancement : 1 sur 11" in text
    assert "Prochaine rencontre : 2026-12-01 (dans 9 jours)" in text
    assert "Rien ne presse." in text


def test_status_is_data_too() -> None:
    workspace = a_workspace(a_meeting(), an_action(due=date(2026, 11, 20)), start=TODAY)
    found = json.loads(json.dumps(status.data(workspace, guide("fr"), TODAY, FR)))
    assert [step["id"] for step in found["steps"]] == [f"s{n}" for n in range(1, 10)]
    assert found["next_meeting"] is None
    assert [(s["kind"], s["days"]) for s in found["signals"]] == [("action-late", 2)]


def test_status_keeps_private_records_to_their_reference() -> None:
    workspace = a_workspace(a_risk(event="vieille querelle", owner="", private=True), start=TODAY)
    text = render(status.compose(workspace, guide("fr"), TODAY, FR))
    assert "querelle" not in text
    assert "R1 (privé)" in text
