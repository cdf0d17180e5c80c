"""The arguments of ``granview run``."""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Final

from granview.cli.margin_option import add_margin_option
from granview.cli.parser import new_parser
from granview.cli.price_option import add_price_option
from granview.core.saved_reading import READING_OPTIONS

_PARTS: Final = ("predictions", "comparison", "explanations")
_EXAMPLES: Final = """examples:
  granview run --model zoo:unet-nano --model zoo:unet-base --input scans/ --out out/
  granview run --model zoo:unet-base --model zoo:unet-base,variant=bf16,name=half \\
               --input scene.png --reference scene_mask.png --out out/
  granview run --model hf:nvidia/segformer-b0-finetuned-ade-512-512,device=cuda:0,batch=4 \\
               --model torchvision:fcn_resnet50 --input photos/ --out out/
  granview run --model zoo:unet-nano --input scans/ --class-map wall=membrane --out out/
  granview run --model zoo:unet-nano --input scans/ --reference masks/ --out out/ \\
               --mask-values 0=background 255=cell 254=void --image-range 0,4095
  granview run --ladder segformer-ade=b0,b2,b5 --input photos/ --out out/
  granview run --model zoo:unet-nano --input roads/ --split val \\
               --reference-set class-masks --out out/
  granview run --model zoo:ner-nano --model zoo:ner-base --input letters.txt news.conll --out out/
  granview run --task summarization --model ./my-t5 --prefix "summarize: " --num-beams 4 \\
               --input articles.jsonl --out out/
  granview run --task text-classification --model ./my-bert --input reviews.csv --header yes \\
               --columns text=Rezension label=Bewertung --out out/

a model can carry options of its own, after commas:
  task=TASK   variant=fp32|tf32|bf16|fp16[+RECIPE…]   variants=A/B/…   device=auto|cpu|cuda:N
  batch=N   name=TEXT

predictions that another program saved are a lane as well, as saved:FOLDER;
options say how they are read:
{reading}

exit code: 0 all succeeded, 1 some failed (they are listed), 2 bad arguments,
  130 interrupted by Ctrl-C, 128 and its number by another signal"""


_READING: Final = "\n".join(f"  {name}=… {words}" for name, words in READING_OPTIONS.items())


def run_parser() -> ArgumentParser:
    """The parser of everything that a run can be told."""
    from granview.cli.data_options import add_data_options
    from granview.cli.explain_options import add_explain_options
    from granview.cli.image_options import add_image_options
    from granview.cli.ladder_options import add_model_options
    from granview.cli.table_options import add_table_options
    from granview.cli.text_options import add_text_options
    from granview.cli.trust_options import add_trust_options

    parser = new_parser(
        "granview run",
        "Run one or more models over inputs, side by side, and write into DIR: results.csv, summary.csv,\n"
        "differences.csv, variants.csv, cost.csv, grain.csv, units.csv, predictions/LANE/SAMPLE.*,\n"
        "comparison/SAMPLE.* and\n"
        "session.granview.\n"
        "Results of an earlier run there stay until all of the new ones are written, and are then replaced.",
        _EXAMPLES.replace("{reading}", _READING),
    )
    add_model_options(parser)
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
        help="references such as masks, or folders, by name; files about many pictures, such as COCO's; "
        "files of labels of texts (default: what lies beside)",
    )  # fmt: skip
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where to write; made if need be")
    parser.add_argument(
        "--overwrite", action="store_true", help="replace files in DIR that no session there has written"
    )
    _add_lane_options(parser)
    add_trust_options(parser)
    _add_run_options(parser)
    add_data_options(parser)
    add_image_options(parser)
    add_table_options(parser)
    add_text_options(parser)
    add_explain_options(parser)
    return parser


def _add_lane_options(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("lanes, where a model says nothing else")
    group.add_argument("--task", default="", help="what the models do (default: what each is made for)")
    group.add_argument("--device", default="auto", help="auto, cpu or cuda:N (default: %(default)s)")
    group.add_argument("--variant", default="fp32", help="a number format, and recipes after pluses (default: fp32)")
    group.add_argument(
        "--variants",
        default="",
        metavar="A,B,…",
        help="more ways in which each model is run, as lanes beside its own, such as bf16,int8 or usual; "
        "'granview variants' lists them",
    )
    group.add_argument("--batch-size", type=int, default=1, metavar="N", help="samples per forward pass (default: 1)")


def _add_run_options(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("the run")
    group.add_argument("--confidence", action="store_true", help="keep the confidence of every pixel")
    group.add_argument(
        "--boundary-tolerance", type=float, default=2.0, metavar="PX", help="of the boundary F-score (default: 2)"
    )
    group.add_argument(
        "--class-map", action="extend", nargs="+", default=[], metavar="MODEL=REFERENCE",
        help="a model's class is this class of the reference; nothing after = for none; repeatable",
    )  # fmt: skip
    group.add_argument(
        "--set", action="extend", nargs="+", default=[], metavar="NAME=VALUE", dest="task_params",
        help="a parameter that the lanes' tasks have of their own; 'granview info --params' lists them",
    )  # fmt: skip
    group.add_argument(
        "--tile", metavar="PX[,overlap=PX]",
        help="run pictures in overlapping tiles of at most so many px; native: models that make a picture smaller are "
        "given it in tiles of their own input size; whole: never (default: above 16 megapixels in tiles of 2048)",
    )  # fmt: skip
    group.add_argument(
        "--require-reference", action="store_true", help="a sample that cannot be scored against a reference has failed"
    )
    group.add_argument(
        "--skip",
        nargs="+",
        choices=_PARTS,
        default=[],
        metavar="PART",
        help=f"parts that are not written: {', '.join(_PARTS)}",
    )
    add_margin_option(group)
    add_price_option(group, "cost.csv then has the money for a million samples")
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
