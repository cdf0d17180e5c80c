"""``--trust-code``, and the question that stands for it on a terminal."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from granview.core.lane import LaneSpec
    from granview.engine.source_trust import UntrustedCode

_YES = ("y", "yes")


def add_trust_options(parser: ArgumentParser) -> None:
    """Add it to a parser."""
    parser.add_argument(
        "--trust-code", action="extend", nargs="+", type=Path, default=[], metavar="FILE",
        help="let this file run, as it is now: a model's .py, .pt or .pt2 is a program; remembered on this machine",
    )  # fmt: skip


def settle_trust(options: Namespace, lanes: "Sequence[LaneSpec]") -> None:
    """Allow what was named, then ask about the rest where somebody can be asked.

    Raises:
        ArgumentError: a program is not allowed to run.
    """
    from granview.engine.source_trust import refuse_untrusted, trust_all, trust_programs, untrusted_code

    trust_all(options.trust_code)
    models = [lane.model for lane in lanes]
    if sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty():
        trust_programs(code for code in untrusted_code(models) if _is_allowed(code))
    refuse_untrusted(models)


def _is_allowed(code: "UntrustedCode") -> bool:
    told = f'\n  It says: "{_printable(code.summary)}"' if code.summary else ""
    print(
        f"{_printable(str(code.file))} is a program, and this model runs it with your rights.{told}\n"
        f"  SHA-256 {code.sha256}\nLet it run, as it is now, on this machine? [y/N] ",
        end="",
        file=sys.stderr,
        flush=True,
    )
    return sys.stdin.readline().strip().casefold() in _YES


def _printable(words: str) -> str:
    """Words of a stranger without what would move a terminal's cursor, and so hide the question."""
    return "".join(character if character.isprintable() else "?" for character in words)
