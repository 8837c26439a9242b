"""Copying: the terminal's way first, away from the keyboard's turn, and a notice that says how."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on, work
from textual.driver import Driver

from partner_tui import i18n
from partner_tui.app.moving import Moving
from partner_tui.bootstrap import Services
from partner_tui.messages import Copy, Notice

if TYPE_CHECKING:
    from partner_tui.clipboard import Copied

Copier = Callable[[str, str], "Copied"]


class Copying(Moving):
    """A program that copies what its screens give it."""

    def __init__(
        self,
        services: Services,
        driver_class: type[Driver] | None = None,
        copier: Copier | None = None,
    ) -> None:
        super().__init__(services, driver_class)
        self._copier = copier or self._copy_outside

    @on(Copy)
    @work(thread=True, exclusive=True, group="copy", exit_on_error=False)
    def _copy(self, event: Copy) -> None:
        from partner_tui.documents.copied import told

        copied = self._copier(event.text, event.name)
        self.post_message(Notice(told(copied, i18n.current(), event.form, event.name)))

    def _copy_outside(self, text: str, name: str) -> Copied:
        from partner_tui.clipboard import Clipboard

        return Clipboard(os.environ, self._write, self.services.exports).copy(text, name)

    def _write(self, data: bytes) -> None:
        if self._driver is not None:
            self._driver.write(data.decode("ascii"))
