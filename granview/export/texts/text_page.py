"""Comparison pages of texts: the text, what is known of it, and what every lane said, side by side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import granview
from granview.core.errors import GranViewError
from granview.core.labels import normalized
from granview.core.sample import Sample
from granview.core.text import TextInput, TextReference
from granview.export import captions
from granview.export.page_content import Detail, LegendEntry
from granview.export.page_request import PageRequest
from granview.export.prediction_export import export_of
from granview.export.texts.block_context import BlockContext, PageBlocks, passage
from granview.export.texts.excerpt import excerpt
from granview.export.texts.lane_class_names import NO_LABELS, LaneClassNames, labels_of
from granview.export.texts.page_content import Block, TextColumn, TextPage, Words
from granview.export.texts.reference_blocks import show_reference
from granview.export.texts.text_input import check_fits, text_input_of
from granview.export.texts.unprintable_characters import on_one_line
from granview.store.reader import SessionReader
from granview.store.rows import LaneRecord, ResultRow


@dataclass(frozen=True)
class _Column:
    title: str
    details: tuple[Detail, ...]
    shown: PageBlocks


def text_page(request: PageRequest, limit: int, *, has_metric_notes: bool = True) -> TextPage:
    """What the page of a text says.

    Args:
        request: The text, and the lanes to show.
        limit: How many code points of a text the page may show.
        has_metric_notes: Whether it says what the metrics in its captions are.

    Raises:
        InputError: the text cannot be read.
    """
    session, sample, lanes = request.tools.session, request.sample, request.lanes
    text_input = text_input_of(sample)
    results = {row.lane: row for row in session.results(sample=sample.name)}
    known = None if sample.reference is None else sample.reference.text
    names = LaneClassNames(session, results, sample)
    context = BlockContext(text_input.text, NO_LABELS, names.colors(), known, limit)
    columns = [] if known is None else [_Column("Reference", _known_details(known), show_reference(known, context))]
    columns += _lane_columns(session, sample, lanes, results, names, context)
    metric_notes = _metric_notes(lanes, results) if has_metric_notes else ()
    return TextPage(
        on_one_line(sample.name),
        on_one_line(_subtitle(sample, text_input)),
        tuple(_input_blocks(text_input, columns, limit)),
        tuple(TextColumn(on_one_line(column.title), column.details, column.shown.blocks) for column in columns),
        _legend(columns, context),
        (*dict.fromkeys(note for column in columns for note in column.shown.notes), *metric_notes),
        f"GranView {granview.__version__}",
    )


def _lane_columns(
    session: SessionReader,
    sample: Sample,
    lanes: Sequence[LaneRecord],
    results: Mapping[str, ResultRow],
    names: LaneClassNames,
    context: BlockContext,
) -> Iterator[_Column]:
    metrics = [captions.metrics_of(lane, results.get(lane.name)) for lane in lanes]
    for index, lane in enumerate(lanes):
        result = results.get(lane.name)
        own = replace(context, labels=labels_of(lane), names=names.of(lane))
        details = captions.lane_details(lane, result, metrics, index)
        yield _Column(lane.name, details, _blocks_of(session, lane, result, sample, own))


def _blocks_of(
    session: SessionReader, lane: LaneRecord, result: ResultRow | None, sample: Sample, context: BlockContext
) -> PageBlocks:
    """What a lane said, or why it said nothing."""
    if result is None:
        return PageBlocks((Words("Not run."),))
    if result.status == "failed":
        return _in_words(f"{result.error} {result.hint}")
    try:
        prediction = session.prediction(sample.name, lane.name)
        if prediction is None:
            return _in_words("The session holds no such prediction.")
        show = export_of(prediction).blocks
        if show is None:
            return _in_words(f"Predictions of the type '{prediction.type_name}' are not shown beside texts.")
        check_fits(prediction, context.text, sample)
    except GranViewError as error:
        return _in_words(str(error))
    shown = show(prediction, context)
    notices = tuple(Words(on_one_line(notice), "warn") for notice in result.notices)
    return PageBlocks((*shown.blocks, *notices), shown.has_text, shown.classes, shown.notes)


def _in_words(text: str) -> PageBlocks:
    return PageBlocks((Words(on_one_line(text), "bad"),))


def _input_blocks(text_input: TextInput, columns: Sequence[_Column], limit: int) -> Iterator[Block]:
    """What was asked; the text itself where no column shows it."""
    if text_input.question is not None:
        yield from passage(text_input.question, excerpt(text_input.question, limit), caption="Question")
    if not any(column.shown.has_text for column in columns):
        yield from passage(
            text_input.text,
            excerpt(text_input.text, limit),
            caption="Text" if text_input.pair is None else "First text",
        )
    if text_input.pair is not None:
        yield from passage(text_input.pair, excerpt(text_input.pair, limit), caption="Second text")


def _metric_notes(lanes: Sequence[LaneRecord], results: Mapping[str, ResultRow]) -> tuple[str, ...]:
    return captions.metric_notes(lanes, [captions.metrics_of(lane, results.get(lane.name)) for lane in lanes])


def _subtitle(sample: Sample, text_input: TextInput) -> str:
    size = len(text_input.text)
    words = f"{size:,} character{'' if size == 1 else 's'}"
    return words if sample.filename == sample.name else f"{sample.filename} · {words}"


def _known_details(known: TextReference) -> tuple[Detail, ...]:
    return () if known.grain is None else (Detail(f"grain {known.grain:g}"),)


def _legend(columns: Sequence[_Column], context: BlockContext) -> tuple[LegendEntry, ...]:
    """Each class of the columns once, in order of first appearance."""
    found: dict[str, LegendEntry] = {}
    for name in (name for column in columns for name in column.shown.classes):
        found.setdefault(normalized(name), LegendEntry(on_one_line(name), context.color(name)))
    return tuple(found.values())
