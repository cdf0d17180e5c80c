"""The lanes of a run: models as they are named, and the rungs of ladders; and what they download before they run."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from granview.core.lane import LaneSpec


def add_model_options(parser: ArgumentParser) -> None:
    """Options that name models."""
    parser.add_argument("--model", action="append", default=[], metavar="SOURCE", help="a model; repeat for more")
    parser.add_argument(
        "--ladder", action="append", default=[], metavar="NAME[=RUNG,…]",
        help="one architecture at several sizes, a lane for each; 'granview models --catalogue' lists them",
    )  # fmt: skip


def lanes_of(options: Namespace, defaults: "LaneSpec") -> "list[LaneSpec]":
    """A lane for each rung and each model that is named.

    Raises:
        ArgumentError: nothing is named, or what is named is not there.
    """
    from granview.api.compare_models import parse_lanes, variants_of

    models = [*_rungs(options.ladder, defaults), *options.model]
    return parse_lanes(models, defaults, options.input, variants_of(options.variants, options.device))


def _rungs(texts: Sequence[str], defaults: "LaneSpec") -> "list[LaneSpec]":
    from granview.settings.ladder_argument import ladder_lanes, parse_ladder

    if not texts:
        return []
    from granview.io.catalogue_file import read_catalogue

    ladders = read_catalogue()
    return ladder_lanes([rung for text in texts for rung in parse_ladder(text, ladders)], defaults)


def tell_downloads(lanes: "Sequence[LaneSpec]") -> None:
    """Print what is downloaded before the lanes can run, and whether the models fit into memory.

    Raises:
        ArgumentError: the disk has no room for the downloads.
    """
    from granview.engine.download_plan import plan_downloads, require_room
    from granview.engine.memory_plan import plan_memory
    from granview.io.catalogue_file import read_catalogue

    sources = [lane.model for lane in lanes if lane.model.startswith(("hf:", "torchvision:"))]
    if not sources:
        return
    ladders = read_catalogue()
    plan = plan_downloads(sources, ladders)
    if not plan.needed:
        return
    print(f"granview: {plan.sentence}", file=sys.stderr)
    for each in plan.needed:
        trouble = f" (estimated: {each.trouble.rstrip('.')})" if each.trouble else ""
        print(f"granview: {each.source}: {each.size_in_words}{trouble}", file=sys.stderr)
        if each.terms_in_words:
            print(f"granview: {each.terms_in_words}", file=sys.stderr)
    fit = plan_memory(lanes, {rung.source: rung.params for ladder in ladders for rung in ladder.rungs})
    if fit is not None:
        words = "The model needs" if len(lanes) == 1 else "Together the models need"
        print(f"granview: {fit.sentence_about(words)}", file=sys.stderr)
    require_room(plan)
