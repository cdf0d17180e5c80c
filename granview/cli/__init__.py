"""The ``granview`` command: a window, or, by a first word, one of the commands that work without a screen.

Nothing heavy is imported before a command needs it.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final

from granview.cli.signals import Interrupted, ending_in_order
from granview.cli.streams import lasting_streams
from granview.core.errors import ArgumentError, GranViewError, InputError, SessionError

COMMANDS: Final = {
    "run": "run models over inputs and write tables, masks and comparison pictures",
    "data": "show what is understood of data sets, before anything is run",
    "models": "list what can be loaded",
    "variants": "list how a model can be run: number formats and recipes",
    "describe": "show how the file of an exported network would be run",
    "compare": "hold one session against another, for CI: what has become worse",
    "export": "write the files of a session",
    "grain": "show what lanes score by size, contrast, class or any column of the data",
    "slices": "show what lanes score on some of the units of a session",
    "verdict": "say in one passage what a comparison comes to",
    "report": "write one file that says what a session comes to, as HTML or PDF",
    "runtime": "show, build and change what models run on in the application",
    "info": "show versions, devices and where things are kept",
}
"""The commands by their first word; each is a module of this package with a ``main``."""

INTERRUPTED: Final = 130
BAD_ARGUMENTS: Final = 2
FAILED: Final = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code.

    0: everything succeeded; 1: something failed, and was listed; 2: bad arguments; 128 and the number of the signal
    that ended it: 130 for Ctrl-C.

    Args:
        arguments: By default those of the program, which then ends, also for the signals that ask it to.
    """
    rest = list(sys.argv[1:] if arguments is None else arguments)
    name = rest.pop(0) if rest and rest[0] in COMMANDS else "window"
    with lasting_streams() as (output, _):
        code = _run(name, rest, is_program=arguments is None)
        output.flush()
        if output.lost:
            return code or _print_error(f"Not all could be printed: {output.lost}.", FAILED)
        return code


def _run(name: str, arguments: Sequence[str], is_program: bool) -> int:
    try:
        with ending_in_order(is_program=is_program):
            code: int = import_module(f"granview.cli.{name}").main(arguments)
    except Interrupted as interrupted:
        return _print_error(f"{interrupted.words}.", interrupted.exit_code)
    except KeyboardInterrupt:
        return _print_error("Interrupted.", INTERRUPTED)
    except (ArgumentError, InputError, SessionError) as error:
        return _print_error(str(error), BAD_ARGUMENTS)
    except GranViewError as error:
        return _print_error(str(error), FAILED)
    return code


def _print_error(sentence: str, code: int) -> int:
    print(f"granview: {sentence}", file=sys.stderr)
    return code
