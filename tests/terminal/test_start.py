"""What is checked and set before the interface opens."""

from __future__ import annotations

import subprocess
import sys

import pytest

from partner_tui.terminal import guard
from partner_tui.terminal.environment import DEFAULTS, prepare_environment
from partner_tui.terminal.preconditions import Reason, is_terminal, refusal


def test_a_real_terminal_is_accepted() -> None:
    env = {"TERM": "xterm-256color"}
    assert refusal(env, stdin_isatty=True, output_isatty=True) is None


@pytest.mark.parametrize("env", [{}, {"TERM": ""}, {"TERM": "dumb"}, {"TERM": "unknown"}])
def test_a_terminal_that_cannot_place_text_is_refused(env: dict[str, str]) -> None:
    assert refusal(env, stdin_isatty=True, output_isatty=True) is Reason.TERMINAL_TOO_SIMPLE


def test_a_redirected_stream_is_refused_first() -> None:
    assert refusal({}, stdin_isatty=False, output_isatty=False) is Reason.INPUT_NOT_TERMINAL
    assert refusal({}, stdin_isatty=True, output_isatty=False) is Reason.OUTPUT_NOT_TERMINAL


def test_a_missing_or_closed_stream_is_no_terminal() -> None:
    with open("/dev/null") as stream:
        assert not is_terminal(stream)
    assert not is_terminal(stream)
    assert not is_terminal(None)


def test_the_environment_keeps_what_the_person_chose() -> None:
    env = {"ESCDELAY": "50"}
    prepare_environment(env)
    assert env == DEFAULTS | {"ESCDELAY": "50"}


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"])
def test_an_escape_waits_longer_where_the_line_may_cut_an_arrow(name: str) -> None:
    near: dict[str, str] = {name: ""}
    far = {name: "something"}
    prepare_environment(near)
    prepare_environment(far)
    assert int(near["ESCDELAY"]) <= 60
    assert int(far["ESCDELAY"]) == 300


def test_neither_the_conditions_nor_the_environment_load_textual() -> None:
    code = (
        "import sys; from partner_tui.terminal import environment, guard, preconditions;"
        "environment.prepare_environment(); guard.installed(); sys.exit('textual' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_installed_textual_is_the_one_the_input_layer_knows() -> None:
    assert guard.installed() == guard.EXPECTED
    assert guard.is_expected()
    assert guard.missing_names() == ()


def test_another_textual_that_lacks_a_name_is_refused_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(guard, "is_expected", lambda: False)
    monkeypatch.setattr(guard, "installed", lambda: "9.0.0")
    guard.require_supported_textual()
    monkeypatch.delattr("textual.drivers.linux_driver.LinuxDriver._sigcont_application")
    with pytest.raises(guard.UnsupportedTextualError) as caught:
        guard.require_supported_textual()
    assert str(caught.value) == (
        "This program needs textual 8.2.8; version 9.0.0 lacks LinuxDriver._sigcont_application."
    )
