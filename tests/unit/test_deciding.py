"""A decision is replaced by another, never by one that it replaced."""

from __future__ import annotations

from builders import a_decision, a_workspace
from hypothesis import given
from hypothesis import strategies as st

from partner_tui.domain.deciding import candidates, replacing
from partner_tui.domain.records import Decision

KEYS = ["d1", "d2", "d3", "d4"]


@given(st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(["", *KEYS])), max_size=12))
def test_replacing_never_goes_round(steps: list[tuple[str, str]]) -> None:
    workspace = a_workspace(*(a_decision(id=key) for key in KEYS))
    for key, newer in steps:
        workspace = replacing(key, newer)(workspace)
    for decision in workspace.alive(Decision):
        seen: list[str] = []
        while decision.superseded_by:
            assert decision.id not in seen
            seen.append(decision.id)
            found = workspace.find(Decision, decision.superseded_by)
            assert found is not None
            decision = found


def test_what_a_decision_replaced_cannot_replace_it() -> None:
    workspace = a_workspace(
        a_decision(id="d1", superseded_by="d2"), a_decision(id="d2"), a_decision(id="d3")
    )
    second = workspace.find(Decision, "d2")
    assert second is not None
    assert [each.id for each in candidates(workspace, second)] == ["d3"]
    assert replacing("d2", "d1")(workspace) is workspace
    assert replacing("d9", "d1")(workspace) is workspace
