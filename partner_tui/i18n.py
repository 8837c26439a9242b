"""The languages of the program: French is the source, other languages are gettext catalogs."""

from __future__ import annotations

import gettext
import os
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

DOMAIN = "partner_tui"
LOCALE = Path(__file__).parent / "locale"


def N_(message: str) -> str:
    """Mark a message for the catalogs; it is translated where it is shown."""
    return message


LANGUAGES: Mapping[str, str] = {"fr": N_("français"), "en": N_("anglais")}
"""Code → name; the first is the source."""

MONTHS = (
    *(N_("janvier"), N_("février"), N_("mars"), N_("avril"), N_("mai"), N_("juin")),
    *(N_("juillet"), N_("août"), N_("septembre"), N_("octobre"), N_("novembre"), N_("décembre")),
)


class _French(gettext.NullTranslations):
    """The source language: messages as they are, and zero is singular."""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the singular for zero and one."""
        return msgid1 if n < 2 else msgid2


class Translator:
    """Words, plurals and dates in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalog: gettext.NullTranslations = (
            _French()
            if language == "fr"
            else gettext.translation(DOMAIN, LOCALE, [language], fallback=True)
        )

    def text(self, message: str) -> str:
        """Return a message in this language."""
        return self._catalog.gettext(message) if message else ""

    def plural(self, one: str, many: str, n: int) -> str:
        """Return the form for a count, with `{n}` filled in."""
        return self._catalog.ngettext(one, many, n).format(n=n)

    def source(self, words: str) -> str:
        """Return the message whose words in this language these are, else the words."""
        known = getattr(self._catalog, "_catalog", {})
        found = (message for message, said in known.items() if said == words)
        return next((message for message in found if isinstance(message, str)), words)

    def colon(self, label: str) -> str:
        """Return a label and its colon; French puts a space between them."""
        return self.text("{label}\u00a0:").format(label=label)

    def quoted(self, words: str) -> str:
        """Return words between quotation marks."""
        return self.text("«\u00a0{words}\u00a0»").format(words=words)

    def spoken(self, language: str) -> str:
        """Return that something is in a language: in French."""
        return self.text("en {language}").format(language=self.text(LANGUAGES[language]))

    def only(self, language: str) -> str:
        """Return the mark of what exists in one language only; nothing for one nobody knows."""
        name = self.text(LANGUAGES.get(language, ""))
        return self.text("[en {language} seulement]").format(language=name) if name else ""

    def day(self, value: date | None) -> str:
        """Return a date in full, as documents write it: 3 novembre 2026, 1er décembre 2026."""
        if value is None:
            return ""
        first = value.day == 1 and self.language == "fr"
        return self.text("{day} {month} {year}").format(
            day="1er" if first else value.day,
            month=self.text(MONTHS[value.month - 1]),
            year=value.year,
        )


def after(language: str) -> str:
    """Return the language that comes next, the first one after the last."""
    codes = [*LANGUAGES]
    return codes[(codes.index(language) + 1) % len(codes)] if language in codes else codes[0]


@lru_cache
def translator(language: str) -> Translator:
    """Return the translator of a language."""
    return Translator(language)


class _Current:
    """Which language the screen speaks now; gettext has one per process."""

    translator = translator("fr")


def use(language: str) -> None:
    """Switch the language of the screen."""
    _Current.translator = translator(language)


def current() -> Translator:
    """Return the translator of the screen."""
    return _Current.translator


def _(message: str) -> str:
    """Return a message in the language of the screen."""
    return _Current.translator.text(message)


def ngettext(one: str, many: str, n: int) -> str:
    """Return the form for a count in the language of the screen, `{n}` filled in."""
    return _Current.translator.plural(one, many, n)


def language_of(environment: Mapping[str, str] = os.environ) -> str:
    """Return the language the environment asks for; French when it does not say."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        for wanted in environment.get(name, "").split(":"):
            code = wanted[:2].lower()
            if code in LANGUAGES and (len(wanted) == 2 or wanted[2:3] in "_-."):
                return code
    return "fr"
