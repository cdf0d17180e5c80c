"""How it was run: sources and hashes, devices, versions, seeds, inputs."""

from collections.abc import Iterator, Sequence

import msgspec

from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.export.captions import count_text
from granview.export.report.document import Block, Facts, Head, SubHeading, Table, TableCell
from granview.export.report.numbers import NO_VALUE
from granview.export.report.sections.lanes import ran_as
from granview.export.report.source import ReportSource
from granview.export.report.words import Words
from granview.store.rows import LaneRecord, RunRecord

_INPUTS = 40
_RUNS = 10


def provenance_section(source: ReportSource, words: Words) -> Iterator[Block]:
    """Facts of each lane, the runs, the inputs."""
    for lane in source.contents.lanes:
        yield SubHeading(lane.name)
        yield Facts(tuple(_lane(lane, words)))
    runs = source.session.runs()
    if runs:
        yield SubHeading(words("provenance.runs"))
        yield _runs(runs[-_RUNS:], words)
    changed = _changed(source.session.params())
    if changed:
        yield Facts(((words("provenance.params"), changed),))
    if source.contents.samples:
        yield SubHeading(words("provenance.inputs"))
        yield from _inputs(source, source.contents.samples, words)


def _lane(lane: LaneRecord, words: Words) -> Iterator[tuple[str, str]]:
    facts = lane.facts
    yield words("provenance.source"), lane.spec.model
    if facts is None:
        return
    flops = None if lane.cost is None else lane.cost.flops
    told = {
        "provenance.revision": facts.revision,
        "provenance.architecture": facts.architecture,
        "provenance.weights": facts.weights_sha256,
        "provenance.device": " · ".join(filter(None, (facts.device, facts.device_name))),
        "provenance.ran": ran_as(lane, words),
        "provenance.flops": None if flops is None else count_text(int(flops)),
        "provenance.versions": " · ".join(f"{name} {version}" for name, version in facts.versions.items()),
    }
    yield from ((words(key), value) for key, value in told.items() if value)


def _runs(runs: Sequence[RunRecord], words: Words) -> Table:
    heads = (Head(words("provenance.started")), Head(words("provenance.seeds")), Head(words("provenance.environment")))
    rows = [
        (
            TableCell(run.started_at),
            TableCell(" · ".join(f"{name} {seed}" for name, seed in run.seeds.items()) or NO_VALUE),
            TableCell(" · ".join(f"{name} {version}" for name, version in run.environment.items())),
        )
        for run in runs
    ]
    return Table(heads, tuple(rows))


def _changed(params: RunParams) -> str:
    """What is not the default, as JSON; empty where all is."""
    default = msgspec.to_builtins(RunParams())
    changed = {name: value for name, value in msgspec.to_builtins(params).items() if value != default[name]}
    return msgspec.json.encode(changed).decode() if changed else ""


def _inputs(source: ReportSource, samples: Sequence[Sample], words: Words) -> Iterator[Block]:
    digest = words("provenance.digest_words", digest=_digest(samples), n=f"{len(samples):,}")
    yield Facts(((words("provenance.session"), source.session.path.name), (words("provenance.digest"), digest)))
    heads = (Head(words("coverage.samples")), Head(words("provenance.file")), Head(words("provenance.hash")))
    rows = [
        (TableCell(sample.name), TableCell(sample.filename), TableCell(sample.sha256 or NO_VALUE))
        for sample in samples[:_INPUTS]
    ]
    is_whole = len(samples) <= _INPUTS
    caption = (
        words("provenance.all_inputs_caption")
        if is_whole
        else words("provenance.inputs_caption", n=_INPUTS, total=f"{len(samples):,}")
    )
    yield Table(heads, tuple(rows), caption)


def _digest(samples: Sequence[Sample]) -> str:
    from hashlib import sha256  # only a report asks; the window's process starts without it

    lines = (f"{sample.sha256 or ''}  {sample.name}\n" for sample in samples)
    return sha256("".join(lines).encode()).hexdigest()
