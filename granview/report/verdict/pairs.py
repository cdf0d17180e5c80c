"""Which lanes a verdict compares: the neighbours and ends of each family of sizes, variants with their parents."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import msgspec

from granview.core.catalogue import Ladder
from granview.core.lane import LaneSpec
from granview.core.variant_parent import parent_of
from granview.report.session_contents import SessionContents, real_device
from granview.report.verdict.pair_facts import PairKind
from granview.store.rows import LaneRecord


@dataclass(frozen=True)
class LanePair:
    """Two lanes to compare.

    Attributes:
        kind: Why.
        family: What both are of; empty for nothing in common.
        larger: The lane with more parameters; see ``PairFacts``.
        smaller: The other one.
        is_sized: Whether it is known that one has more parameters.
    """

    kind: PairKind
    family: str
    larger: str
    smaller: str
    is_sized: bool


@dataclass(frozen=True)
class Family:
    """Lanes of one architecture at several sizes, smallest first."""

    name: str
    lanes: tuple[str, ...]


def lane_pairs(contents: SessionContents, ladders: Sequence[Ladder], against: str | None = None) -> list[LanePair]:
    """What is compared among the lanes of one task, each pair once, the most telling first.

    Where the user has chosen a lane, every other one is compared with it, and nothing else. Otherwise in each family
    the smallest with the largest, and neighbours with each other; then each variant with its parent; then the largest
    of each family, and lanes without a family, with the largest of the first. Of a lane that stands alone, such as one
    of saved predictions, it is not said that it is the largest of anything.

    Args:
        contents: The session's, of one task alone.
        ladders: The catalogue, by which families are told.
        against: The lane that the user has chosen.
    """
    records = {record.name: record for record in contents.lanes}
    sizes = {name: _params(record) for name, record in records.items()}
    if against in records:
        rest = (name for name in records if name != against)
        return [_ordered(PairKind.AGAINST, "", name, str(against), sizes) for name in rest]
    parents = _parents(contents.lanes)
    plain = [record for record in contents.lanes if record.name not in parents]
    families = families_of(plain, ladders)
    every = [*_in_families(families, sizes), *_variants(parents), *_across(families, sizes)]
    return list({frozenset((pair.larger, pair.smaller)): pair for pair in reversed(every)}.values())[::-1]


def families_of(records: Sequence[LaneRecord], ladders: Sequence[Ladder]) -> list[Family]:
    """The families of lanes, in the order of their first lanes; a lane without a family is one by itself.

    A family is the rungs of one ladder of the catalogue, most lanes first where a model is of several; of the rest
    the models whose names differ but for a last part, and whose parameters are known, such as ``net-s`` and ``net-l``.
    """
    rest = {record.name: record for record in records}
    families: list[Family] = []
    for ladder in sorted(ladders, key=lambda each: -len(_rungs(each, rest))):
        names = _rungs(ladder, rest)
        if len(names) > 1:
            families.append(Family(ladder.title, names))
            rest = {name: record for name, record in rest.items() if name not in names}
    families += _by_name(rest)
    places = {record.name: place for place, record in enumerate(records)}
    return sorted(families, key=lambda family: min(places[name] for name in family.lanes))


def _rungs(ladder: Ladder, records: Mapping[str, LaneRecord]) -> tuple[str, ...]:
    """The lanes that run rungs of a ladder, one for each rung, smallest first."""
    by_source: dict[str, str] = {}
    for record in records.values():
        by_source.setdefault(_source(record.spec), record.name)
    return tuple(by_source[rung.source] for rung in ladder.rungs if rung.source in by_source)


def _source(spec: LaneSpec) -> str:
    return spec.model.partition("@")[0]


def _by_name(records: Mapping[str, LaneRecord]) -> Iterator[Family]:
    groups: dict[tuple[str, str], list[LaneRecord]] = {}
    for record in records.values():
        architecture = record.facts.architecture if record.facts else ""
        stem = _source(record.spec).rpartition("-")[0] if _params(record) else ""
        key = (architecture, stem) if architecture and stem else ("", record.name)
        groups.setdefault(key, []).append(record)
    for (_, stem), group in groups.items():
        distinct = {_params(record) for record in group}
        if len(distinct) < len(group):
            yield from (Family(record.name, (record.name,)) for record in group)
        else:
            ordered = sorted(group, key=lambda record: _params(record) or 0)
            yield Family(stem.rpartition("/")[2].rpartition(":")[2], tuple(record.name for record in ordered))


def _params(record: LaneRecord) -> int | None:
    return None if record.facts is None else record.facts.params


def _parents(records: Sequence[LaneRecord]) -> dict[str, str]:
    """The parent of each variant, on the device where they really ran."""
    specs = [
        msgspec.structs.replace(record.spec, device=real_device(record) or record.spec.device) for record in records
    ]
    parents = ((spec.name, parent_of(spec, specs)) for spec in specs)
    return {name: parent.name for name, parent in parents if parent is not None}


def _in_families(families: Sequence[Family], sizes: Mapping[str, int | None]) -> Iterator[LanePair]:
    for family in families:
        if len(family.lanes) > 2:
            yield _laddered(PairKind.ENDS, family, family.lanes[0], family.lanes[-1], sizes)
        for smaller, larger in pairwise(family.lanes):
            yield _laddered(PairKind.NEIGHBOURS, family, smaller, larger, sizes)


def _laddered(kind: PairKind, family: Family, smaller: str, larger: str, sizes: Mapping[str, int | None]) -> LanePair:
    return LanePair(kind, family.name, larger, smaller, _is_sized(larger, smaller, sizes))


def _variants(parents: Mapping[str, str]) -> Iterator[LanePair]:
    for lane, parent in parents.items():
        yield LanePair(PairKind.VARIANT, parent, parent, lane, is_sized=False)


def _across(families: Sequence[Family], sizes: Mapping[str, int | None]) -> Iterator[LanePair]:
    first = families[:1]
    for family in families[1:]:
        are_families = all(len(each.lanes) > 1 for each in (*first, family))
        kind = PairKind.FAMILIES if are_families else PairKind.APART
        yield _ordered(kind, "", family.lanes[-1], first[0].lanes[-1], sizes)


def _ordered(kind: PairKind, family: str, one: str, other: str, sizes: Mapping[str, int | None]) -> LanePair:
    """The lane with more parameters as the larger; ``one`` where that is not known."""
    is_sized = _is_sized(one, other, sizes)
    larger, smaller = (other, one) if is_sized and (sizes[one] or 0) < (sizes[other] or 0) else (one, other)
    return LanePair(kind, family, larger, smaller, is_sized)


def _is_sized(one: str, other: str, sizes: Mapping[str, int | None]) -> bool:
    return sizes[one] is not None and sizes[other] is not None and sizes[one] != sizes[other]
