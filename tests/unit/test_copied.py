"""What is said of a copied text."""

from __future__ import annotations

from partner_tui.clipboard import Copied, Way
from partner_tui.documents.copied import told
from partner_tui.i18n import translator


def test_a_copy_is_named_then_its_format_and_its_way() -> None:
    copied = Copied(way=Way.DESKTOP, size=12, path=None, verified=True)
    said = told(copied, translator("fr"), "En texte simple", "Compte rendu 4")
    assert said.replace("\u00a0", " ") == (
        "« Compte rendu 4 ». En texte simple. Copié dans le presse-papiers de ce poste."
    )
