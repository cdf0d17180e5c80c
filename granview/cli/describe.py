"""``granview describe``: what goes into an exported network and what comes out, as it is written or guessed."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from granview.cli.parser import new_parser


def _parser() -> ArgumentParser:
    parser = new_parser(
        "granview describe",
        "Show how an ONNX, torch.export or TorchScript file would be run: its tensors, and its description, the TOML\n"
        "file beside it. Where it has none, what can be guessed is shown with the reasons; --write keeps it.",
        "examples:\n  granview describe yolo.onnx\n  granview describe unet.onnx --task image-segmentation --write",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the network's file")
    parser.add_argument("--task", default="", help="what it is for, where that cannot be told")
    parser.add_argument("--write", action="store_true", help="write the description beside the file; edit it there")
    return parser


def main(arguments: Sequence[str]) -> int:
    """Print it; returns the exit code."""
    options = _parser().parse_args(arguments)
    from granview.core.errors import ArgumentError
    from granview.io.exported.description_file import description_text, write_description
    from granview.io.exported.formats import described, exported_format

    kind = exported_format(options.file)
    if kind is None or not options.file.is_file():
        raise ArgumentError(f"{options.file} is no file of an exported network.", "Give a .onnx, .pt2 or .pt file.")
    if kind.signature is not None:
        signature = kind.signature(options.file)
        for title, specs in (("takes", signature.inputs), ("gives", signature.outputs)):
            print(*(f"# {title} {spec}" for spec in specs), sep="\n")
    description, reasons = described(options.file, options.task)
    if options.write and reasons:
        print(f"{write_description(options.file, description, reasons)} is written.", file=sys.stderr)
    elif options.write:
        print("Nothing is guessed, so nothing is written: edit the description that is there.", file=sys.stderr)
    print(description_text(description, reasons), end="")
    return 0
