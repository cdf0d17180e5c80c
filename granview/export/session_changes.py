"""The files of a comparison of two sessions: tables as CSV and Parquet, and all of it in one JSON file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import msgspec

import granview
from granview.core.errors import ArgumentError, OutputError
from granview.export.table_files import write_table
from granview.io.atomic_write import atomic_write
from granview.report.regressions.change_tables import change_tables
from granview.report.regressions.compare_sessions import LaneChange, SessionChanges

_SUFFIXES: Final = (".csv", ".parquet")
JSON_NAME: Final = "compare.json"
"""The file by which a folder of an earlier comparison is known."""


def write_changes(changes: SessionChanges, folder: Path, *, overwrite: bool = False) -> list[Path]:
    """Write all of it into a folder, where it replaces that of an earlier comparison.

    Returns:
        The files.

    Raises:
        ArgumentError: files of these names are there that no comparison has written, and may not be replaced.
        OutputError: the folder cannot be made or written.
    """
    tables = change_tables(changes)
    targets = {folder / f"{table.name}{suffix}": table for table in tables for suffix in _SUFFIXES}
    foreign = [path.name for path in targets if path.exists()]
    if foreign and not overwrite and not (folder / JSON_NAME).exists():
        raise ArgumentError(
            f"{folder} holds files that no comparison has written: {', '.join(foreign[:3])}.",
            "Choose another folder, or say that its files may be overwritten (--overwrite, in Python overwrite=True).",
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder} cannot be made: {error.strerror}.", "Choose another folder.") from error
    for path, table in targets.items():
        write_table(path, table)
    with atomic_write(folder / JSON_NAME) as file:
        file.write(msgspec.json.format(msgspec.json.encode(changes_as_json(changes)), indent=2) + b"\n")
    return [*targets, folder / JSON_NAME]


def changes_as_json(changes: SessionChanges) -> dict[str, Any]:
    """Everything that is said, with plain names and numbers; None where nothing was measured."""
    samples, lanes = changes.samples, changes.lanes
    return {
        "granview": granview.__version__,
        "regressed": bool(changes.regressed),
        "is_decided": changes.is_decided,
        "samples": {
            "compared": len(samples.pairs),
            "another_content": [ours.name for ours, _ in samples.changed],
            "another_reference": [ours.name for ours, _ in samples.other_reference],
            "only_in_a": samples.only_a,
            "only_in_b": samples.only_b,
        },
        "lanes_only_in_a": lanes.only_a,
        "lanes_only_in_b": lanes.only_b,
        "lanes_of_another_task": lanes.other_task,
        "lanes": [_lane(each) for each in changes.changes],
    }


def _lane(change: LaneChange) -> Mapping[str, Any]:
    latency, flips = change.latency, change.flips
    return {
        "lane": change.lane,
        "other": change.other,
        "task": change.task,
        "metrics": {
            name: {
                "before": each.difference.b,
                "after": each.difference.a,
                "difference": each.difference.mean,
                "low": each.difference.low,
                "high": each.difference.high,
                "p_holm": each.p_holm,
                "margin": each.margin,
                "p_beyond": each.p_beyond,
                "n": each.difference.n,
                "verdict": each.verdict,
            }
            for name, each in change.metrics.items()
        },
        "flips": None
        if flips is None
        else {
            "kind": flips.kind,
            "units": flips.n_units,
            "lost": flips.lost,
            "gained": flips.gained,
            "lost_samples": flips.lost_samples,
            "gained_samples": flips.gained_samples,
        },
        "newly_failed": change.newly_failed,
        "no_longer_failed": change.no_longer_failed,
        "latency": None
        if latency is None
        else {"before_ms": latency.before_ms, "after_ms": latency.after_ms, "ratio": latency.ratio, "n": latency.n},
    }
