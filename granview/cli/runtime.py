"""``granview runtime``: what models run on, in the application that one double-clicks."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from granview.cli.parser import new_parser
from granview.cli.table import text_table
from granview.core.memory_words import gigabytes

if TYPE_CHECKING:
    from granview.runtime.application import Application
    from granview.runtime.backends import Offer
    from granview.runtime.progress import BuildProgress

_PERCENT_STEP: Final = 5


def _parser() -> ArgumentParser:
    parser = new_parser(
        "granview runtime",
        "Show, build and change what models run on. The application itself has no torch: CUDA's takes\n"
        "gigabytes, so that which one is built is your choice. Each is built beside the one before.",
        "examples:\n"
        "  granview runtime list\n"
        "  granview runtime install\n"
        "  granview runtime install --backend cuda\n"
        "  granview runtime install --backend cpu --index https://mirror.example.org/simple\n"
        "  granview runtime install --wheels wheels/\n"
        "  granview runtime check\n"
        "  granview runtime rollback\n"
        "  granview runtime remove 2",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    listing = commands.add_parser("list", help="what is there, and what can be built here")
    listing.add_argument("--files", metavar="BACKEND", default="", help="instead, the files that a build needs")
    install = commands.add_parser("install", help="download and build one, try it, and run models on it from then on")
    install.add_argument("--backend", default="", help="cpu, cuda, …; by default the one chosen before, or recommended")
    install.add_argument(
        "--index",
        default="",
        metavar="URL",
        help="index to take packages from (PEP 503 or 691); by default that of last time",
    )
    install.add_argument("--wheels", type=Path, metavar="DIR", help="take packages from this folder, without a network")
    commands.add_parser("check", help="have the one that counts compute something")
    commands.add_parser("rollback", help="run models on the one before again")
    remove = commands.add_parser("remove", help="remove one from the disk")
    remove.add_argument("number", type=int, metavar="NUMBER", help="as the list has it")
    return parser


def main(arguments: Sequence[str]) -> int:
    """Do what the first word says; returns the exit code."""
    from granview.core.errors import ArgumentError
    from granview.runtime.application import this_application

    options = _parser().parse_args(arguments)
    try:
        application = this_application()
    except ArgumentError as error:
        if options.command != "list":
            raise
        print(error)
        return 0
    return _COMMANDS[options.command](application, options)


def _list(application: "Application", options: Namespace) -> int:
    if options.files:
        return _files(application, options.files)
    pointer = application.installed.pointer
    states = {pointer.previous: "the one before", pointer.number: "models run on it"}
    rows = [
        (
            str(each.number),
            each.backend,
            each.torch,
            each.device,
            gigabytes(each.size_bytes),
            states.get(each.number, ""),
        )
        for each in application.installed.all()
    ]
    print(
        text_table(("runtime", "backend", "torch", "device", "size", ""), rows) if rows else "There is no runtime yet."
    )
    print(f"\nHere: {application.machine.device}. What can be built:\n")
    print("\n".join(map(_offer_line, application.offers)))
    if (offer := application.outdated()) is not None:
        print(f"\nThis version of GranView has newer packages for {offer.backend}: granview runtime install.")
    return 0


def _offer_line(offer: "Offer") -> str:
    if offer.refusal:
        return f"  {offer.backend:<6} not here. {offer.refusal}"
    sizes = f"{gigabytes(offer.download_bytes)} to download, about {gigabytes(offer.unpacked_bytes)} on the disk"
    if offer.asks_index:
        names = " and ".join(offer.stated_by_index)
        sizes = (
            f"{gigabytes(offer.download_bytes)} to download, and {names}: PyTorch's index is asked for their sizes and "
            "hashes when it is built"
        )
    best = ", recommended" if offer.is_recommended and not offer.warning else ""
    return f"  {offer.backend:<6} {sizes}{best}{f'. {offer.warning}' if offer.warning else ''}"


def _files(application: "Application", backend: str) -> int:
    """The wheels by name, size and hash: what a folder without a network must hold."""
    from granview.runtime.backends import offer_of

    offer = offer_of(application.offers, backend)
    for name in offer.stated_by_index:
        print(f"{name}: of PyTorch's index; its file is known when the runtime is built.", file=sys.stderr)
    for wheel in offer.wheels:
        print(f"{wheel.filename} {wheel.size_bytes} sha256:{wheel.sha256}")
    return 0


def _install(application: "Application", options: Namespace) -> int:
    from granview.runtime.backends import offer_of, recommended
    from granview.runtime.build import Source

    backend = options.backend or application.chosen_backend() or recommended(application.offers)
    offer = offer_of(application.offers, backend)
    if offer.warning:
        print(offer.warning, file=sys.stderr)
    source = Source(options.index or application.chosen_index(), options.wheels)
    offer = application.builder.completed(offer, source)
    print(f"{offer.title}: {gigabytes(offer.download_bytes)} to download.", file=sys.stderr)
    if names := " and ".join(offer.stated_by_index):
        print(
            f"The hashes of {names} are those that the index states; all others are of GranView's own lock.",
            file=sys.stderr,
        )
    runtime = application.builder.build(offer, source, _ProgressLines(), lambda: False)
    print(f"Models run on runtime {runtime.number} from now on: torch {runtime.torch}, {runtime.device}.")
    return 0


def _check(application: "Application", _: Namespace) -> int:
    report = application.check()
    print(f"Runtime {application.installed.pointer.number} computes: torch {report.torch}, {report.name}.")
    return 0


def _rollback(application: "Application", _: Namespace) -> int:
    runtime = application.installed.roll_back()
    print(f"Models run on runtime {runtime.number} again: {runtime.backend}, torch {runtime.torch}.")
    return 0


def _remove(application: "Application", options: Namespace) -> int:
    application.installed.remove(options.number)
    print(f"Runtime {options.number} is removed.")
    return 0


class _ProgressLines:
    """Prints how far a build is: each step, each twentieth of a download, and whatever keeps it waiting."""

    def __init__(self) -> None:
        self._printed: object = None

    def __call__(self, progress: "BuildProgress") -> None:
        """Print a line where there is something new."""
        from granview.runtime.progress import Step

        percent = 100 * progress.done_bytes // max(progress.total_bytes, 1)
        state = (progress.step, percent // _PERCENT_STEP, progress.trouble)
        if state == self._printed:
            return
        self._printed = state
        if progress.trouble:
            print(f"{progress.trouble} Trying again …", file=sys.stderr)
        elif progress.step is Step.DOWNLOAD:
            speed = f", {gigabytes(progress.bytes_per_s)}/s" if progress.bytes_per_s else ""
            print(f"{percent} % of {gigabytes(progress.total_bytes)}{speed}", file=sys.stderr)
        else:
            print({Step.UNPACK: "Unpacking …", Step.TEST: "Computing something …"}[progress.step], file=sys.stderr)


_COMMANDS: Final[dict[str, Callable[["Application", Namespace], int]]] = {
    "list": _list,
    "install": _install,
    "check": _check,
    "rollback": _rollback,
    "remove": _remove,
}
