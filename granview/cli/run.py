"""``granview run``: models over inputs without a screen."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from granview.cli import FAILED, INTERRUPTED
from granview.cli.parsing import new_parser

if TYPE_CHECKING:
    from granview.api.inputs import Inputs
    from granview.core.lane import LaneSpec
    from granview.core.messages import RunParams
    from granview.engine.run import RunOutcome
    from granview.store.session import Session

_PARTS: Final = ("predictions", "comparison")
_EXAMPLES: Final = """examples:
  granview run --model zoo:unet-nano --model zoo:unet-base --input scans/ --out out/
  granview run --model zoo:unet-base --model zoo:unet-base,variant=bf16,name=half \\
               --input scene.png --reference scene_mask.png --out out/
  granview run --model hf:nvidia/segformer-b0-finetuned-ade-512-512,device=cuda:0,batch=4 \\
               --model torchvision:fcn_resnet50 --input photos/ --out out/
  granview run --model zoo:unet-nano --input scans/ --class-map wall=membrane --out out/
  granview run --model zoo:ner-nano --model zoo:ner-base --input letters.txt news.conll --out out/
  granview run --task summarization --model ./my-t5 --prefix "summarize: " --num-beams 4 \\
               --input articles.jsonl --out out/

a model can carry options of its own, after commas:
  task=TASK   variant=fp32|bf16|fp16[+compile]   device=auto|cpu|cuda:N   batch=N   name=TEXT

exit code: 0 all succeeded, 1 some failed (they are listed), 2 bad arguments, 130 interrupted"""


def _parser() -> ArgumentParser:
    from granview.cli.text_options import add_text_options

    parser = new_parser(
        "granview run",
        "Run one or more models over inputs, side by side, and write into DIR: results.csv, summary.csv,\n"
        "units.csv, predictions/LANE/SAMPLE.*, comparison/SAMPLE.* and session.granview.\n"
        "Files that are there already are replaced.",
        _EXAMPLES,
    )
    parser.add_argument("--model", action="append", required=True, metavar="SOURCE", help="a model; repeat for more")
    parser.add_argument(
        "--input",
        action="extend",
        nargs="+",
        type=Path,
        required=True,
        metavar="PATH",
        help="images, texts (.txt, .csv, .tsv, .jsonl, .parquet, CoNLL, SQuAD), folders",
    )
    parser.add_argument(
        "--reference", action="extend", nargs="+", type=Path, default=[], metavar="PATH",
        help="masks or folders of masks, matched by name; files of labels for texts (default: what lies beside)",
    )  # fmt: skip
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where to write; made if need be")
    _add_lane_options(parser)
    _add_run_options(parser)
    add_text_options(parser)
    return parser


def _add_lane_options(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("lanes, where a model says nothing else")
    group.add_argument("--task", default="", help="what the models do (default: what each is made for)")
    group.add_argument("--device", default="auto", help="auto, cpu or cuda:N (default: %(default)s)")
    group.add_argument("--variant", default="fp32", help="fp32, bf16 or fp16, with +compile or without (default: fp32)")
    group.add_argument("--batch-size", type=int, default=1, metavar="N", help="samples per forward pass (default: 1)")


def _add_run_options(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("the run")
    group.add_argument("--confidence", action="store_true", help="keep the confidence of every pixel")
    group.add_argument(
        "--boundary-tolerance", type=float, default=2.0, metavar="PX", help="of the boundary F-score (default: 2)"
    )
    group.add_argument(
        "--class-map", action="append", default=[], metavar="MODEL=REFERENCE",
        help="a model's class is this class of the reference; nothing after = for none",
    )  # fmt: skip
    group.add_argument(
        "--skip", nargs="+", choices=_PARTS, default=[], metavar="PART", help="do not write predictions, comparison"
    )
    group.add_argument("--threads", type=_positive, metavar="N", help="of each lane on the CPU (default: all cores)")
    group.add_argument(
        "--sample-timeout", type=float, default=600.0, metavar="S", help="restart a lane that is stuck (default: 600)"
    )
    group.add_argument("--quiet", action="store_true", help="no progress")


def _positive(text: str) -> int:
    """A whole number of at least 1."""
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"'{text}' is not a whole number of at least 1")
    return int(text)


def main(arguments: Sequence[str]) -> int:
    """Run, write and summarise; returns the exit code."""
    options = _parser().parse_args(arguments)
    from granview.api.inputs import find_inputs
    from granview.api.running import as_lanes, kinds_of
    from granview.core.lane import LaneSpec, Variant
    from granview.export.bundle import SESSION_NAME
    from granview.store.session import Session

    defaults = LaneSpec("", "", Variant.parse(options.variant), options.device, options.task, options.batch_size)
    lanes = as_lanes(options.model, defaults)
    params = _params(options)
    found = find_inputs(options.input, options.reference, kinds=kinds_of(lanes))
    for problem in found.problems:
        print(f"{problem.path}: {problem.error} {problem.hint}".rstrip(), file=sys.stderr)
    options.out.mkdir(parents=True, exist_ok=True)
    with Session.create(options.out / SESSION_NAME, overwrite=True) as session:
        try:
            outcome = _run(session, lanes, found, params, options)
        except KeyboardInterrupt:
            return _interrupted(session)
        return _finish(session, outcome, options)


def _run(
    session: "Session", lanes: "list[LaneSpec]", found: "Inputs", params: "RunParams", options: Namespace
) -> "RunOutcome":
    from granview.api.running import run_lanes
    from granview.cli.progress import LaneBars
    from granview.engine.limits import Limits, Workers

    limits, workers = Limits(sample_timeout_s=options.sample_timeout), Workers(threads=options.threads)
    with LaneBars([lane.name for lane in lanes], len(found.samples), options.quiet) as bars:
        return run_lanes(session, lanes, found, params, bars.on_events, limits, workers)


def _params(options: Namespace) -> "RunParams":
    from granview.cli.text_options import generation, text_params
    from granview.core.errors import ArgumentError
    from granview.core.messages import RunParams

    pairs = [text.partition("=") for text in options.class_map]
    if wrong := [name for name, equals, _ in pairs if not equals or not name]:
        raise ArgumentError(f"'{wrong[0]}' maps no class.", "Write --class-map MODEL=REFERENCE.")
    edits = {name: target for name, _, target in pairs}
    return RunParams(options.confidence, options.boundary_tolerance, edits, text_params(options), generation(options))


def _interrupted(session: "Session") -> int:
    done = sum(row.status == "ok" for row in session.results())
    print(
        f"granview: Interrupted. {done} results are in {session.path}; "
        f"'granview export {session.path} --out DIR' writes their files.",
        file=sys.stderr,
    )
    return INTERRUPTED


def _finish(session: "Session", outcome: "RunOutcome", options: Namespace) -> int:
    from granview.cli.summary import failure_lines, summary_text
    from granview.cli.writing import write_and_tell
    from granview.export.bundle import Part

    for line in failure_lines(session):
        print(line, file=sys.stderr)
    print(summary_text(session))
    parts = [part for part in Part if part.value not in options.skip]
    whole = write_and_tell(session, options.out, parts)
    return 0 if whole and not outcome.failed else FAILED
