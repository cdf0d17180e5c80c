"""Quality and grain of the shipped cards, whatever their task."""

from pathlib import Path

import msgspec
import pytest

from granview.core.resources import resource_path
from granview.zoo.card import read_card
from granview.zoo.card_scores import card_scores

ZOO = resource_path("zoo")
CARDS = sorted(path.parent for path in ZOO.glob("*/card.json"))


@pytest.mark.parametrize("folder", CARDS, ids=lambda folder: folder.name)
def test_every_card_tells_quality_and_grain(folder: Path) -> None:
    scores = card_scores(read_card(folder))
    assert scores is not None
    assert f"{scores.score:.3f}" in (folder / "README.md").read_text(encoding="utf-8")
    assert len(scores.by_grain) > 2
    assert all(row.score is None or 0 <= row.score <= 1 for row in scores.by_grain)
    assert sum(row.count for row in scores.by_grain) > 7


def test_a_model_that_was_not_measured_has_none() -> None:
    card = msgspec.structs.replace(read_card(ZOO / "unet-nano"), measured=None)
    assert card_scores(card) is None
