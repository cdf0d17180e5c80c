"""What two lanes cost, side by side, where that is measured alike."""

from collections.abc import Iterator, Sequence

import numpy as np

from granview.report.session_contents import SessionContents, real_device
from granview.report.verdict.cost_facts import Apart, CostFact, CostKind
from granview.report.verdict.pairs import LanePair
from granview.store.rows import LaneRecord, ResultRow


def costs_of(contents: SessionContents, pair: LanePair) -> tuple[CostFact, ...]:
    """Time, memory, parameters and energy of a pair; each says why the two are not compared, where they are not.

    Times and energy are those of the samples that both lanes ran in one run on one device, warm-up left out; memory is
    the peak of what a GPU held, or of the process on the CPU, and is compared on one device alone.
    """
    records = {record.name: record for record in contents.lanes}
    larger, smaller = records[pair.larger], records[pair.smaller]
    return (
        _time(contents, larger, smaller),
        _memory(larger, smaller),
        _parameters(larger, smaller),
        *_energy(contents, larger, smaller),
    )


def _time(contents: SessionContents, larger: LaneRecord, smaller: LaneRecord) -> CostFact:
    kind, unit = CostKind.TIME, "ms"
    if (apart := _not_run(larger, smaller) or _other_device(larger, smaller)) is not None:
        return CostFact(kind, None, None, unit, apart=apart[0], lane=apart[1])
    if larger.spec.batch_size != smaller.spec.batch_size:
        return CostFact(kind, None, None, unit, apart=Apart.OTHER_BATCH)
    ours, theirs = _timed(contents, larger.name), _timed(contents, smaller.name)
    if not ours or not theirs:
        lane = "" if not ours and not theirs else smaller.name if ours else larger.name
        return CostFact(kind, None, None, unit, apart=Apart.NOT_MEASURED, lane=lane)
    both = sorted(ours.keys() & theirs.keys())
    if not both:
        return CostFact(kind, None, None, unit, apart=Apart.OTHER_RUN)
    middle, other = (float(np.median([times[key] for key in both])) for times in (ours, theirs))
    return CostFact(kind, middle, other, unit, len(both))


def _timed(contents: SessionContents, lane: str) -> dict[tuple[str, int], float]:
    """By sample and run, the ms of the forward pass; without passes that warmed the model up."""
    return {
        (row.sample, row.run_id): row.timing.forward_ms
        for row in contents.of_lane(lane)
        if row.timing is not None and row.timing.forward_ms is not None and not row.timing.warmup
    }


def _memory(larger: LaneRecord, smaller: LaneRecord) -> CostFact:
    kind, unit = CostKind.MEMORY, "MB"
    if (apart := _not_run(larger, smaller) or _other_device(larger, smaller)) is not None:
        return CostFact(kind, None, None, unit, apart=apart[0], lane=apart[1])
    ours, theirs = _peak_mb(larger), _peak_mb(smaller)
    return CostFact(kind, ours, theirs, unit, apart=_unmeasured(ours, theirs))


def _peak_mb(record: LaneRecord) -> float | None:
    if record.cost is None:
        return None
    return record.cost.peak_rss_mb if real_device(record) == "cpu" else record.cost.peak_cuda_mb


def _parameters(larger: LaneRecord, smaller: LaneRecord) -> CostFact:
    ours, theirs = (None if each.facts is None else each.facts.params for each in (larger, smaller))
    if (apart := _not_run(larger, smaller)) is not None:
        return CostFact(CostKind.PARAMETERS, ours, theirs, "", apart=apart[0], lane=apart[1])
    return CostFact(CostKind.PARAMETERS, ours, theirs, "", apart=_unmeasured(ours, theirs))


def _energy(contents: SessionContents, larger: LaneRecord, smaller: LaneRecord) -> Iterator[CostFact]:
    """Joules per sample; nothing where neither was measured, as on every CPU."""
    ours, theirs = (_joules(contents, each) for each in (larger, smaller))
    if ours is None and theirs is None:
        return
    apart = _other_device(larger, smaller)
    if apart is not None:
        yield CostFact(CostKind.ENERGY, ours, theirs, "J", apart=apart[0], lane=apart[1])
        return
    yield CostFact(CostKind.ENERGY, ours, theirs, "J", apart=_unmeasured(ours, theirs))


def _joules(contents: SessionContents, record: LaneRecord) -> float | None:
    ran: Sequence[ResultRow] = [row for row in contents.of_lane(record.name) if row.status == "ok"]
    return None if record.cost is None or record.cost.energy_j is None or not ran else record.cost.energy_j / len(ran)


def _unmeasured(ours: float | None, theirs: float | None) -> Apart | None:
    return Apart.NOT_MEASURED if ours is None or theirs is None else None


def _not_run(larger: LaneRecord, smaller: LaneRecord) -> tuple[Apart, str] | None:
    """Whether a lane runs no model, or has never been loaded."""
    for record in (larger, smaller):
        if record.facts is None:
            return Apart.NOT_MEASURED, record.name
        if record.facts.load_s is None and record.facts.params is None:
            return Apart.SAVED, record.name
    return None


def _other_device(larger: LaneRecord, smaller: LaneRecord) -> tuple[Apart, str] | None:
    places = [(real_device(each), "" if each.facts is None else each.facts.device_name) for each in (larger, smaller)]
    return None if places[0] == places[1] else (Apart.OTHER_DEVICE, "")
