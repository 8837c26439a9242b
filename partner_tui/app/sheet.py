"""The stylesheet: parsed once for the same colours, which is a third of what a start costs."""

from __future__ import annotations

from textual.css.stylesheet import Stylesheet


class Sheet(Stylesheet):
    """Textual parses every source again when a screen is opened; here, when a colour changed."""

    _colours_changed = False

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take other colours, if they are others."""
        if variables != self._variables:
            self._colours_changed = True
            super().set_variables(variables)

    def reparse(self) -> None:
        """Parse what is not parsed with these colours yet."""
        if self._colours_changed:
            super().reparse()
            self._colours_changed = False
        elif self._require_parse:
            self.parse()
