"""Every command of the registry acts on its screen, and its key works there."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import SIZE, press, shelves
from screens.walking import reach, screen_classes
from textual.dom import DOMNode

from partner_tui import demo
from partner_tui.app import PartnerApp
from partner_tui.commands import Command, Scope, in_scope
from partner_tui.screens.base import WorkScreen

COMMANDS = in_scope(*Scope)

KEYS = [(c, key.strip()) for c in COMMANDS for key in c.keys.split(",") if key.strip()]

BY_SCOPE: dict[Scope, list[type]] = {
    scope: [kind for kind in screen_classes() if scope in kind.SCOPES] for scope in Scope
}
BY_SCOPE[Scope.WORK], BY_SCOPE[Scope.APP] = [WorkScreen], [PartnerApp]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_command_has_what_it_does_on_every_screen_of_its_scope(command: Command) -> None:
    name = command.action.partition("(")[0]
    kinds = [PartnerApp] if name.startswith("app.") else BY_SCOPE[command.scope]
    assert kinds, f"no screen for {command.scope}"
    for kind in kinds:
        assert callable(getattr(kind, f"action_{name.removeprefix('app.')}", None)), kind


@pytest.mark.parametrize("kind", screen_classes(), ids=lambda kind: kind.__name__)
def test_a_screen_binds_every_command_of_its_scopes(kind: type[DOMNode]) -> None:
    bound = {getattr(each, "id", None) for each in kind.BINDINGS}
    for command in COMMANDS:
        if command.scope in kind.SCOPES:
            assert command.id in bound


@pytest.mark.parametrize(
    ("command", "key"), KEYS, ids=[f"{command.id}-{key}" for command, key in KEYS]
)
async def test_its_key_works(command: Command, key: str, tmp_path: Path) -> None:
    services = shelves(tmp_path)
    path = demo.copy(services.paths.data, services.today())
    if command.scope is not Scope.DOSSIERS:
        services.open(path)
        services.direct = True
    app = PartnerApp(services)
    async with app.run_test(size=SIZE) as pilot:
        await reach(app, pilot, command.scope)
        if command.scope not in (Scope.WORK, Scope.APP):
            assert command.scope in getattr(app.screen, "SCOPES", ())
        await press(pilot, key)
        assert app._exception is None
        if command.action not in ("app.quit", "back"):
            assert app.is_running and app.screen_stack
        for back in ("escape", "escape"):
            if app.is_running:
                await press(pilot, back)
    assert app._exception is None


@pytest.mark.parametrize("scope", sorted({c.scope for c in COMMANDS} - {Scope.APP, Scope.WORK}))
async def test_keys_do_no_harm_on_a_new_dossier(empty_app: PartnerApp, scope: Scope) -> None:
    if scope in (Scope.RISK, Scope.FAMILIES):
        pytest.skip("has nothing to stand on in a new dossier")
    if scope in (Scope.DOSSIERS, Scope.MEETING, Scope.MATRIX, Scope.SUGGESTIONS, Scope.HANDING):
        pytest.skip("has nothing to stand on in a new dossier")
    async with empty_app.run_test(size=SIZE) as pilot:
        await reach(empty_app, pilot, scope)
        for command in COMMANDS:
            if command.scope is scope and command.keys:
                await press(pilot, command.keys.split(",")[0], "escape")
                assert empty_app._exception is None, command.id
                await reach(empty_app, pilot, scope)
