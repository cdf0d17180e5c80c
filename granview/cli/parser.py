"""Argument parsers that look alike."""

import argparse
import shutil

_WIDEST = 100


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Keeps the line breaks of descriptions and examples; shows an option's value once."""

    def __init__(self, prog: str) -> None:
        width = min(shutil.get_terminal_size().columns, _WIDEST) - 2
        super().__init__(prog, max_help_position=28, width=width)


def new_parser(prog: str, description: str, examples: str) -> argparse.ArgumentParser:
    """A parser whose help ends with examples."""
    return argparse.ArgumentParser(
        prog, description=description, epilog=examples, formatter_class=Formatter, allow_abbrev=False
    )
