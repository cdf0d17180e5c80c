"""Running lanes over samples from Python, blocking until they are done."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from granview.api.comparison import Comparison
from granview.api.data_choices import ByDataSet, data_choices
from granview.api.doubt_warnings import warn_of_doubts
from granview.api.explanation_collector import ExplanationCollector, same_for_all
from granview.api.image_params import Range, Values, ValuesByFolder, image_params
from granview.api.inputs import (
    NO_INPUTS,
    Columns,
    InputArgument,
    Inputs,
    Paths,
    add_inputs,
    as_columns,
    as_paths,
    find_inputs,
    split_inputs,
    with_texts,
)
from granview.api.session_handle import AnySession, samples_and_params, session_for
from granview.core.errors import ArgumentError
from granview.core.events import Event, LaneProgress
from granview.core.explain_query import ExplainQuery
from granview.core.image_params import MaskFrame
from granview.core.lane import LaneSpec
from granview.core.params import Generation, TextParams
from granview.core.pinned_model import pinned
from granview.core.run_params import RunParams
from granview.core.sample_kind import Kind
from granview.core.sibling_lanes import parse_variants, sibling_lanes
from granview.core.task_trait import chosen_params
from granview.core.tile_params import tile_choice
from granview.core.variant import Variant
from granview.engine.download_plan import plan_downloads, require_room
from granview.engine.engine import DEFAULT_LIMITS, DEFAULT_WORKER_OPTIONS
from granview.engine.explain_samples import QueriesFor
from granview.engine.limits import Limits, WorkerOptions
from granview.engine.run import run
from granview.engine.saved_lanes import saved_notices
from granview.engine.source_check import check_source
from granview.engine.source_trust import refuse_untrusted, trust_all
from granview.engine.task_inference import with_inferred_task
from granview.report.differences import BOOTSTRAP_SEED
from granview.settings.lane_argument import parse_siblings
from granview.store.session import Session
from granview.tasks.base import TASKS

_TEXT: Final = TextParams()
_GENERATION: Final = Generation()

_NO_QUERIES: Final = same_for_all(())

OnEvents = Callable[[Sequence[Event]], None]
OnProgress = Callable[[LaneProgress], None]


@dataclass(frozen=True)
class LanesOutcome:
    """What became of a run.

    Attributes:
        succeeded: Samples that were answered by a result, over all lanes.
        failed: Samples that were not.
        unexplained: (sample, lane, why) of the questions that could not be answered.
    """

    succeeded: int
    failed: int
    unexplained: tuple[tuple[str, str, str], ...] = ()


def compare(
    models: str | LaneSpec | Iterable[str | LaneSpec],
    inputs: InputArgument,
    references: Paths | None = None,
    *,
    task: str = "",
    device: str = "auto",
    variant: str = "fp32",
    variants: str | Iterable[str] = (),
    batch_size: int = 1,
    confidence: bool = False,
    boundary_tolerance_px: float = 2.0,
    class_edits: Mapping[str, str] | None = None,
    require_reference: bool = False,
    image_range: Range = None,
    mask_values: Values | ValuesByFolder = None,
    mask_frame: MaskFrame | None = None,
    columns: Columns | None = None,
    header: bool | None = None,
    splits: ByDataSet = None,
    reference_sets: ByDataSet = None,
    text: TextParams = _TEXT,
    generation: Generation = _GENERATION,
    task_params: Mapping[str, object] | None = None,
    tile: int | str | None = None,
    explain: Sequence[ExplainQuery] = (),
    trust_code: Paths | None = None,
    out: str | os.PathLike[str] | None = None,
    overwrite: bool = False,
    session: AnySession | None = None,
    threads: int | None = None,
    sample_timeout_s: float = DEFAULT_LIMITS.sample_timeout_s,
    on_progress: OnProgress | None = None,
) -> Comparison:
    """Run models side by side over inputs, and wait.

    A sample that cannot be read, or a lane that fails, is not an exception: see ``Comparison.failures``.

    Args:
        models: Each as ``--model`` takes it, such as ``zoo:unet-base`` or ``zoo:unet-base,variant=bf16``, or a lane.
        inputs: Images, text files, data sets, folders; and texts themselves, as ``granview.TextInput.of("…")``.
        references: Masks, matched to the inputs by name, or files of labels; None for those that lie beside them.
        task: What the models do, where a model does not say; empty for what each is made for.
        device: ``auto``, ``cpu`` or ``cuda:N``, where a model does not say.
        variant: A number format, and after pluses recipes and ``compile``, such as ``bf16+compile``, where a model does
            not say; ``granview variants`` lists the recipes.
        variants: More ways in which each model is run, as lanes beside its own, such as ``["bf16", "int8"]``; see
            ``Comparison.variants``.
        batch_size: Samples in one forward pass, where a model does not say.
        confidence: Whether to keep the confidence of every pixel.
        boundary_tolerance_px: Tolerance of the boundary F-score, in pixels.
        class_edits: Model class name to reference class name (``""`` for none), where the names differ.
        require_reference: Whether a sample that cannot be scored against a reference has failed.
        image_range: The grey values that become black and white in pictures of more than 8 bits: ``(low, high)``;
            percentiles of all pictures such as ``"1%,99%"``; ``"full"``, or None, for the full range of each file's
            type of number.
        mask_values: What the values of masks mean, such as ``{0: "background", 255: "cell", 254: None}``, None being
            void; ``"index"`` or ``"index-from-1"`` (0 is void); of the masks in several folders, each of these by its
            folder, such as ``{"roads/": "index", "cells/": {0: "background", 255: "cell"}}``; None to guess from all
            masks, which ``Comparison.problems`` tells; what is not certain is warned of as ``UncertainReading``.
        mask_frame: How a mask without an orientation tag lies over a picture with one, where nothing tells:
            ``"shown"``, as the picture is shown, or ``"stored"``.
        columns: Which column of each input that is a table is what, such as ``{"text": "review", "label": "mood"}``;
            None to guess, which ``Comparison.problems`` tells.
        header: Whether the first row of each CSV or TSV file names its columns; None to find out.
        splits: The splits that are taken of data sets whose layout is known, such as ``"test"`` or
            ``["train", "val"]``; of each by its folder: ``{"VOC2012": "val"}``. None for the usual ones;
            ``describe_data`` says which there are.
        reference_sets: The sorts of references that are taken of them, such as ``"objects"``, in the same way.
        text: How texts are given to models.
        generation: How text is generated.
        task_params: Parameters that the lanes' tasks have of their own, by ``NAME`` or ``TASK.NAME``, such as
            ``{"iou_threshold": 0.75}``.
        tile: In which tiles pictures are run: the longest side of one in px; or as ``--tile`` has it, such as
            ``"1024,overlap=64"``, ``"native"`` or ``"whole"``; None for large ones only.
        explain: What every lane is asked about every sample of its kind, once all have run.
        trust_code: Files that may run, as they are now, since a model of one's own, of torch.export or TorchScript is a
            program; remembered on this machine.
        out: A folder into which everything is written, as by ``granview run``. The results of a session there are
            replaced once all is written; see ``Comparison.exported``.
        overwrite: Whether files in ``out`` that no session there has written may be replaced.
        session: A session to add to, or a path for it; None for one in ``out``, or else a temporary one.
        threads: Threads of each lane on the CPU; None for all cores.
        sample_timeout_s: A lane that says nothing for so long about a sample is restarted, and the sample fails.
        on_progress: Told how far each lane is, on a thread of the engine's.

    Raises:
        ArgumentError: a model, device, variant, or choice of columns, values or brightness has no meaning, there is no
            such folder of a model, the disk has no room for what would be downloaded, or ``out`` holds other files.
        InputError: none of the inputs is a sample that the models take, or a table lacks a column that was chosen.
        OutputError: ``out`` cannot be made or written.
        SessionError: the session cannot be written.
    """
    defaults = LaneSpec("", "", Variant.parse(variant), device, task, batch_size)
    more = variants_of(variants, device)
    edits = dict(class_edits or {})
    paths, texts = split_inputs(inputs)
    lanes = parse_lanes([models] if isinstance(models, str | LaneSpec) else list(models), defaults, paths, more)
    trust_all(as_paths(trust_code))
    refuse_untrusted(lane.model for lane in lanes)
    tasks = tuple(lane.task for lane in lanes)
    of_task = chosen_params({**tile_choice(tile, tasks), **(task_params or {})}, tasks)
    params = RunParams(confidence, boundary_tolerance_px, edits, text, generation, require_reference, of_task=of_task)
    kinds, chosen = kinds_of(lanes), as_columns(columns)
    known, before = samples_and_params(session)
    choices = data_choices(splits, reference_sets, paths)
    in_files = (
        find_inputs(paths, as_paths(references), known, kinds, chosen, header, choices)
        if paths or not texts
        else NO_INPUTS
    )
    new_inputs = with_texts(in_files, texts, known, kinds)
    image, image_notices = image_params(
        (*known, *new_inputs.samples), image_range, mask_values, mask_frame, before.image, [lane.task for lane in lanes]
    )
    params = msgspec.structs.replace(params, image=image)
    of_saved = saved_notices(lanes, (*known, *new_inputs.samples))
    image_notices = [*image_notices, *of_saved]
    warn_of_doubts(image_notices)
    require_room(plan_downloads(lane.model for lane in lanes))
    opened = session_for(session, out, overwrite)
    try:
        limits, workers = Limits(sample_timeout_s=sample_timeout_s), WorkerOptions(threads=threads)
        outcome = run_lanes(
            opened.session,
            lanes,
            new_inputs,
            params,
            _listener(on_progress),
            limits=limits,
            workers=workers,
            queries_for=same_for_all(explain),
        )
        exported = opened.write(outcome.succeeded + outcome.failed, outcome.succeeded)
    except BaseException:
        opened.close()
        raise
    return Comparison(
        opened.session, (*new_inputs.problems, *image_notices), opened.close, outcome.unexplained, exported
    )


def variants_of(variants: str | Iterable[str], device: str = "auto") -> tuple[Variant, ...]:
    """The variants that a caller listed, as one text with commas or as several; none where nothing is listed.

    Raises:
        ArgumentError: one is no variant.
    """
    text = variants if isinstance(variants, str) else ",".join(variants)
    return parse_variants(text, device_kind="cuda" if device.startswith("cuda") else "cpu") if text else ()


def parse_lanes(
    models: Sequence[str | LaneSpec],
    defaults: LaneSpec,
    inputs: Sequence[Path] = (),
    variants: Sequence[Variant] = (),
) -> list[LaneSpec]:
    """Lanes from what the caller named, to run over these inputs, each with a name of its own.

    Args:
        models: What was named.
        defaults: What holds where a model says nothing.
        inputs: What they are to run over.
        variants: More ways in which each model is run, as lanes beside its own.

    Raises:
        ArgumentError: there is none, one has no meaning, or is to be on this machine and is not.
    """
    if not models:
        raise ArgumentError("No model was named.", "Name at least one, such as zoo:unet-nano, or a ladder.")
    lanes: list[LaneSpec] = []
    for model in models:
        taken = [lane.name for lane in lanes]
        siblings = _siblings(model, defaults, variants, taken)
        check_source(siblings[0].model)
        task = with_inferred_task(siblings[0], inputs=inputs).task
        lanes += [msgspec.structs.replace(lane, task=task) for lane in siblings]
    return lanes


def _siblings(
    model: str | LaneSpec, defaults: LaneSpec, variants: Sequence[Variant], taken: Sequence[str]
) -> list[LaneSpec]:
    if isinstance(model, LaneSpec):
        return [model, *sibling_lanes(model, variants, (), (*taken, model.name))]
    return parse_siblings(model, defaults, variants, taken)


def kinds_of(lanes: Sequence[LaneSpec]) -> frozenset[Kind]:
    """The kinds of samples that lanes take.

    Raises:
        ArgumentError: there is no such task.
    """
    if unknown := [lane.task for lane in lanes if lane.task not in TASKS.all()]:
        raise ArgumentError(f"There is no task '{unknown[0]}'.", f"Tasks: {', '.join(TASKS.all())}.")
    return frozenset(TASKS.get(lane.task).kind for lane in lanes)


def run_lanes(
    session: Session,
    lanes: Sequence[LaneSpec],
    new_inputs: Inputs,
    params: RunParams,
    on_events: OnEvents,
    *,
    limits: Limits = DEFAULT_LIMITS,
    workers: WorkerOptions = DEFAULT_WORKER_OPTIONS,
    queries_for: QueriesFor = _NO_QUERIES,
) -> LanesOutcome:
    """Run lanes over inputs, as a run of its own in the session, until every sample is answered; then ask them.

    Lanes and samples that the session has already are those; a lane that differs needs another name. A model from the
    hub is loaded from the commit that the session has recorded of it.

    Raises:
        ArgumentError: the session has another lane of a name.
    """
    known = {record.name: record for record in session.lanes()}
    for lane in lanes:
        if lane.name not in known or known[lane.name].spec != lane:
            session.add_lane(lane)
    samples = add_inputs(session, new_inputs)
    session.set_params(params)
    session.start_run({"bootstrap": BOOTSTRAP_SEED})
    explanations = ExplanationCollector(session, lanes, samples, queries_for)
    as_before = [pinned(lane, known[lane.name].facts if lane.name in known else None) for lane in lanes]
    finished = run(session, as_before, samples, params, on_events, limits, workers, explanations.ask)
    return LanesOutcome(finished.succeeded, finished.failed, tuple(explanations.failures))


def _listener(on_progress: OnProgress | None) -> OnEvents:
    def on_events(events: Sequence[Event]) -> None:
        for event in events:
            if on_progress is not None and isinstance(event, LaneProgress):
                on_progress(event)

    return on_events
