"""A very small guide, whole and without a mistake, that tests spoil in one place."""

from __future__ import annotations

from pathlib import Path

CHAPTER = """---
id: intro
order: 10
title: Par où commencer
short: Introduction
---

Bonjour à [l'étape](step:s1), à la [question](question:s1.need.what) et à la [liste](list:launch).
Voir [plus bas](guide:intro#intro.rows) et les [risques](screen:risks).

{id="intro.rows"}
## Des rangées

{id="form.one"}
### Une forme

Ce qu'elle est.

> Une réponse.

{id="form.two"}
### Une autre

Ce qu'elle est.
"""

STEP = """---
id: s1
number: 1
title: Évaluer le besoin
short: Besoin
leaves: une décision
---

Pourquoi.

{id="s1.need"}
## Un vrai besoin?

Deux questions.

{id="s1.need.what" kind="text"}
### Quel besoin?

Parce que.

> Un exemple.

{id="s1.need.form" kind="choice date" parts="Forme | Depuis" choices="form." per="organization"}
### Quelle forme?

Parce que.

> Un exemple.

{id="s1.enough"}
## Quand c'est assez bon

Voilà.
"""

LIST = """---
id: launch
order: 10
kind: tick
title: Liste de lancement
short: Lancement
lead: Nous avons…
---

Onze lignes.

{id="chk.goals" step="s1" evidence="objectives answer:s1.need.what"}
### précisé nos buts

Un oui ressemble à ceci.
"""

POSITIONS = """---
id: ready
order: 20
kind: positions
title: Prêts?
short: Préparation
questions: s1.need
---

Deux lignes.
"""

FILES = {
    "guide/intro.md": CHAPTER,
    "steps/s1.md": STEP,
    "lists/launch.md": LIST,
    "lists/ready.md": POSITIONS,
}


def a_guide(root: Path) -> Path:
    """Write the small guide in a folder and return it."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def spoil(root: Path, name: str, before: str, after: str) -> None:
    """Change one place of a file of the small guide."""
    path = root / name
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
