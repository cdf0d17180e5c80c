"""The galleries with variants of the zoo's families: what each keeps of its quality, and what it costs.

``python -m tests.benchmarks.zoo_variants [--out DIR] [MODEL …]`` runs one model after the other, each as it was trained
and in its variants, and prints a table in Markdown; with a distilled twin, that too. Continuous integration does not
run it: it takes minutes, and times say little on a machine that does other work, whose load it prints.
"""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import polars

import granview
from granview.core.number_format import format_fixed, format_share

VARIANTS: Final = ("bf16", "int8", "int4", "magnitude=0.5", "onnxruntime", "onnx-int8-dynamic")
MODELS: Final = (
    *("unet-base", "segformer-small", "fcn-small", "pointrend-nano", "mask-rcnn-small", "fcos-small"),
    *("resnet-base", "resnet-nano", "efficientnet-nano", "sentiment-nano", "sentiment-bilstm", "ner-nano"),
    *("code-nano", "fsrcnn-nano", "edsr-base"),
)
"""One of each family, and those that have a distilled twin."""

_ROOT: Final = Path(__file__).parents[2]
_GALLERIES: Final = (
    (("resnet", "efficientnet"), ("gallery-classes",), ()),
    (("sentiment", "ner", "code"), ("gallery-text",), ()),
    (("fsrcnn", "edsr"), ("gallery-restoration/low",), ("gallery-restoration/high",)),
    (("",), ("gallery/scenes",), ("gallery/references",)),
)
_HEAD: Final = (
    "| model | variant | quality | kept, at least | loses most at | lost / gained | bytes | latency |\n"
    "|---|---|---|---|---|---|---|---|"
)


def main() -> int:
    """Measure and print."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("models", nargs="*", default=list(MODELS))
    parser.add_argument("--out", type=Path, help="a folder for the table of each model as CSV")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    print(_HEAD, flush=True)
    for model in options.models:
        for line in _measured(model, options.out, options.threads):
            print(line, flush=True)
    return 0


def _measured(model: str, out: Path | None, threads: int) -> Iterator[str]:
    inputs, references = next(places for names, *places in _GALLERIES if model.startswith(names))
    twin = f"{model}-distilled"
    sources = [f"zoo:{model}", *([f"zoo:{twin}"] if (_ROOT / "resources" / "zoo" / twin).is_dir() else [])]
    lanes = [f"{sources[0]},variants={'/'.join(VARIANTS)}", *sources[1:]]
    load = os.getloadavg()[0]
    with granview.compare(lanes, _paths(inputs), _paths(references) or None, device="cpu", threads=threads) as found:
        print(f"{model}: load {load:.1f} before, {os.getloadavg()[0]:.1f} after", file=sys.stderr, flush=True)
        for sample, lane, why in found.failures[:3]:
            print(f"failed: {sample} in {lane}: {why}", file=sys.stderr, flush=True)
        variants = found.variants()
        if out is not None:
            out.mkdir(parents=True, exist_ok=True)
            variants.write_csv(out / f"{model}.csv")
            found.summary().write_csv(out / f"{model}-summary.csv")
        yield from _rows(model, variants.filter(polars.col("headline") == 1))
        yield from _refused(found)
        if len(sources) > 1:
            yield _distilled(model, found)


def _paths(names: Sequence[str]) -> list[Path]:
    return [_ROOT / "resources" / name for name in names]


def _rows(model: str, variants: polars.DataFrame) -> Iterator[str]:
    for place, row in enumerate(variants.iter_rows(named=True)):
        if not place:
            yield f"| `{model}` | fp32 | {row['metric']} {row['parent_value']:.3f}, n = {row['n']} | | | | 1 | 1 |"
        low = row["share_low"]
        kept = f"{format_share(row['share'])}, {'n/a' if low is None else format_share(low)}"
        flips = "" if row["flip_units"] is None else f"{row['lost']} / {row['gained']} of {row['flip_units']}"
        ratios = (
            f"{row[name]:.2f}" if row[name] is not None else "n/a" for name in ("stored_ratio", "forward_ms_ratio")
        )
        name = row["variant"].removeprefix("fp32+")
        yield f"| | {name} | {row['lane_value']:.3f} | {kept} | {_grain(row)} | {flips} | {' | '.join(ratios)} |"


def _refused(found: granview.Comparison) -> Iterator[str]:
    """The variants that could not be loaded, with why."""
    refused = {lane: why for _, lane, why in found.failures}
    for spec in (record.spec for record in found.session.lanes() if record.facts is None):
        yield f"| | {str(spec.variant).removeprefix('fp32+')} | refused: {refused.get(spec.name, 'n/a')} | | | | | |"


def _grain(row: dict[str, object]) -> str:
    if row["grain_bucket"] is None:
        return "–"
    low, high = row["grain_low"], row["grain_high"]
    is_sure = isinstance(high, float) and high < 0
    ends = f" ({_signed(low)} to {_signed(high)})" if isinstance(low, float) else ""
    place = f"{row['grain_kind']} {row['grain_bucket']}: {_signed(row['grain_difference'])}"
    return f"{place}{ends}{'' if is_sure else ', may be chance'}"


def _signed(value: object) -> str:
    return format_fixed(value, 3, "+") if isinstance(value, float) else "n/a"


def _distilled(model: str, found: granview.Comparison) -> str:
    """The distilled twin beside the model that learnt from references alone."""
    twin = f"{model}-distilled"
    metric = found.variants().filter(polars.col("headline") == 1)["metric"][0]
    rows = found.differences(model).filter((polars.col("lane") == twin) & (polars.col("metric") == metric))
    row = next(rows.iter_rows(named=True))
    costs = {each["lane"]: each for each in found.summary().iter_rows(named=True)}
    ratios = (costs[twin][name] / costs[model][name] for name in ("weights_mb", "forward_ms_p50"))
    ends = "n/a" if row["low"] is None else format_share((row["against_value"] + row["low"]) / row["against_value"])
    share = f"{format_share(row['lane_value'] / row['against_value'])}, {ends}"
    return f"| | distilled | {row['lane_value']:.3f} | {share} | | | {' | '.join(f'{each:.2f}' for each in ratios)} |"


if __name__ == "__main__":
    sys.exit(main())
