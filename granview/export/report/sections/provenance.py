"""How it was run: sources and hashes, devices, versions, seeds, inputs. Hashes are short in tables, and whole below."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import msgspec

from granview.core.number_format import format_operations
from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.export.report.document import Block, Facts, Head, SmallPrint, SubHeading, Table, TableCell
from granview.export.report.numbers import NO_VALUE
from granview.export.report.sections.lanes import ran_as
from granview.export.report.source import ReportSource
from granview.export.report.words import Words
from granview.store.rows import LaneRecord, RunRecord

_INPUTS: Final = 200
_RUNS: Final = 10
_SHORT: Final = 12
"""Digits of a hash in a table."""


def provenance_section(source: ReportSource, words: Words) -> Iterator[Block]:
    """The lanes, the runs and what they ran on, then the hashes in small print."""
    lanes, samples = source.contents.lanes, source.contents.samples
    if lanes:
        yield _lanes(lanes, words)
    runs = source.session.runs()[-_RUNS:]
    if runs:
        yield SubHeading(words("provenance.runs"))
        yield _runs(runs, words)
    facts = tuple(_facts(source, runs, words))
    yield Facts(facts)
    weights = tuple(
        (lane.name, lane.facts.weights_sha256) for lane in lanes if lane.facts is not None and lane.facts.weights_sha256
    )
    if weights:
        yield SmallPrint(words("provenance.weights"), weights)
    hashed = [sample for sample in samples if sample.sha256]
    if hashed:
        yield _inputs(hashed, words)


def _lanes(lanes: Sequence[LaneRecord], words: Words) -> Table:
    """How each lane really ran; a column that no lane has anything in is left out."""
    columns: dict[str, Callable[[LaneRecord], TableCell]] = {
        "lanes.lane": lambda lane: TableCell(lane.name),
        "provenance.source": lambda lane: TableCell(lane.spec.model),
        "provenance.revision": lambda lane: _short(lane.facts.revision if lane.facts else None),
        "provenance.architecture": lambda lane: TableCell((lane.facts and lane.facts.architecture) or NO_VALUE),
        "provenance.weights_short": lambda lane: _short(lane.facts.weights_sha256 if lane.facts else None),
        "provenance.device": lambda lane: TableCell(_device(lane)),
        "provenance.ran": lambda lane: TableCell(ran_as(lane, words)),
        "provenance.flops": lambda lane: TableCell(_flops(lane)),
    }
    cells = {key: [cell(lane) for lane in lanes] for key, cell in columns.items()}
    kept = [key for key, own in cells.items() if any(cell.text not in ("", NO_VALUE) for cell in own)]
    heads = tuple(Head(words(key), key == "provenance.flops") for key in kept)
    return Table(heads, tuple(zip(*(cells[key] for key in kept), strict=True)))


def _short(digits: str | None) -> TableCell:
    """The first digits of a hash, and the whole where it is looked up; a name of a revision stays."""
    if not digits:
        return TableCell(NO_VALUE)
    is_long = len(digits) > _SHORT + 1
    return TableCell(f"{digits[:_SHORT]}…", whole=digits) if is_long else TableCell(digits)


def _device(lane: LaneRecord) -> str:
    facts = lane.facts
    return NO_VALUE if facts is None else " · ".join(filter(None, (facts.device, facts.device_name))) or NO_VALUE


def _flops(lane: LaneRecord) -> str:
    flops = None if lane.cost is None else lane.cost.flops
    return NO_VALUE if flops is None else format_operations(flops)


def _runs(runs: Sequence[RunRecord], words: Words) -> Table:
    heads = (Head(words("provenance.started")), Head(words("provenance.seeds")))
    rows = [(TableCell(run.started_at), TableCell(_listed(run.seeds) or NO_VALUE)) for run in runs]
    return Table(heads, tuple(rows))


def _facts(source: ReportSource, runs: Sequence[RunRecord], words: Words) -> Iterator[tuple[str, str]]:
    """What holds for all, said once; where runs or lanes differ each stands for itself."""
    environments = {run.started_at: _listed(run.environment) for run in runs}
    yield from _each(words("provenance.environment"), environments, words)
    versions = {lane.name: _listed(lane.facts.versions) for lane in source.contents.lanes if lane.facts is not None}
    yield from _each(words("provenance.versions"), versions, words)
    changed = _changed(source.session.params())
    if changed:
        yield words("provenance.params"), changed
    yield words("provenance.session"), source.session.path.name
    samples = source.contents.samples
    if samples:
        digest = words("provenance.digest_words", digest=_digest(samples), n=f"{len(samples):,}")
        yield words("provenance.digest"), digest


def _each(name: str, by_owner: dict[str, str], words: Words) -> Iterator[tuple[str, str]]:
    known = {owner: text for owner, text in by_owner.items() if text}
    if len(set(known.values())) == 1:
        yield name, next(iter(known.values()))
    else:
        yield from ((words("provenance.of", name=name, owner=owner), text) for owner, text in known.items())


def _listed(named: "dict[str, str] | dict[str, int]") -> str:
    return " · ".join(f"{name} {value}" for name, value in named.items())


def _changed(params: RunParams) -> str:
    """What is not the default, as JSON; empty where all is."""
    default = msgspec.to_builtins(RunParams())
    changed = {name: value for name, value in msgspec.to_builtins(params).items() if value != default[name]}
    return msgspec.json.encode(changed).decode() if changed else ""


def _inputs(samples: Sequence[Sample], words: Words) -> SmallPrint:
    """The hash of each input that is a file, by its name and, where that is another, its file."""
    is_whole = len(samples) <= _INPUTS
    title = (
        words("provenance.all_inputs", n=f"{len(samples):,}")
        if is_whole
        else words("provenance.some_inputs", n=_INPUTS, total=f"{len(samples):,}")
    )
    return SmallPrint(title, tuple((_named(sample), sample.sha256 or NO_VALUE) for sample in samples[:_INPUTS]))


def _named(sample: Sample) -> str:
    is_same = sample.filename.rpartition(".")[0] == sample.name or sample.filename in ("", sample.name)
    return sample.filename or sample.name if is_same else f"{sample.name} · {sample.filename}"


def _digest(samples: Sequence[Sample]) -> str:
    from hashlib import sha256  # only a report asks; the window's process starts without it

    lines = (f"{sample.sha256 or ''}  {sample.name}\n" for sample in samples)
    return sha256("".join(lines).encode()).hexdigest()
