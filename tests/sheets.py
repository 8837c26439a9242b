"""Stylesheets parsed once for the programs of all tests, as for the screens of one program."""

from __future__ import annotations

from typing import Any

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_parse = Stylesheet._parse_rules
_parsed: dict[tuple[Any, ...], list[RuleSet]] = {}


def install() -> None:
    """Let every stylesheet take the rules that another parsed from the same words and colours."""
    Stylesheet._parse_rules = _rules  # type: ignore[method-assign]


def _rules(sheet: Stylesheet, css: str, *args: Any, **kwargs: Any) -> list[RuleSet]:
    key = (css, args, *kwargs.items(), *sheet._variables.items())
    if key not in _parsed:
        _parsed[key] = _parse(sheet, css, *args, **kwargs)
    return _parsed[key]
