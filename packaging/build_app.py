"""Builds what a person double-clicks, for the system that this runs on: ``python packaging/dev.py app``.

For another system, ``--system windows --dry-run`` shows each step of its recipe and checks what of it can be checked.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from app.folder import build_folder
from app.layout import ROOT, SYSTEMS, Layout, this_system
from app.recipes import RECIPES, dry_run
from guide_site import build_site


def main(arguments: Sequence[str]) -> int:
    """Build, or show what would be built; returns the exit code."""
    options = _parser().parse_args(arguments)
    out = options.out.resolve()
    layout = Layout(out / options.system / "GranView", options.system, ".".join(map(str, sys.version_info[:2])))
    if options.dry_run:
        return dry_run(layout, out)
    if options.system != this_system():
        print(
            f"The {options.system} application is built on {options.system}; --dry-run shows its steps.",
            file=sys.stderr,
        )
        return 2
    _say(f"Guide: {build_site().relative_to(ROOT)}, which Help opens without a network.")
    build_folder(layout, _say)
    if not options.folder_only:
        for file in RECIPES[options.system].build(layout, out, _say):
            _say(f"Made: {file} ({file.stat().st_size / (1 << 20):.0f} MiB)")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py app", description=__doc__)
    parser.add_argument(
        "--system", choices=SYSTEMS, default=this_system(), help="which recipe; this system's without it"
    )
    parser.add_argument("--dry-run", action="store_true", help="print and check every step and path; build nothing")
    parser.add_argument("--folder-only", action="store_true", help="build the folder, and no installer")
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "app", help="where to (out/app)")
    return parser


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
