"""How each command is written, and the words of the standard parser, in the source language."""

from __future__ import annotations

from partner_tui.i18n import N_

USES = (
    ("statement PATH [--lang fr|en] [--format md|txt]", N_("l'énoncé de partenariat")),
    ("minutes PATH [N]", N_("le compte rendu de la rencontre N, ou de la dernière")),
    ("risks PATH", N_("le registre des risques, sans ce qui est privé")),
    ("status PATH [--json]", N_("où en est le partenariat")),
    (
        "handover PATH --from ROLE --to ROLE [--dry-run]",
        N_("confier à un rôle tout ce que tient un autre, avec une fiche d'une page"),
    ),
    ("guide check [FOLDER]", N_("vérifier les textes du guide, ou ceux de votre organisme")),
    ("history PATH [--record R3] [--limit N]", N_("qui a changé quoi, et quand")),
    ("backup PATH", N_("copier le dossier, historique compris")),
    (
        "restore PATH [BACKUP] [--record R3] [--yes]",
        N_("voir les copies, en remettre une en place, ou une seule fiche"),
    ),
    ("verify PATH [--mend] [--links]", N_("vérifier un dossier, réparer ce qui peut l'être")),
    ("schema", N_("le schéma JSON d'un dossier")),
    (
        "export PATH DOCUMENT|all [--format F] [--output FILE|-|FOLDER]",
        N_("écrire un document, ou tous\u00a0: Word, PDF, courriel, calendrier"),
    ),
    ("export PATH --everything [--with-private]", N_("tout le dossier dans un fichier zip")),
)
"""How each command is written, and what it gives."""
BLANKS = {
    "PATH": N_("CHEMIN"),
    "ROLE": N_("RÔLE"),
    "BACKUP": N_("COPIE"),
    "FILE": N_("FICHIER"),
    "FOLDER": N_("DOSSIER"),
}
"""What the words in capitals are called."""

ARGPARSE = {
    "usage: ": N_("usage\u00a0: "),
    "positional arguments": N_("arguments"),
    "options": N_("options"),
    "show this help message and exit": N_("montrer cette aide"),
    "unrecognized arguments: %s": N_("argument inconnu\u00a0: %s"),
    "the following arguments are required: %s": N_("il manque\u00a0: %s"),
    "argument %(argument_name)s: %(message)s": N_("%(argument_name)s\u00a0: %(message)s"),
    "expected one argument": N_("une valeur est attendue"),
    "invalid %(type)s value: %(value)r": N_("«\u00a0%(value)s\u00a0» ne convient pas"),
}
"""The words of the standard parser, in our catalogs' source language."""
