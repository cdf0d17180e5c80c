"""``granview models``: what can be loaded."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from granview.cli.ladder_table import ladder_table
from granview.cli.model_search import print_search
from granview.cli.parser import new_parser
from granview.cli.table import text_table

if TYPE_CHECKING:
    from granview.engine.catalog import CatalogEntry


_EXAMPLES = """examples:
  granview models
  granview models --local
  granview models --catalogue --task image-segmentation
  granview models --search segformer cityscapes --task image-segmentation
  granview models --folder ~/models/segformer --json"""


def _parser() -> ArgumentParser:
    parser = new_parser(
        "granview models",
        "List the models that can be given to --model: the embedded zoo, torchvision's, those in the\n"
        "Hugging Face cache of this machine, and folders. Any Hugging Face model can be given as hf:org/name.\n"
        "With --catalogue the size ladders that --ladder takes, with --search what the hub has of a name.",
        _EXAMPLES,
    )
    parser.add_argument("--catalogue", action="store_true", help="public models in size ladders, rung by rung")
    parser.add_argument("--search", nargs="+", metavar="WORD", help="models on the hub whose names have these words")
    parser.add_argument("--task", default="", help="only models for this task")
    parser.add_argument("--local", action="store_true", help="only those that need no download")
    parser.add_argument(
        "--folder",
        type=Path,
        action="append",
        default=[],
        metavar="DIR",
        help="a folder of a model, or of several such folders, to look at too",
    )
    parser.add_argument("--json", action="store_true", help="as a JSON array")
    return parser


def main(arguments: Sequence[str]) -> int:
    """Print the list; returns the exit code."""
    options = _parser().parse_args(arguments)
    if options.search:
        return print_search(options)
    from granview.core.resources import resource_path
    from granview.engine.catalog import catalog

    entries = catalog(resource_path(), folders=[*_folders(), *options.folder])
    if options.catalogue:
        entries = _rungs(entries)
    if options.local:
        entries = [entry for entry in entries if entry.local]
    if options.task:
        entries = [entry for entry in entries if options.task in entry.tasks]
    if options.json:
        import msgspec

        print(msgspec.json.format(msgspec.json.encode(entries), indent=2).decode())
    else:
        print(ladder_table(entries) if options.catalogue else _table(entries))
    return 0


def _rungs(known: "list[CatalogEntry]") -> "list[CatalogEntry]":
    from granview.engine.ladder_entries import ladder_entries
    from granview.io.catalogue_file import read_catalogue

    return ladder_entries(read_catalogue(), known)


def _folders() -> list[Path]:
    from granview.settings import load_settings, settings_path

    loaded = load_settings(settings_path())
    for notice in loaded.notices:
        print(f"granview: {notice}", file=sys.stderr)
    return [Path(folder) for folder in loaded.settings.model_folders]


def _table(entries: "Sequence[CatalogEntry]") -> str:
    rows = [
        (
            entry.source,
            "n/a" if entry.params is None else f"{entry.params / 1e6:.2f}",
            "n/a" if entry.weights_mb is None else f"{entry.weights_mb:.1f}",
            "yes" if entry.local else "no",
            entry.note,
        )
        for entry in entries
    ]
    return text_table(("model", "params (M)", "weights (MB)", "here", "note"), rows, frozenset({1, 2}))
