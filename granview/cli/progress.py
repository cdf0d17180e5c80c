"""How far the lanes of a run are, on stderr: a bar per lane in a terminal, a line now and then elsewhere."""

import sys
from collections.abc import Sequence
from functools import partial
from typing import Any

from granview.core.events import Event, LaneChanged, LaneProgress, LaneReady, LaneState, LogLine

_STEP = 0.1
_PRINTED_STATES = frozenset({LaneState.LOADING, LaneState.RESTARTING, LaneState.FAILED})


class LaneBars:
    """Listens to the engine and shows it. A context manager.

    Args:
        lanes: The lanes' names.
        total: Samples of each.
        quiet: Show nothing but notices, warnings and errors.
    """

    def __init__(self, lanes: Sequence[str], total: int, quiet: bool) -> None:
        from tqdm import tqdm

        self._is_terminal = sys.stderr.isatty() and not quiet
        self._quiet = quiet
        self._write = tqdm.write
        self._printed = dict.fromkeys(lanes, 0.0)
        self._noticed: set[str] = set()
        self._printed_within = dict.fromkeys(lanes, 0.0)
        width = max(len(lane) for lane in lanes)
        bar = partial(tqdm, total=total, unit="sample", file=sys.stderr, disable=not self._is_terminal)
        self._bars: dict[str, Any] = {
            lane: bar(desc=lane.ljust(width), position=index, dynamic_ncols=True) for index, lane in enumerate(lanes)
        }

    def __enter__(self) -> "LaneBars":
        return self

    def __exit__(self, *_: object) -> None:
        for bar in self._bars.values():
            bar.close()

    def on_events(self, events: Sequence[Event]) -> None:
        """Show what the engine says; called on its thread."""
        for event in events:
            match event:
                case LaneProgress():
                    self._show(event)
                case LaneChanged(lane, LaneState.RUNNING, text, float() as fraction):
                    self._show_within(lane, text, fraction)
                case LaneChanged(lane, state, text) if state in _PRINTED_STATES and text:
                    self._state(lane, state, text)
                case LaneReady(lane, facts):
                    lines = [f"{lane}: {notice}" for notice in facts.notices]
                    for line in lines:
                        if line not in self._noticed:
                            self._line(line)
                    self._noticed.update(lines)
                case LogLine(lane, level, text) if level != "info":
                    self._line(f"{lane or 'granview'}: {text}")

    def _show(self, progress: LaneProgress) -> None:
        bar = self._bars[progress.lane]
        self._printed_within[progress.lane] = 0.0
        bar.total = progress.total
        bar.set_postfix_str(f"{progress.failed} failed" if progress.failed else "", refresh=False)
        bar.update(progress.done - bar.n)
        if not self._is_terminal and not self._quiet:
            self._step(progress)

    def _step(self, progress: LaneProgress) -> None:
        part = progress.done / max(progress.total, 1)
        if progress.done and (part >= self._printed[progress.lane] + _STEP or progress.done == progress.total):
            self._printed[progress.lane] = part
            failed = f", {progress.failed} failed" if progress.failed else ""
            self._line(f"{progress.lane}: {progress.done} of {progress.total}{failed}")

    def _show_within(self, lane: str, text: str, fraction: float) -> None:
        """How far a lane is with one sample that takes long."""
        if self._is_terminal:
            self._bars[lane].set_postfix_str(text)
        elif not self._quiet and fraction >= self._printed_within[lane] + _STEP:
            self._printed_within[lane] = fraction
            self._line(f"{lane}: {text}")

    def _state(self, lane: str, state: LaneState, text: str) -> None:
        if state is not LaneState.LOADING:
            self._line(f"{lane}: {text}")
        elif self._is_terminal:
            self._bars[lane].set_postfix_str(text)

    def _line(self, text: str) -> None:
        self._write(text, file=sys.stderr)
