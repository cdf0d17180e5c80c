"""What the data are: how many samples of what, with which references, and what is missing."""

from collections import Counter
from collections.abc import Iterator

from granview.core.sample_kind import Kind
from granview.export.report.document import Block, Facts, Paragraph
from granview.export.report.source import ReportSource
from granview.export.report.words import Words
from granview.store.rows import ResultRow

_CLASSES = 30


def coverage_section(source: ReportSource, words: Words) -> Iterator[Block]:
    """The counts; a warning where nothing could be scored."""
    contents = source.contents
    referenced = sum(bool(sample.references) for sample in contents.samples)
    scored = frozenset[str]().union(*(contents.scored_by(lane.name) for lane in contents.lanes))
    if contents.samples and not referenced and not scored:
        yield Paragraph(words("coverage.no_references"), "warn")
    kinds: Counter[Kind] = Counter(sample.kind for sample in contents.samples)
    rows = [
        (words("coverage.samples"), f"{len(contents.samples):,}"),
        (words("coverage.references"), f"{referenced:,}"),
        (words("coverage.scored"), f"{len(scored):,}"),
        (
            words("coverage.kinds"),
            words.listed(
                [words("coverage.kind", kind=words.name(kind), n=f"{n:,}") for kind, n in kinds.most_common()]
            ),
        ),
    ]
    classes = _classes(source)
    if classes:
        rows.append(
            (
                words("coverage.classes"),
                words("coverage.class_names", n=len(classes), names=words.listed(classes, _CLASSES)),
            )
        )
    failed = {lane.name: _failed(list(contents.of_lane(lane.name))) for lane in contents.lanes}
    missing = {
        lane.name: sum(
            contents.result(lane.name, s.name) is None for s in contents.samples if contents.is_for(s, lane.name)
        )
        for lane in contents.lanes
    }
    for key, counts in (("coverage.failed", failed), ("coverage.unfinished", missing)):
        told = [words("coverage.failed_of", lane=lane, n=f"{n:,}") for lane, n in counts.items() if n]
        if told:
            rows.append((words(key), words.listed(told)))
    if contents.left_out:
        rows.append((words("coverage.left_out"), words.listed([lane.name for lane in contents.left_out])))
    yield Facts(tuple(rows))


def _failed(rows: list[ResultRow]) -> int:
    return sum(row.status == "failed" for row in rows)


def _classes(source: ReportSource) -> list[str]:
    """The classes of all references, each once."""
    sets = dict.fromkeys(row.reference_labels for row in source.contents.results.values() if row.reference_labels)
    return list(dict.fromkeys(name for labels in sets for name in labels.names))
