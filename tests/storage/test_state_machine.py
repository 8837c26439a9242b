"""Two sessions that add, change, undo, redo, crash and reopen, against a plain model."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from storage_kit import WHEN, a_small_workspace

from partner_tui.domain.changes import content
from partner_tui.domain.records import Tick
from partner_tui.domain.workspace import Change, adding, editing
from partner_tui.errors import Conflict
from partner_tui.storage.folder import create
from partner_tui.storage.store import TinyStore
from partner_tui.storage.verify import Fault, verify
from partner_tui.workbook import Workbook

Fields = dict[str, Any] | None
SESSIONS = st.sampled_from([0, 1])
KEYS = st.sampled_from(["a", "b", "c"])
VALUES = st.integers(0, 3)
DEADLY = ("write", "fsync", "replace", "open", "close", "fstat", "unlink", "stat")


class Step(NamedTuple):
    """One record before and after."""

    key: str
    before: Fields
    after: Fields
    revision: int = 0


@dataclass
class Session:
    """A person at a screen, and what the model thinks they can undo and redo."""

    book: Workbook
    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)


class TwoSessions(RuleBasedStateMachine):
    """Every rule does the same to the dossier and to a dictionary."""

    @initialize()
    def begin(self) -> None:
        self.parent = Path(tempfile.mkdtemp())
        self.folder = create(self.parent, a_small_workspace(), "x")
        self.model: dict[str, dict[str, Any]] = {}
        self.revision = 0
        self.sessions = [self._opened(), self._opened()]

    def _opened(self) -> Session:
        return Session(Workbook(TinyStore(self.folder), "Ève", clock=lambda: WHEN))

    def teardown(self) -> None:
        shutil.rmtree(self.parent, ignore_errors=True)

    # -- what people do

    @rule(who=SESSIONS, key=KEYS, value=VALUES)
    def add(self, who: int, key: str, value: int) -> None:
        if key not in self.model:
            tick = Tick(id=key, value=value)
            self._apply(who, adding(tick), Step(key, None, content(tick)))

    @rule(who=SESSIONS, key=KEYS, value=VALUES)
    def count(self, who: int, key: str, value: int) -> None:
        self._set(who, key, value=value)

    @rule(who=SESSIONS, key=KEYS, note=st.sampled_from(["", "é", "\x00\n"]))
    def annotate(self, who: int, key: str, note: str) -> None:
        self._set(who, key, note=note)

    @rule(who=SESSIONS, key=KEYS)
    def archive(self, who: int, key: str) -> None:
        self._set(who, key, archived=True)

    def _set(self, who: int, key: str, **changes: Any) -> None:
        now = self.model.get(key)
        differing = {n: v for n, v in changes.items() if now is not None and now[n] != v}
        step = Step(key, {n: now[n] for n in differing}, differing) if now and differing else None
        self._apply(who, editing(Tick, key, **changes), step)

    def _apply(self, who: int, change: Change, step: Step | None) -> None:
        session = self.sessions[who]
        entry = session.book.apply("x", change)
        assert (entry is None) == (step is None)
        if step is not None:
            self._happened(step)
            session.done.append(step._replace(revision=self.revision))
            session.undone.clear()

    def _happened(self, step: Step) -> None:
        self.revision += 1
        if step.after is None:
            del self.model[step.key]
        else:
            self.model[step.key] = {**self.model.get(step.key, {}), **step.after}

    @rule(who=SESSIONS)
    def undo(self, who: int) -> None:
        session = self.sessions[who]
        self._reverse(session.book.undo, session.done, session.undone)

    @rule(who=SESSIONS)
    def redo(self, who: int) -> None:
        session = self.sessions[who]
        self._reverse(session.book.redo, session.undone, session.done)

    def _reverse(self, act: Callable[[], object], source: list[Step], target: list[Step]) -> None:
        if not source:
            assert act() is None
            return
        step = source[-1]
        now: Fields = self.model.get(step.key)
        if now is not None and step.after is not None:
            now = {name: now[name] for name in step.after}
        if now != step.after:
            source.pop()
            with pytest.raises(Conflict):
                act()
            return
        assert act() is not None
        source.pop()
        reverse = Step(step.key, step.after, step.before)
        self._happened(reverse)
        target.append(reverse._replace(revision=self.revision))

    @rule(who=SESSIONS, back=st.integers(0, 5))
    def take_back(self, who: int, back: int) -> None:
        """Take back any change of the history, one's own or not."""
        session = self.sessions[who]
        entries = session.book.recent(back + 1)
        if len(entries) <= back:
            return
        entry = entries[back]
        (change,) = entry.changes
        now: Fields = self.model.get(change.id)
        if now is not None and change.after is not None:
            now = {name: now[name] for name in change.after}
        if now != change.after:
            with pytest.raises(Conflict):
                session.book.take_back(entry)
            return
        reversal = session.book.take_back(entry)
        assert reversal is not None and reversal.undoes == entry.revision
        step = Step(change.id, *(s and dict(s) for s in (change.after, change.before)))
        self._happened(step)
        session.done = [s for s in session.done if s.revision != entry.revision]
        session.done.append(step._replace(revision=self.revision))
        session.undone.clear()

    # -- what happens to them

    @rule(who=SESSIONS)
    def reopen(self, who: int) -> None:
        self.sessions[who] = self._opened()

    @rule(who=SESSIONS, key=KEYS, value=VALUES, call=st.sampled_from(DEADLY), nth=st.integers(1, 6))
    def die(self, who: int, key: str, value: int, call: str, nth: int) -> None:
        """End a process at one of its system calls in the middle of a commit, then reopen."""
        before = dict(self.model)
        tick = Tick(id=key, value=value, note="last words")
        child = os.fork()
        if child == 0:
            try:
                _fatal(call, nth)
                self.sessions[who].book.apply("x", adding(tick))
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        self.sessions[who] = self._opened()
        found = self.sessions[who].book.workspace
        if found.revision > self.revision:
            self.revision += 1
            self.model = {**before, key: content(tick)}
        for finding in verify(self.folder):
            assert finding.fault in {Fault.TAIL, Fault.LEFTOVER, Fault.VALUE}

    # -- what is always true

    @invariant()
    def everybody_sees_the_model(self) -> None:
        if not hasattr(self, "sessions"):
            return
        for session in (*self.sessions, self._opened()):
            session.book.refresh()
            workspace = session.book.workspace
            assert {key: content(t) for key, t in workspace.table(Tick).items()} == self.model
            assert workspace.revision == self.revision

    @invariant()
    def the_history_has_a_line_for_each_revision(self) -> None:
        if hasattr(self, "sessions"):
            entries = self.sessions[0].book.recent(10**6)
            assert [entry.revision for entry in entries] == list(range(self.revision, 0, -1))


def _fatal(call: str, nth: int) -> None:
    """Make the nth call of a function of `os` the last thing that this process does."""
    real, calls = getattr(os, call), 0

    def dying(*arguments: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == nth:
            os._exit(1)
        return real(*arguments, **options)

    setattr(os, call, dying)


TestTwoSessions = TwoSessions.TestCase
LONG = bool(os.environ.get("PARTNER_TUI_LONG_TESTS"))
TestTwoSessions.settings = settings(
    max_examples=200 if LONG else 10, stateful_step_count=30, deadline=None
)
