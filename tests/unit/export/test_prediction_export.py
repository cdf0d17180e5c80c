"""The table of what each type of prediction becomes."""

from pathlib import Path

import pytest

from granview.core.errors import GranViewError
from granview.core.prediction import PREDICTION_TYPES
from granview.export.prediction_export import PREDICTION_EXPORTS, prediction_suffixes, write_prediction
from tests.helpers.odd_prediction import Odd
from tests.helpers.scored_texts import text_sample
from tests.helpers.text_tasks import NO_LABELS


def test_a_prediction_that_was_lost_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(GranViewError, match="holds no such prediction"):
        write_prediction(tmp_path / "said.json", None, text_sample("a", "fine"), NO_LABELS)
    assert not (tmp_path / "said.json").exists()


@pytest.mark.parametrize("type_name", PREDICTION_TYPES.all())
def test_every_type_becomes_a_file_and_is_shown_on_some_page(type_name: str) -> None:
    export = PREDICTION_EXPORTS.get(type_name)
    assert export.suffix in prediction_suffixes()
    assert export.overlay is not None or export.blocks is not None


def test_a_type_that_nothing_is_known_of_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(GranViewError, match=r"no export of predictions of the type 'odd'\. Known: answers"):
        write_prediction(tmp_path / "said", Odd(), text_sample("a", "fine"), NO_LABELS)
