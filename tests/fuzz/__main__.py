"""Damage files of every kind, take them through the program's front doors, and print how each kind stood it."""

import argparse
import sys
import time
from pathlib import Path

from tests.fuzz.kinds import KINDS
from tests.fuzz.runner import MAX_MB, MAX_S, Tally, fuzz

_HEADS = (
    "kind",
    "files",
    "tracebacks",
    "deaths",
    f"hangs over {MAX_S:.0f} s",
    f"over {MAX_MB:.0f} MB",
    "slowest",
    "peak",
)


def main() -> int:
    """0 when nothing went wrong, 1 when something did: the files are kept, with what went wrong beside them."""
    parser = argparse.ArgumentParser(prog="dev.py fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=7200.0, help="stop after so long (default: 7200)")
    parser.add_argument("--kind", nargs="+", choices=KINDS, default=list(KINDS), metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--files", type=int, default=1000, help="damaged files of each kind (default: 1000)")
    parser.add_argument("--seed", type=int, default=0, help="the same seed damages the same files in the same way")
    parser.add_argument("--keep", type=Path, default=Path("out/fuzz"), help="where offending files go")
    parser.add_argument("--replay", type=Path, metavar="FILE", help="take one kept file of one kind through its door")
    options = parser.parse_args()
    if options.replay:
        KINDS[options.kind[0]].door(options.replay.absolute())
        return 0
    tallies = _fuzz_all(options)
    return 1 if any(tally.faults for tally in tallies) else 0


def _fuzz_all(options: argparse.Namespace) -> list[Tally]:
    deadline = time.monotonic() + options.seconds
    print(f"seed {options.seed}\n\n| {' | '.join(_HEADS)} |\n|{'---|' * len(_HEADS)}", flush=True)
    tallies = []
    for n, kind in enumerate(options.kind):
        share = (deadline - time.monotonic()) / (len(options.kind) - n)
        tallies.append(fuzz(kind, options.seed, options.files, share, options.keep))
        print(_line(tallies[-1]), flush=True)
    if any(tally.faults for tally in tallies):
        print(f"\nOffending files are in {options.keep}, each with what-went-wrong.txt; --replay takes one again.")
    return tallies


def _line(tally: Tally) -> str:
    counts = (str(tally.faults.get(fault, 0)) for fault in ("traceback", "death", "hang", "memory"))
    measured = (f"{tally.slowest_s:.2f} s", f"{tally.peak_mb:.0f} MB")
    return f"| {' | '.join((tally.kind, str(tally.files), *counts, *measured))} |"


if __name__ == "__main__":
    sys.exit(main())
