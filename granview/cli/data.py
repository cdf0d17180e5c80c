"""``granview data``: what is understood of files and folders before anything is run."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from granview.cli import FAILED
from granview.cli.parser import new_parser

if TYPE_CHECKING:
    from granview.api.data_description import DataDescription

_LISTED: Final = 30


def _parser() -> ArgumentParser:
    from granview.cli.data_options import add_data_options

    parser = new_parser(
        "granview data",
        "Show what is understood of data sets and folders: layout, splits, sorts of references, classes,\n"
        "what the values of masks are taken for, and what is left over. Nothing is run or written.",
        "examples:\n  granview data roads/\n  granview data roads/ cells/ --split roads=train val --json\n\n"
        "exit code: 0 all was understood, 1 a data set could not be read, 2 bad arguments",
    )
    parser.add_argument("path", nargs="+", type=Path, metavar="PATH", help="folders and files, as run takes them")
    parser.add_argument("--json", action="store_true", help="print it as JSON")
    add_data_options(parser)
    return parser


def main(arguments: Sequence[str]) -> int:
    """Print it; returns the exit code."""
    options = _parser().parse_args(arguments)
    import msgspec

    from granview.api.data_choices import by_data_set
    from granview.api.data_description import described
    from granview.core.errors import InputError
    from granview.io.regular_files import is_there

    if missing := [path for path in options.path if not is_there(path)]:
        raise InputError(f"{missing[0]} does not exist.", "Check the path.")
    descriptions, problems = described(options.path, by_data_set(options.split), by_data_set(options.reference_set))
    for problem in problems:
        print(f"{problem.path}: {problem.error} {problem.hint}".rstrip(), file=sys.stderr)
    if options.json:
        print(msgspec.json.format(msgspec.json.encode(descriptions)).decode())
    else:
        print("\n\n".join("\n".join(_lines(each)) for each in descriptions))
    return FAILED if problems else 0


def _lines(known: "DataDescription") -> Iterator[str]:
    from granview.cli.table import text_table
    from granview.io.leftovers import counted

    yield f"{known.root}: {known.title}, told by {known.evidence}"
    yield f"  {known.n_taken:,} of {known.n_inputs:,} inputs are taken"
    if known.splits:
        rows = [[s.name, f"{s.n_inputs:,}", f"{s.n_references:,}", "yes" if s.is_taken else ""] for s in known.splits]
        yield _indented(text_table(("split", "inputs", "with reference", "taken"), rows, frozenset({1, 2})))
    if known.reference_sets:
        rows = [[each.name, each.title, f"{each.n:,}"] for each in known.reference_sets]
        yield _indented(text_table(("reference set", "what it is", "inputs"), rows, frozenset({2})))
    if known.classes:
        more = f", … ({len(known.classes):,} in all)" if len(known.classes) > _LISTED else ""
        yield f"  classes: {', '.join(known.classes[:_LISTED])}{more}"
    yield from _mask_lines(known)
    yield from (f"  note: {note}" for note in known.notes)
    for each in known.leftovers:
        yield f"  not used: {counted(each.sort, each.n)}, such as {each.example}: {each.reason} {each.hint}".rstrip()


def _mask_lines(known: "DataDescription") -> Iterator[str]:
    from granview.cli.table import text_table

    if known.mask_values:
        rows = [
            [str(each.value), f"{100 * each.share:.2f} %", f"{each.masks:,}", _meaning(each.meaning)]
            for each in known.mask_values
        ]
        head = ("value", "pixels", f"in masks (of {known.n_masks:,})", "taken for")
        yield _indented(text_table(head, rows, frozenset({0, 1, 2})))
    for doubt in known.doubts:
        yield f"  not certain: {doubt}"
    if known.settle:
        yield f"  {known.settle}"


def _meaning(name: str | None) -> str:
    if name is None:
        return "not known"
    return f"class {name}" if name.isdecimal() else name


def _indented(table: str) -> str:
    return "\n".join(f"  {line}".rstrip() for line in table.splitlines())
