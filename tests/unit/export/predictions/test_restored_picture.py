import numpy as np
from PIL import Image

from granview.core.labels import LabelSet
from granview.core.predictions.restored_picture import RestoredPicture
from granview.core.sample import Sample
from granview.export.prediction_export import export_of, write_prediction

NO_CLASSES = LabelSet((), ())


def test_it_is_written_px_for_px(tmp_path):
    pixels = np.random.default_rng(0).integers(0, 256, (6, 9, 3), dtype=np.uint8)
    write_prediction(tmp_path / "a.png", RestoredPicture(pixels, 3.0), Sample("a", "/p/a.png"), NO_CLASSES)
    np.testing.assert_array_equal(np.array(Image.open(tmp_path / "a.png")), pixels)


def test_on_pages_it_stands_in_the_place_of_its_picture():
    overlay = export_of(RestoredPicture(np.zeros((2, 2, 3), np.uint8))).overlay
    white, black = np.full((5, 4, 3), 255, np.uint8), np.zeros((8, 8, 3), np.uint8)
    drawn = overlay(white, RestoredPicture(black, 2.0), NO_CLASSES, 0.5)
    assert (drawn[:4] == 0).all()
    assert (drawn[4] == 255).all()
    assert (white == 255).all()
    same = overlay(white, RestoredPicture(black[:5, :4]), NO_CLASSES, 0.5)
    assert (same == 0).all()
