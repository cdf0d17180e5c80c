from pathlib import Path

import numpy as np
import pytest

from granview.core.errors import InputError
from granview.core.image_params import BINARY, ImageParams
from granview.core.labels import LabelSet
from granview.core.sample import Reference
from granview.core.truths.mask import ReferenceMask
from granview.io.orientation import Frame
from granview.io.reference_format import AS_FILES_SAY, REFERENCE_FORMATS
from tests.helpers.images import save

MODEL = LabelSet(("sky", "sun"), ((0, 0, 0), (9, 9, 9)))


def _read(path: Path, frame: Frame | None, params: ImageParams = AS_FILES_SAY) -> ReferenceMask:
    truth = REFERENCE_FORMATS.get("mask").read(Reference(str(path)), frame, MODEL, params)
    assert isinstance(truth, ReferenceMask)
    return truth


def test_classes_come_from_the_model_and_the_choices_of_the_run(tmp_path: Path) -> None:
    path = save(tmp_path / "x.png", np.array([[0, 1]], np.uint8))

    assert _read(path, Frame(1, 2)).label_set.names == MODEL.names
    chosen = _read(save(path, np.array([[0, 255]], np.uint8)), None, ImageParams(mask_values=BINARY))
    assert chosen.label_set.names == ("background", "foreground")


def test_a_mask_of_another_size_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="3"):
        _read(save(tmp_path / "x.png", np.zeros((1, 2), np.uint8)), Frame(3, 3))
