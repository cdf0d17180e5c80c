"""What is dropped and looks like predictions is asked about; what is chosen is what happens."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from granview.core.errors import ArgumentError
from granview.gui.dialogs.saved_predictions import SavedPredictionsDialog, reading_in
from granview.io.saved.survey import SavedSurvey
from tests.helpers.images import noise, save
from tests.helpers.shell import Bench
from tests.helpers.spoken import nameless

SURVEY = SavedSurvey(
    Path("masks"), "index masks", "image-segmentation", ("image-segmentation",), 0.7, 4, 5, ("e",), ("x.png",)
)


def test_a_folder_that_fits_is_offered_as_a_lane(bench: Bench, tmp_path: Path) -> None:
    for folder, pixels in (("in", noise()), ("unet", noise()[..., 0] % np.uint8(3))):
        (tmp_path / folder).mkdir()
        for name in ("a", "b"):
            save(tmp_path / folder / f"{name}.png", pixels)
    model, window = bench.work.services.model, bench.work.window
    bench.drop(tmp_path / "in")
    bench.until(lambda: len(model.samples) == 2)

    bench.drop(tmp_path / "unet")
    bench.until(lambda: window.findChildren(SavedPredictionsDialog))
    window.findChildren(SavedPredictionsDialog)[0].lane.click()

    assert [lane.spec.model for lane in model.lanes.all()] == [f"saved:{tmp_path / 'unet'}"]
    assert len(model.samples) == 2


def test_it_says_what_fits_and_what_does_not(qapp: QApplication) -> None:
    dialog = SavedPredictionsDialog(SURVEY, None)
    dialog.show()
    assert nameless(dialog) == []
    assert "1 of 5 samples has no saved prediction (e); 1 saved prediction matches no sample" in dialog.details.text()


def test_a_lane_is_chosen_with_its_task_and_options(qapp: QApplication) -> None:
    dialog = SavedPredictionsDialog(SURVEY, None)
    chosen: list[tuple[str, object]] = []
    dialog.lane_chosen.connect(lambda *args: chosen.append(args))
    dialog.options.setText("classes=background|cell, values=index-from-1")
    dialog.lane.click()
    assert chosen == [("image-segmentation", {"classes": "background|cell", "values": "index-from-1"})]


def test_options_without_meaning_are_refused_in_words_and_nothing_is_chosen(qapp: QApplication) -> None:
    dialog = SavedPredictionsDialog(SURVEY, None)
    chosen: list[object] = []
    dialog.lane_chosen.connect(lambda *args: chosen.append(args))
    dialog.options.setText("colour=red")
    dialog.lane.click()
    assert chosen == []
    assert "'colour' is no option" in dialog.details.text()


@pytest.mark.parametrize("button", ["references", "inputs"])
def test_they_may_be_references_or_inputs(qapp: QApplication, button: str) -> None:
    dialog = SavedPredictionsDialog(SURVEY, None)
    chosen: list[str] = []
    getattr(dialog, f"{button}_chosen").connect(lambda: chosen.append(button))
    getattr(dialog, button).click()
    assert chosen == [button]


def test_options_are_read() -> None:
    assert reading_in(" missing=empty ,") == {"missing": "empty"}
    with pytest.raises(ArgumentError, match="missing is 'maybe'"):
        reading_in("missing=maybe")
