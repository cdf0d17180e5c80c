"""Score against grain, a figure and a table for each measure of it."""

from collections.abc import Iterator, Sequence

import numpy as np

from granview.analysis.grain_profile import GrainProfile
from granview.export.report.document import Block, Figure, Head, SubHeading, Table, TableCell
from granview.export.report.numbers import number
from granview.export.report.plots.profiles import ProfileLine, profiles
from granview.export.report.source import ReportSource, TaskSource
from granview.export.report.words import Words
from granview.report.cached_units import read_task_units
from granview.report.grain_units import BucketedUnits, axes_of, bucketed

_MOST_AXES = 3
_LEAST_BUCKETS = 3
"""Of a further measure than the first: fewer show no course."""
_DIGITS = 3


def grain_section(source: ReportSource, words: Words) -> Iterator[Block]:
    """The profiles of all lanes of each task that has units, along its first measures of grain."""
    for each in source.tasks:
        units = read_task_units(source.session, each.task.name)
        known = axes_of(units) if len(units) else ()
        axes = [axis for axis in known if axis.column not in units.categories][:_MOST_AXES]
        if axes and len(source.tasks) > 1:
            yield SubHeading(words.task(each.task.title))
        for place, axis in enumerate(axes):
            yield from _of_axis(each, bucketed(units, axis), words, _LEAST_BUCKETS if place else 2)


def _of_axis(source: TaskSource, units: BucketedUnits, words: Words, least: int) -> Iterator[Block]:
    """The profiles along one measure, where so many buckets or more have units."""
    axis, titles = units.axis, tuple(map(words.of_page, units.buckets.titles))
    found = {lane: units.profile(lane) for lane in units.lanes}
    kept = _filled(list(found.values()))
    if len(kept) < least:
        return
    name = words.name(axis.title)
    title = words.with_unit(name, axis.unit)
    first_lane, first = next(iter(found.items()))
    lines = [_line(source, lane, profile, kept) for lane, profile in found.items()]
    buckets, counts = [titles[place] for place in kept], [int(first.n[place]) for place in kept]
    drawing = profiles(lines, buckets, counts, title, words("grain.score"), words("grain.n"))
    spoken = words("grain.words", n=len(kept), axis=title)
    yield Figure(drawing, words("grain.figure", axis=title), spoken)
    yield Table(
        (
            Head(title),
            Head(words("grain.units"), True),
            Head(words("grain.samples"), True),
            *(Head(lane, True) for lane in found),
        ),
        tuple(_row(titles[place], place, first, list(found.values())) for place in kept),
        words("grain.caption", lane=first_lane),
    )


def _filled(known: Sequence[GrainProfile]) -> list[int]:
    """The buckets from the first to the last that has units of some lane."""
    has_units = np.flatnonzero(np.sum([profile.n for profile in known], axis=0))
    return list(range(int(has_units[0]), int(has_units[-1]) + 1)) if len(has_units) else []


def _line(source: TaskSource, lane: str, profile: GrainProfile, kept: Sequence[int]) -> ProfileLine:
    values = (tuple(float(part[place]) for place in kept) for part in (profile.mean, profile.low, profile.high))
    return ProfileLine(lane, source.series[lane], *values)


def _row(title: str, place: int, first: GrainProfile, of_lanes: Sequence[GrainProfile]) -> tuple[TableCell, ...]:
    means = [float(profile.mean[place]) for profile in of_lanes]
    shown = [number(mean, _DIGITS) for mean in means]
    known = [mean for mean in means if np.isfinite(mean)]
    best = number(max(known), _DIGITS) if len(known) > 1 and len(set(shown)) > 1 else None
    return (
        TableCell(title),
        TableCell(f"{int(first.n[place]):,}"),
        TableCell(f"{int(first.n_samples[place]):,}"),
        *(TableCell(text, text == best) for text in shown),
    )
