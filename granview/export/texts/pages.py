"""Comparison pages of texts: the text, what is known of it, and what every lane said, side by side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import granview
from granview.core.errors import GranViewError
from granview.core.labels import normalized
from granview.core.predictions.label_map import LabelMap
from granview.core.sample import Sample
from granview.core.text import NO_NAMES, TextInput, TextReference
from granview.export import captions
from granview.export.content import Detail, LegendEntry
from granview.export.texts.blocks.presenters import PRESENTERS
from granview.export.texts.blocks.reference import show_reference
from granview.export.texts.blocks.told import Shown, Told, passage
from granview.export.texts.excerpt import excerpt
from granview.export.texts.given import check_fits, given_text
from granview.export.texts.lane_names import NO_LABELS, LaneNames, labels_of
from granview.export.texts.page import Block, TextPage, TextPanel, Words
from granview.export.texts.visible import on_one_line
from granview.store.reader import SessionReader
from granview.store.rows import LaneRecord, ResultRow


@dataclass(frozen=True)
class _Column:
    title: str
    details: tuple[Detail, ...]
    shown: Shown


def text_page(session: SessionReader, sample: Sample, lanes: Sequence[LaneRecord], limit: int) -> TextPage:
    """What the page of a text says.

    Args:
        session: Where predictions are read.
        sample: The text.
        lanes: The lanes to show, in this order.
        limit: How many code points of a text the page may show.

    Raises:
        InputError: the text cannot be read.
    """
    given = given_text(sample)
    results = {row.lane: row for row in session.results(sample=sample.name)}
    known = None if sample.reference is None else sample.reference.text
    names = LaneNames(session, results, known, NO_NAMES if sample.reference is None else sample.reference.data_set)
    told = Told(given.text, NO_LABELS, names.colors(), known, limit)
    columns = [] if known is None else [_Column("Reference", _known_details(known), show_reference(known, told))]
    columns += _lane_columns(session, sample, lanes, results, names, told)
    return TextPage(
        on_one_line(sample.name),
        on_one_line(_subtitle(sample, given)),
        tuple(_given_blocks(given, columns, limit)),
        tuple(TextPanel(on_one_line(column.title), column.details, column.shown.blocks) for column in columns),
        _legend(columns, told),
        (*dict.fromkeys(note for column in columns for note in column.shown.notes), *_metric_notes(lanes, results)),
        f"GranView {granview.__version__}",
    )


def _lane_columns(
    session: SessionReader,
    sample: Sample,
    lanes: Sequence[LaneRecord],
    results: Mapping[str, ResultRow],
    names: LaneNames,
    told: Told,
) -> Iterator[_Column]:
    metrics = [captions.metrics_of(lane, results.get(lane.name)) for lane in lanes]
    for index, lane in enumerate(lanes):
        result = results.get(lane.name)
        own = replace(told, labels=labels_of(lane), names=names.of(lane))
        details = captions.lane_details(lane, result, metrics, index)
        yield _Column(lane.name, details, _said(session, lane, result, sample, own))


def _said(session: SessionReader, lane: LaneRecord, result: ResultRow | None, sample: Sample, told: Told) -> Shown:
    """What a lane said, or why it said nothing."""
    if result is None:
        return Shown((Words("Not run."),))
    if result.status == "failed":
        return _in_words(f"{result.error} {result.hint}")
    try:
        prediction = session.prediction(sample.name, lane.name)
        if prediction is None or isinstance(prediction, LabelMap):
            return _in_words("The session holds no such prediction.")
        check_fits(prediction, told.text, sample)
    except GranViewError as error:
        return _in_words(str(error))
    shown = PRESENTERS[type(prediction)](prediction, told)
    notices = tuple(Words(on_one_line(notice), "warn") for notice in result.notices)
    return Shown((*shown.blocks, *notices), shown.has_text, shown.classes, shown.notes)


def _in_words(text: str) -> Shown:
    return Shown((Words(on_one_line(text), "bad"),))


def _given_blocks(given: TextInput, columns: Sequence[_Column], limit: int) -> Iterator[Block]:
    """What was asked; the text itself where no column shows it."""
    if given.question is not None:
        yield from passage(given.question, excerpt(given.question, limit), caption="Question")
    if not any(column.shown.has_text for column in columns):
        yield from passage(
            given.text, excerpt(given.text, limit), caption="Text" if given.pair is None else "First text"
        )
    if given.pair is not None:
        yield from passage(given.pair, excerpt(given.pair, limit), caption="Second text")


def _metric_notes(lanes: Sequence[LaneRecord], results: Mapping[str, ResultRow]) -> tuple[str, ...]:
    return captions.metric_notes(lanes, [captions.metrics_of(lane, results.get(lane.name)) for lane in lanes])


def _subtitle(sample: Sample, given: TextInput) -> str:
    size = len(given.text)
    words = f"{size:,} character{'' if size == 1 else 's'}"
    return words if sample.filename == sample.name else f"{sample.filename} · {words}"


def _known_details(known: TextReference) -> tuple[Detail, ...]:
    return () if known.grain is None else (Detail(f"grain {known.grain:g}"),)


def _legend(columns: Sequence[_Column], told: Told) -> tuple[LegendEntry, ...]:
    """Each class of the columns once, in order of first appearance."""
    found: dict[str, LegendEntry] = {}
    for name in (name for column in columns for name in column.shown.classes):
        found.setdefault(normalized(name), LegendEntry(on_one_line(name), told.color(name)))
    return tuple(found.values())
