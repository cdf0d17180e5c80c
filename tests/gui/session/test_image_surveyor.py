"""What is looked at as a mask depends on what the lanes compare with."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from granview.core.lane import LaneSpec
from granview.core.sample import Reference, Sample
from granview.gui.model.comparison import ComparisonModel
from granview.gui.session.image_surveyor import ImageSurveyor
from tests.helpers.images import save
from tests.helpers.shell_waiting import until


class Surroundings(QObject):
    """What a surveyor hears from document and importer."""

    replaced = Signal()
    failed = Signal(object)
    finished = Signal(object)


@pytest.fixture
def model(qapp: QApplication, tmp_path: Path) -> ComparisonModel:
    picture = save(tmp_path / "s.png", np.zeros((1, 2, 3), np.uint8))
    mask = save(tmp_path / "s_mask.png", np.array([[3, 254]], np.uint8))
    model = ComparisonModel()
    model.samples.add([Sample("s", str(picture), reference=Reference(str(mask)))])
    return model


def lane(task: str) -> LaneSpec:
    return LaneSpec(task, "zoo:unet-nano", task=task)


def masks_seen(surveyor: ImageSurveyor, app: QApplication) -> int:
    """How many masks there were, once the look is over."""
    until(app, lambda: not surveyor.is_busy)
    assert surveyor.latest is not None
    return surveyor.latest.masks.total


def test_what_no_lane_reads_as_a_mask_is_none_until_one_does(qapp: QApplication, model: ComparisonModel) -> None:
    around = Surroundings()
    surveyor = ImageSurveyor(model, around, around)
    model.add_lanes([lane("depth-estimation")])
    assert surveyor.latest is None
    surveyor.survey()
    assert masks_seen(surveyor, qapp) == 0
    model.add_lanes([lane("image-segmentation")])
    assert masks_seen(surveyor, qapp) == 1
    surveyor.close()


def test_without_lanes_all_are_looked_at_once(qapp: QApplication, model: ComparisonModel) -> None:
    around = Surroundings()
    surveyor = ImageSurveyor(model, around, around)
    surveyor.survey()
    assert masks_seen(surveyor, qapp) == 1
    model.add_lanes([lane("image-segmentation")])
    assert not surveyor.is_busy
    surveyor.close()
