"""What became of a copied text, said without claiming what cannot be known."""

from __future__ import annotations

from partner_tui.clipboard import Copied, Way
from partner_tui.domain.text import one_line
from partner_tui.i18n import N_, Translator

SENTENCES = {
    Way.TMUX: N_(
        "Confié à tmux\u00a0: ctrl+b (son préfixe), puis ], le colle. "
        "Votre terminal l'a aussi, s'il l'accepte."
    ),
    Way.SCREEN: N_("Envoyé à votre terminal à travers screen; rien ne permet de le vérifier."),
    Way.TERMINAL: N_("Envoyé à votre terminal; s'il l'accepte, vous pouvez coller."),
    Way.DESKTOP: N_("Copié dans le presse-papiers de ce poste."),
    Way.FILE_ONLY: N_("Aucun presse-papiers ne peut recevoir ce texte d'ici."),
}


def told(copied: Copied, t: Translator, form: str = "", name: str = "") -> str:
    """Return sentences: what was copied, in which format, which way, and where the file is."""
    if copied.size == 0:
        return t.text(N_("Il n'y a rien à copier."))
    what = t.quoted(one_line(name, 40)) if name else ""
    sentence = ". ".join(filter(None, (what, form, t.text(SENTENCES[copied.way]))))
    if copied.path is not None:
        sentence += " " + t.text(N_("Aussi dans le fichier {path}")).format(path=copied.path)
    elif copied.way is Way.FILE_ONLY:
        sentence += " " + t.text(N_("Le dossier des copies n'a pas pu être écrit."))
    return sentence
