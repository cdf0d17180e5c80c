"""A command line taken through the program's own parsers, whichever they are, and no further."""

import argparse
import contextlib
import io
import runpy
import sys
from collections.abc import Callable, Sequence

import pytest

from granview.cli import main


class Parsed(BaseException):
    """What ends a program once its arguments are parsed; no program catches it."""

    def __init__(self, parser: argparse.ArgumentParser, options: argparse.Namespace | None) -> None:
        super().__init__()
        self.parser, self.options = parser, options


def granview_options(arguments: Sequence[str]) -> argparse.Namespace:
    """What ``granview`` understands of its arguments.

    Raises:
        SystemExit: it refuses them.
    """
    options = _until_parsed(lambda: main(list(arguments)), parse=True).options
    assert options is not None
    return options


def granview_parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """The parser that ``granview`` would give its arguments to: of a command within a command, where one is named."""
    parser = _until_parsed(lambda: main(list(arguments)), parse=False).parser
    for word in arguments:
        inner = next((each for each in parser._actions if isinstance(each, argparse._SubParsersAction)), None)
        if inner is not None and word in inner.choices:
            parser = inner.choices[word]
    return parser


def option_names(parser: argparse.ArgumentParser) -> set[str]:
    """The options of a parser, and of the commands within it."""
    within = [each for each in parser._actions if isinstance(each, argparse._SubParsersAction)]
    inner = [option_names(one) for action in within for one in action.choices.values()]
    return set(parser._option_string_actions).union(*inner)


def help_of(command: str) -> str:
    """What ``granview COMMAND --help`` prints."""
    with contextlib.redirect_stdout(io.StringIO()) as told, contextlib.suppress(SystemExit):
        main([command, "--help"] if command else ["--help"])
    return told.getvalue()


def module_options(module: str, arguments: Sequence[str]) -> argparse.Namespace:
    """What ``python -m module`` understands of its arguments.

    Raises:
        SystemExit: it refuses them.
    """
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "argv", [module, *arguments])
        sys.modules.pop(f"{module}.__main__", None)  # its own tests import it, of which runpy warns
        options = _until_parsed(lambda: runpy.run_module(module, run_name="__main__"), parse=True).options
    assert options is not None
    return options


def _until_parsed(program: Callable[[], object], parse: bool) -> Parsed:
    parse_args = argparse.ArgumentParser.parse_args

    def stop(parser: argparse.ArgumentParser, *given: object) -> None:
        raise Parsed(parser, parse_args(parser, *given) if parse else None)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(argparse.ArgumentParser, "parse_args", stop)
        try:
            program()
        except Parsed as parsed:
            return parsed
    raise AssertionError("it parsed no arguments")
