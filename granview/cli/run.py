"""``granview run``: models over inputs without a screen."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from granview.cli import FAILED, INTERRUPTED
from granview.cli.run_parser import run_parser
from granview.cli.signals import Interrupted

if TYPE_CHECKING:
    from granview.api.compare_models import LanesOutcome
    from granview.api.inputs import Inputs
    from granview.core.explain_query import ExplainQuery
    from granview.core.lane import LaneSpec
    from granview.core.run_params import RunParams
    from granview.core.sample_kind import Kind
    from granview.core.task_param import ChosenParams
    from granview.export.run_output import RunOutput
    from granview.report.lane_costs import HourlyPrices
    from granview.report.margins import Margins
    from granview.store.session import Session


def main(arguments: Sequence[str]) -> int:
    """Run, write and summarise; returns the exit code."""
    options = run_parser().parse_args(arguments)
    from granview.api.compare_models import kinds_of
    from granview.api.image_params import image_params
    from granview.api.inputs import find_inputs
    from granview.cli.data_options import choices_of, unused_lines
    from granview.cli.explain_options import explain_queries
    from granview.cli.image_options import mask_values_of
    from granview.cli.ladder_options import lanes_of, tell_downloads
    from granview.cli.margin_option import margins_of
    from granview.cli.price_option import prices_of
    from granview.cli.table_options import columns_of, header_of
    from granview.cli.trust_options import settle_trust
    from granview.core.lane import LaneSpec
    from granview.core.variant import Variant
    from granview.engine.saved_lanes import saved_notices
    from granview.export.run_output import RunOutput
    from granview.runtime.lanes import lane_runtime

    defaults = LaneSpec("", "", Variant.parse(options.variant), options.device, options.task, options.batch_size)
    lanes = lanes_of(options, defaults)
    lane_runtime()  # said before anything is read, and not of each sample
    settle_trust(options, lanes)
    margins, prices = margins_of(options), prices_of(options)
    params, queries = run_params(options, [lane.task for lane in lanes]), explain_queries(options)
    choices = choices_of(options, options.input)
    kinds, columns, header = kinds_of(lanes), columns_of(options), header_of(options)
    inputs = find_inputs(options.input, options.reference, (), kinds, columns, header, choices)
    image, image_notices = image_params(
        inputs.samples,
        options.image_range,
        mask_values_of(options),
        options.mask_frame,
        tasks=[lane.task for lane in lanes],
    )
    params = msgspec.structs.replace(params, image=image)
    of_saved = saved_notices(lanes, inputs.samples)
    inputs = replace(inputs, problems=(*inputs.problems, *image_notices, *of_saved))
    for problem in inputs.problems:
        error = problem.error.removeprefix(f"{problem.path.name}: ")
        print(f"{problem.path}: {error} {problem.hint}".rstrip(), file=sys.stderr)
    for line in unused_lines(inputs.problems):
        print(line, file=sys.stderr)
    tell_downloads(lanes)
    with RunOutput(options.out, options.overwrite) as output:
        for path in output.left_over:
            print(f"{path}: left by a run that did not finish; open it, export it or delete it.", file=sys.stderr)
        try:
            outcome = _run(output.session, lanes, inputs, params, queries, options)
            return _finish(output, outcome, inputs, options, margins, prices)
        except KeyboardInterrupt as error:
            return _interrupted(output, error)


def _run(
    session: "Session",
    lanes: "list[LaneSpec]",
    inputs: "Inputs",
    params: "RunParams",
    queries: "dict[Kind, list[ExplainQuery]]",
    options: Namespace,
) -> "LanesOutcome":
    from granview.api.compare_models import run_lanes
    from granview.cli.progress import LaneBars
    from granview.engine.limits import Limits, WorkerOptions

    limits, workers = Limits(sample_timeout_s=options.sample_timeout), WorkerOptions(threads=options.threads)
    with LaneBars([lane.name for lane in lanes], len(inputs.samples), options.quiet) as bars:
        return run_lanes(
            session,
            lanes,
            inputs,
            params,
            bars.on_events,
            limits=limits,
            workers=workers,
            queries_for=lambda sample: queries[sample.kind],
        )


def run_params(options: Namespace, tasks: Sequence[str]) -> "RunParams":
    """What is to be computed, by the arguments, for lanes of these tasks.

    Raises:
        ArgumentError: one has no meaning.
    """
    from granview.cli.text_options import generation, text_params
    from granview.core.errors import ArgumentError
    from granview.core.run_params import RunParams

    pairs = [text.partition("=") for text in options.class_map]
    if wrong := [name for name, equals, _ in pairs if not equals or not name]:
        raise ArgumentError(f"'{wrong[0]}' maps no class.", "Write --class-map MODEL=REFERENCE.")
    edits: dict[str, str] = {}
    for name, _, target in pairs:
        if edits.setdefault(name, target) != target:
            raise ArgumentError(f"'{name}' is mapped twice.", f"There is one class: '{edits[name]}' or '{target}'.")
    return RunParams(
        options.confidence,
        options.boundary_tolerance,
        edits,
        text_params(options),
        generation(options),
        options.require_reference,
        of_task=_of_task(options.task_params, options.tile, tasks),
    )


def _of_task(texts: Sequence[str], tile: str | None, tasks: Sequence[str]) -> "ChosenParams":
    from granview.core.errors import ArgumentError
    from granview.core.task_trait import chosen_params
    from granview.core.tile_params import tile_choice

    pairs = [text.partition("=") for text in texts]
    if wrong := [text for text, (name, equals, _) in zip(texts, pairs, strict=True) if not equals or not name]:
        raise ArgumentError(f"'{wrong[0]}' sets nothing.", "Write --set NAME=VALUE.")
    return chosen_params({**tile_choice(tile, tasks), **{name: value for name, _, value in pairs}}, tuple(tasks))


def _interrupted(output: "RunOutput", error: KeyboardInterrupt) -> int:
    """Say what of the run is kept, and where."""
    words, code = (error.words, error.exit_code) if isinstance(error, Interrupted) else ("Interrupted", INTERRUPTED)
    done = sum(row.status == "ok" for row in output.session.results())
    kept = f"{done} {'result is' if done == 1 else 'results are'} in {_where(output.session)}"
    print(f"granview: {words}. {kept if done else 'There was no result yet, so nothing was kept.'}", file=sys.stderr)
    return code


def _where(session: "Session") -> str:
    return f"{session.path}; 'granview export {session.path} --out DIR' writes their files."


def _finish(
    output: "RunOutput",
    outcome: "LanesOutcome",
    inputs: "Inputs",
    options: Namespace,
    margins: "Margins",
    prices: "HourlyPrices",
) -> int:
    from granview.cli.metric_legend import legend_text
    from granview.cli.summary import (
        difference_lines,
        doubt_lines,
        failure_lines,
        notice_lines,
        refused_lines,
        summary_text,
    )
    from granview.cli.variant_summary import variant_lines
    from granview.cli.verdict_text import short_lines
    from granview.cli.write_files import write_files
    from granview.export.output_plan import OutputKind
    from granview.report.verdict.languages import LANGUAGES
    from granview.report.verdict.session_verdicts import session_verdicts

    session = output.session
    told = refused_lines(session, inputs.problems)
    for line in (*failure_lines(session), *told, *notice_lines(session), *doubt_lines(inputs.problems)):
        print(line, file=sys.stderr)
    for sample, lane, why in outcome.unexplained:
        print(f"not explained: {sample} in {lane}: {why}", file=sys.stderr)
    print(summary_text(session))
    for line in (*difference_lines(session), *variant_lines(session)):
        print(line)
    for line in short_lines(session_verdicts(session), LANGUAGES["en"]):
        print(line)
    if words := legend_text(session):
        print(f"\n{words}\n")
    parts = [part for part in OutputKind if part.value not in options.skip]
    finished = outcome.succeeded + outcome.failed
    exported = write_files(
        lambda on_progress: output.finish(finished, outcome.succeeded, on_progress, parts, margins, prices),
    )
    if exported.failed:
        kept = f" The results are in {_where(session)}" if output.has_results else ""
        print(f"granview: {exported.failed} Nothing in {options.out} was replaced.{kept}", file=sys.stderr)
    whole = not (exported.failed or exported.problems or outcome.failed or outcome.unexplained)
    return 0 if whole else FAILED
