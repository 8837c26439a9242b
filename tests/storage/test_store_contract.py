"""What every store promises, in memory as on disk."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from storage_kit import WHEN, Again, AnyStore, commit

from partner_tui.domain.changes import Seen, reversing
from partner_tui.domain.records import Organization, Risk, Rule, Tick
from partner_tui.domain.workspace import adding, editing, put
from partner_tui.errors import Conflict, SaveFailed


def test_a_commit_returns_what_another_session_reads(store: AnyStore, again: Again) -> None:
    workspace = commit(store, editing(Risk, "r1", likelihood=4))
    assert workspace.table(Risk)["r1"].likelihood == 4
    assert again(store).load().table(Risk) == workspace.table(Risk)
    assert again(store).load().revision == workspace.revision == 1


def test_a_changed_record_is_stamped_and_no_other(store: AnyStore) -> None:
    before = store.load()
    after = commit(store, editing(Risk, "r1", likelihood=4))
    risk = after.table(Risk)["r1"]
    assert (risk.revision, risk.by, risk.at) == (1, "Ève", WHEN)
    assert after.partnership == before.partnership


def test_an_entry_tells_who_when_what_before_and_after(store: AnyStore) -> None:
    _workspace, entry = store.commit(
        "risk.edit", editing(Risk, "r1", impact=5), base=store.load(), who="Ève", when=WHEN
    )
    assert entry is not None
    assert (entry.revision, entry.who, entry.when, entry.verb) == (1, "Ève", WHEN, "risk.edit")
    (change,) = entry.changes
    assert (change.table, change.id) == ("risks", "r1")
    assert (change.before, change.after) == ({"impact": 0}, {"impact": 5})


def test_a_change_that_changes_nothing_writes_nothing(store: AnyStore) -> None:
    base = store.load()
    workspace, entry = store.commit("x", editing(Risk, "r1", impact=0), base=base, who="", when="")
    assert (workspace, entry) == (base, None)
    assert store.recent(5) == []


def test_one_commit_changes_several_tables_at_once(store: AnyStore, again: Again) -> None:
    commit(store, lambda w: put(w, Tick(id="t1", value=1), Rule(id="u1", text="Écouter")))
    workspace = again(store).load()
    assert workspace.table(Tick)["t1"].value == 1
    assert workspace.table(Rule)["u1"].text == "Écouter"


def test_a_field_set_back_to_its_default_is_gone(store: AnyStore, again: Again) -> None:
    commit(store, editing(Risk, "r1", measures="Réserver tôt"))
    commit(store, editing(Risk, "r1", measures=""))
    assert again(store).load().table(Risk)["r1"].measures == ""


def test_a_removed_record_is_gone(store: AnyStore, again: Again) -> None:
    commit(store, lambda w: replace(w, tables={**w.tables, "risks": {}}))
    assert again(store).load().table(Risk) == {}


def test_a_verb_is_applied_to_what_another_session_wrote(store: AnyStore, again: Again) -> None:
    mine, other = store.load(), again(store)
    commit(other, adding(Rule(id="u1", text="Écouter")))
    workspace = commit(store, adding(Rule(id="u2", text="Répondre")), base=mine)
    assert set(workspace.table(Rule)) == {"u1", "u2"}
    assert workspace.revision == 2


def test_two_sessions_never_give_the_same_number(store: AnyStore, again: Again) -> None:
    mine, other = store.load(), again(store)
    commit(other, adding(Risk(id="r2")))
    workspace = commit(store, adding(Risk(id="r3")), base=mine)
    assert [risk.number for risk in workspace.alive(Risk)] == [1, 2, 3]


def test_records_keep_the_order_they_were_added_in(store: AnyStore, again: Again) -> None:
    for key in ("z", "a", "m"):
        commit(store, adding(Organization(id=key)))
    commit(store, editing(Organization, "z", name="Zénith"))
    assert list(again(store).load().table(Organization)) == ["z", "a", "m"]


def test_a_session_sees_that_another_one_wrote(store: AnyStore, again: Again) -> None:
    other = again(store)
    store.load()
    other.load()
    commit(other, adding(Rule(id="u1")))
    assert store.moved() and not other.moved()
    store.recent(1)
    assert store.moved(), "reading the history gives no workspace out"
    store.load()
    assert not store.moved()


def test_the_same_field_changed_by_two_people_is_a_conflict(store: AnyStore, again: Again) -> None:
    mine = store.load()
    seen = [Seen(table="risks", id="r1", field="trigger", value="")]
    other = again(store)
    other.commit("x", editing(Risk, "r1", trigger="Grève"), base=other.load(), who="Ali", when=WHEN)
    with pytest.raises(Conflict, match="Ali a changé ce champ entre-temps") as caught:
        store.commit("x", editing(Risk, "r1", trigger="Gel"), base=mine, who="", when="", seen=seen)
    assert (caught.value.mine, caught.value.theirs) == ("", "Grève")
    assert store.load().table(Risk)["r1"].trigger == "Grève"


def test_another_field_of_the_same_record_is_no_conflict(store: AnyStore, again: Again) -> None:
    mine = store.load()
    seen = [Seen(table="risks", id="r1", field="trigger", value="")]
    commit(again(store), editing(Risk, "r1", impact=3))
    workspace, _entry = store.commit(
        "x", editing(Risk, "r1", trigger="Gel"), base=mine, who="", when="", seen=seen
    )
    assert workspace.table(Risk)["r1"].impact == 3
    assert workspace.table(Risk)["r1"].trigger == "Gel"


def test_a_history_entry_read_back_can_be_undone(store: AnyStore, again: Again) -> None:
    before = store.load()
    commit(store, adding(Risk(id="r2", event="Panne")))
    commit(store, lambda w: put(editing(Risk, "r1", review=None)(w), Tick(id="t1")))
    for entry in again(store).recent(10):
        base = store.load()
        workspace, _entry = store.commit(
            "undo", reversing(entry), base=base, who="", when="", undoes=entry.revision
        )
    assert workspace.table(Risk)["r1"].review == before.table(Risk)["r1"].review
    assert set(workspace.table(Risk)) == {"r1"} and not workspace.table(Tick)
    assert [entry.undoes for entry in store.recent(2)] == [1, 2]


def test_undoing_what_others_built_on_is_refused(store: AnyStore) -> None:
    commit(store, editing(Risk, "r1", trigger="Gel"))
    (entry,) = store.recent(1)
    commit(store, editing(Risk, "r1", trigger="Grève"))
    with pytest.raises(Conflict, match="ne peut plus être annulée"):
        commit(store, reversing(entry))


def test_the_newest_entries_come_first(store: AnyStore) -> None:
    for impact in range(1, 6):
        commit(store, editing(Risk, "r1", impact=impact))
    assert [entry.revision for entry in store.recent(3)] == [5, 4, 3]
    assert store.recent(0) == []


@pytest.mark.parametrize("value", ["\ud800", float("nan"), {"a"}, 2.5])
def test_a_value_that_could_not_be_read_back_is_refused(store: AnyStore, value: object) -> None:
    base = store.load()
    with pytest.raises(SaveFailed, match="risks › trigger\u00a0» ne peut pas être gardée"):
        commit(store, editing(Risk, "r1", trigger=value))
    assert store.load() == base
    assert store.recent(5) == []


def test_control_characters_and_odd_text_come_back(store: AnyStore, again: Again) -> None:
    text = 'NUL \x00 ESC \x1b[2J « é » \u202e 🧭 </script> {"a": [1]}\n' * 3
    commit(store, editing(Risk, "r1", trigger=text))
    assert again(store).load().table(Risk)["r1"].trigger == text
