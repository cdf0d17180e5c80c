"""Splits: disjoint seeds, disjoint words."""

from itertools import combinations

import pytest

from granview.zoo.text_training.batches import BLOCK, SPARE
from granview.zoo.text_training.recipes import TEXT_RECIPES
from granview.zoo.texts.invented import invented
from granview.zoo.texts.split import Split, belongs, split_of_seed, words_of

WORDS = tuple(f"word{number}" for number in range(1000))


def test_seeds_do_not_overlap() -> None:
    for one, other in combinations(Split, 2):
        assert not range(max(one.value.start, other.value.start), min(one.value.stop, other.value.stop))


@pytest.mark.parametrize("split", Split)
def test_a_seed_knows_its_split(split: Split) -> None:
    assert split_of_seed(split.value.start) is split_of_seed(split.value.stop - 1) is split


def test_a_seed_of_no_split_is_refused() -> None:
    with pytest.raises(ValueError, match="seed 5"):
        split_of_seed(5)


def test_words_are_kept_apart() -> None:
    train, validation, test = (set(words_of(WORDS, split)) for split in (Split.TRAIN, Split.VALIDATION, Split.TEST))
    assert train | validation | test == set(WORDS)
    assert not train & validation
    assert not (train | validation) & test
    assert 150 < len(test) < 250
    assert set(words_of(WORDS, Split.GALLERY)) == test


def test_made_up_words_belong_to_their_split() -> None:
    from random import Random

    for split in Split:
        assert all(belongs(invented(Random(seed), split), split) for seed in range(50))


@pytest.mark.parametrize("recipe", TEXT_RECIPES.values(), ids=lambda recipe: recipe.name)
def test_training_never_runs_out_of_seeds(recipe: object) -> None:
    blocks = -(-recipe.steps // BLOCK)  # type: ignore[attr-defined]
    assert blocks * BLOCK * recipe.batch_size * SPARE <= len(Split.TRAIN.value)  # type: ignore[attr-defined]
