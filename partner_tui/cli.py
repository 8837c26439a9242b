"""The command line: open the workbench, or print without it."""

from __future__ import annotations

import argparse
import gc
import os
import re
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

from partner_tui import __version__, i18n
from partner_tui.errors import PartnerError, UsageError
from partner_tui.i18n import N_, _
from partner_tui.usage import ARGPARSE, BLANKS, USES

WRONG = 2
"""Exit status when a path, a file or an option cannot work."""

PRINTERS = ("statement", "minutes", "risks", "status")
COMMANDS = (*PRINTERS, "guide")
READERS = (*PRINTERS, "export", "handover")
"""The commands that write what the guide asks."""
KEEPERS = ("history", "backup", "restore", "verify", "schema", "export")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    i18n.use(_early_language(arguments))
    setattr(argparse, "_", lambda words: _(str(ARGPARSE.get(words, words))))  # noqa: B010 - not typed
    gc.disable()  # a command ends, or the interface runs, before there is anything to collect
    try:
        status = _run(arguments)
        if arguments[:1] and arguments[0] in READERS:
            _tell_guide()
        return status
    except PartnerError as error:
        print(f"partner-tui: {error}", file=sys.stderr)
        return WRONG
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    finally:
        gc.freeze()  # what is left ends with the program: it need not be gone through once more
        gc.enable()


def _run(arguments: list[str]) -> int:
    if arguments[:1] == ["export"] and "--everything" not in arguments:
        return _export(arguments[1:])
    if arguments[:1] == ["handover"]:
        return _hand_over(arguments[1:])
    if arguments and arguments[0] in KEEPERS:
        return _keep(arguments[0], arguments[1:])
    if arguments and arguments[0] in COMMANDS:
        given = _command_parser(arguments[0]).parse_args(arguments[1:])
        from partner_tui import printing

        return (
            printing.guide_check(given.folder) if arguments[0] == "guide" else printing.run(given)
        )
    return _open(_parser().parse_args(arguments))


def _tell_guide() -> None:
    """Tell what is wrong with one's organization's own texts, beside what was written."""
    from partner_tui.guide import own

    if own.folder() is not None:
        from partner_tui.guide import own_check

        if told := own_check.told():
            print(f"partner-tui: {told}", file=sys.stderr)


def _export(arguments: list[str]) -> int:
    from partner_tui import exporting

    parser = _parser_of("export")
    exporting.fill(parser)
    return exporting.run(parser.parse_args(arguments))


def _hand_over(arguments: list[str]) -> int:
    from partner_tui import handover

    parser = _parser_of("handover")
    handover.fill(parser)
    return handover.run(parser.parse_args(arguments))


def _keep(name: str, arguments: list[str]) -> int:
    from partner_tui import keeping

    parser = _parser_of(name)
    keeping.fill(name, parser)
    return keeping.run(parser.parse_args(arguments))


def _early_language(arguments: Sequence[str]) -> str:
    """Return the language of messages, before anything else is read."""
    for option, value in pairwise(arguments):
        if option == "--lang" and value in i18n.LANGUAGES:
            return value
    return i18n.language_of(os.environ)


class _Help(argparse.RawDescriptionHelpFormatter):
    """Lays the help out as wide as the terminal, without the module that argparse loads for it."""

    def __init__(self, prog: str) -> None:
        """Measure the terminal; a printing command is ready sooner so."""
        try:
            columns = os.get_terminal_size(sys.stdout.fileno()).columns
        except (OSError, ValueError, AttributeError):
            columns = 80
        super().__init__(prog, width=max(columns, 40) - 2)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        """Keep the lines as they are written, those that fit."""
        lines = text.splitlines()
        if max(map(len, lines), default=0) > width:
            from textwrap import wrap

            lines = [
                row
                for each in lines
                for row in wrap(
                    each,
                    width,
                    subsequent_indent="  " if each.startswith(" ") else "",
                    replace_whitespace=False,
                )
                or [""]
            ]
        return "\n".join(indent + line for line in lines)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the options in one sentence."""

    def __init__(self, **options: Any) -> None:
        """Keep the lines of a description as they are written."""
        super().__init__(formatter_class=_Help, allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
        """Raise the sentence instead of printing a usage block."""
        hint = _("Essayez «\u00a0{command}\u00a0».").format(command=f"{self.prog} --help")
        raise UsageError(f"{message}. {hint}")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """Say what may be chosen as one writes it, without quotes."""
        if action.choices is not None and value not in action.choices:
            told = _("«\u00a0{value}\u00a0» n'est pas possible; au choix\u00a0: {choices}")
            said = told.format(value=value, choices=", ".join(map(str, action.choices)))
            raise argparse.ArgumentError(action, said)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="partner-tui",
        description=_("Bâtir un partenariat entre un campus et un organisme, et le garder vivant."),
        epilog=_commands(),
    )
    parser.add_argument("path", nargs="?", type=Path, metavar=_("CHEMIN"),
                        help=_("un dossier, ou son fichier partnership.json"))  # fmt: skip
    parser.add_argument("--demo", action="store_true",
                        help=_("ouvrir une copie neuve du dossier d'exemple"))  # fmt: skip
    parser.add_argument("--lang", choices=i18n.LANGUAGES, default="", help=_("langue de l'écran"))
    parser.add_argument("--mouse", action="store_true", help=_("laisser la souris agir"))
    parser.add_argument("--read-only", action="store_true", help=_("ne rien enregistrer"))
    parser.add_argument("--ascii", action="store_true", help=_("n'employer que des signes simples"))
    parser.add_argument("--slow-line", action=argparse.BooleanOptionalAction, default=None,
                        help=_("ménager la ligne\u00a0: le texte d'à côté attend que le curseur "
                               "se pose; d'office par SSH"))  # fmt: skip
    parser.add_argument("--version", action="version", version=f"partner-tui {__version__}",
                        help=_("montrer la version"))  # fmt: skip
    return parser


def _commands() -> str:
    rows = "\n".join(f"  partner-tui {_named(use)}\n      {_(text)}" for use, text in USES)
    return _("Sans l'écran\u00a0:") + "\n" + rows


def _named(use: str) -> str:
    """Return how a command is written, its blanks in the language of the screen."""
    return re.sub(r"[A-Z]{4,}", lambda found: _(BLANKS.get(found[0], found[0])), use)


def _parser_of(name: str) -> _Parser:
    """Return the parser of a command, which says what the command gives."""
    told = next(_(text) for use, text in USES if use.split()[0] == name)
    return _Parser(prog=f"partner-tui {name}", description=f"{told[:1].upper()}{told[1:]}.")


def _command_parser(name: str) -> argparse.ArgumentParser:
    parser = _parser_of(name)
    parser.set_defaults(document=name)
    if name == "guide":
        parser.add_argument("check", choices=["check"], metavar="check")
        parser.add_argument("folder", nargs="?", type=Path, metavar=_("DOSSIER"),
                            help=_("vos textes; sinon ceux d'origine"))  # fmt: skip
        return parser
    parser.add_argument("path", type=Path, metavar=_("CHEMIN"),
                        help=_("un dossier, ou son fichier partnership.json"))  # fmt: skip
    if name == "minutes":
        parser.add_argument("number", nargs="?", type=int, metavar="N",
                            help=_("le numéro de la rencontre; sinon la dernière"))  # fmt: skip
    parser.add_argument("--lang", choices=i18n.LANGUAGES, default="",
                        help=_("langue des textes et des documents"))  # fmt: skip
    if name == "status":
        parser.add_argument("--json", action="store_true",
                            help=_("données, pour un autre programme"))  # fmt: skip
    parser.add_argument("--format", choices=["md", "txt"], default="txt",
                        help=_("Markdown ou texte simple"))  # fmt: skip
    return parser


def _open(given: argparse.Namespace) -> int:
    _check_terminal()
    from partner_tui.terminal.environment import prepare_environment

    prepare_environment()
    from partner_tui import bootstrap

    made = bootstrap.services(given.lang)
    made.read_only = given.read_only
    if given.demo:
        bootstrap.open_demo(made)
    elif given.path is not None:
        made.open(given.path)
        made.direct = True
    from partner_tui.start import run

    slow = made.settings.slow_line if given.slow_line is None else given.slow_line
    return run(made, mouse=given.mouse or made.settings.mouse, plain=given.ascii, slow=slow)


def _check_terminal() -> None:
    from partner_tui.terminal.preconditions import Reason, is_terminal, refusal

    reason = refusal(
        os.environ,
        stdin_isatty=is_terminal(sys.stdin),
        output_isatty=is_terminal(sys.__stderr__),
    )
    sentences = {
        Reason.INPUT_NOT_TERMINAL: N_("l'entrée n'est pas un terminal"),
        Reason.OUTPUT_NOT_TERMINAL: N_("la sortie d'erreur n'est pas un terminal"),
        Reason.TERMINAL_TOO_SIMPLE: N_("ce terminal est trop simple (variable TERM)"),
    }  # fmt: skip
    if reason is not None:
        way = _("Pour imprimer sans l'écran\u00a0: partner-tui status CHEMIN.")
        raise UsageError(f"{_(sentences[reason])}. {way}")
