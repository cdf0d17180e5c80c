"""The table of a distilled model beside the plain one and its teacher."""

import shutil
from pathlib import Path

import msgspec

from granview.core.resources import resource_path
from granview.zoo.card import read_card, write_card
from granview.zoo.distillation.comparison import comparison_lines
from granview.zoo.distillation.distilled_from import DistilledFrom

ZOO = resource_path("zoo")


def _zoo(folder: Path, measured: bool = True) -> Path:
    """A zoo of cards: a plain model, a distilled one that was measured or not, a teacher."""
    for name in ("unet-nano", "unet-base"):
        shutil.copytree(ZOO / name, folder / name, ignore=shutil.ignore_patterns("*.safetensors"))
    card = read_card(ZOO / "unet-small")
    taught = DistilledFrom("unet-nano", "unet-base", "0" * 64, 0.5, 2.0)
    (folder / "unet-nano-distilled").mkdir()
    changed = {"name": "unet-nano-distilled", "distillation": taught}
    card = msgspec.structs.replace(card, **changed, **({} if measured else {"measured": None}))
    write_card(folder / "unet-nano-distilled", card)
    return folder


def test_three_models_stand_side_by_side_by_grain(tmp_path: Path) -> None:
    lines = comparison_lines(_zoo(tmp_path))
    assert lines[0] == "| mIoU | n | unet-nano | unet-nano-distilled | unet-base |"
    assert lines[2] == "| all | | 0.666 | 0.794 | 0.872 |"
    measured = [read_card(ZOO / name).measured for name in ("unet-nano", "unet-small", "unet-base")]
    finest = [one.grain_recall[0] for one in measured if one]
    assert lines[3] == f"| <4 | {finest[0].regions} | " + " | ".join(f"{row.recall:.3f}" for row in finest) + " |"
    assert len([line for line in lines if line]) == 3 + 6


def test_what_was_not_measured_is_not_compared(tmp_path: Path) -> None:
    assert comparison_lines(_zoo(tmp_path, measured=False)) == [
        "unet-nano-distilled and what it is compared with have not all been measured.",
        "",
    ]
