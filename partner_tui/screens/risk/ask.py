"""One line asked of a risk."""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import date

from partner_tui.documents.words import cite
from partner_tui.domain.records import Risk
from partner_tui.domain.spoken import Spoken, read
from partner_tui.i18n import current
from partner_tui.screens.hinting import HintingScreen
from partner_tui.screens.meeting.heard import doubt


class RiskAsk(ABC):
    """Asks one line of a risk; what is doubtful is shown once, then kept as it is."""

    def __init__(self, screen: HintingScreen, risk: Risk) -> None:
        self._screen, self._risk = screen, risk
        self._insisted = ""

    name = ""
    """How the draft of the line is called."""

    def ask(self, text: str = "") -> None:
        """Ask for the line."""
        slot = f"risks/{self._risk.id}/{self.name}"
        self._screen.ask_line(self._label, self._take, self._hint, text, slot=slot)

    @property
    def _reference(self) -> str:
        return cite(self._risk, current())

    @property
    def _today(self) -> date:
        return self._screen.services.today()

    def _read(self, text: str) -> Spoken:
        return read(text, self._screen.workspace, self._today)

    def _doubt(self, spoken: Spoken) -> str:
        return doubt(spoken, self._screen.workspace, current())

    @abstractmethod
    def _label(self) -> str:
        """Return what is asked for."""

    @abstractmethod
    def _hint(self, text: str) -> str:
        """Return what is understood."""

    @abstractmethod
    def _take(self, text: str) -> None:
        """Keep the line."""

    def _again(self, text: str) -> None:
        """Ask again; the same line twice is meant."""
        self._insisted = text
        self.ask(text)
