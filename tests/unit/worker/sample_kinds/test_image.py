import hashlib
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from granview.core.labels import LabelSet
from granview.core.messages import Request
from granview.core.predictions.label_map import LabelMap
from granview.core.run_params import RunParams
from granview.core.sample import Part, Reference, Sample
from granview.core.truths.mask import ReferenceMask
from granview.worker.batch import SampleInfo
from granview.worker.in_order_batcher import InOrderBatcher
from granview.worker.sample_kind import WORKER_KINDS
from tests.helpers.images import noise, save
from tests.helpers.reference_formats import TruePoints, points_format

IMAGES = WORKER_KINDS.get("image")
LABELS = LabelSet(("a", "b"), ((0, 0, 0), (9, 9, 9)))
SAID = LabelMap(np.zeros((2, 3), np.uint8))


def _item(reference: Reference | None) -> SampleInfo:
    sample = Sample("a", "/a.png", reference=reference)
    return SampleInfo(Request(1, sample), sample, (2, 3), 0.0)


def test_a_part_is_read_as_a_sample_is(tmp_path: Path) -> None:
    path = save(tmp_path / "a.png")
    one = IMAGES.decode(Sample("a", str(path)), RunParams())
    other = IMAGES.decode(Part("second", "image", str(path)), RunParams())

    assert one.subject == other.subject == (24, 32)
    assert np.array_equal(one.content, noise())
    assert np.array_equal(other.content, noise())
    assert one.sha256 == other.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert one.size_bytes == path.stat().st_size


def test_the_truth_is_what_the_file_of_the_reference_says(tmp_path: Path) -> None:
    path = save(tmp_path / "m.png", np.ones((2, 3), np.uint8))
    (tmp_path / "m.points.json").write_text("[[1, 2]]")

    mask = IMAGES.truth(_item(None), LABELS, SAID, Reference(str(path)), ReferenceMask)
    assert isinstance(mask, ReferenceMask)
    assert mask.label_set.names == ("a", "b")
    with points_format():
        points = IMAGES.truth(_item(None), LABELS, SAID, Reference(str(tmp_path / "m.points.json")), ReferenceMask)
    assert points == TruePoints(((1, 2),))
    assert IMAGES.truth(_item(None), LABELS, SAID, None, ReferenceMask) is None


def test_pictures_keep_their_order() -> None:
    assert isinstance(IMAGES.batcher(None, 4), InOrderBatcher)  # type: ignore[arg-type]


def test_the_picture_s_luminance_stands_beside_a_mask(tmp_path: Path) -> None:
    decoded = IMAGES.decode(Sample("a", str(save(tmp_path / "a.png"))), RunParams())
    grey = np.asarray(Image.fromarray(noise()).convert("L"), int)
    assert decoded.luminance is not None
    assert np.abs(decoded.luminance.astype(int) - grey).max() <= 1

    path = save(tmp_path / "m.png", np.ones((2, 3), np.uint8))
    plane = np.arange(6, dtype=np.uint8).reshape(2, 3)
    item = replace(_item(None), luminance=plane)
    mask = IMAGES.truth(item, LABELS, SAID, Reference(str(path)), ReferenceMask)
    assert isinstance(mask, ReferenceMask)
    assert mask.luminance is plane
    (tmp_path / "m.points.json").write_text("[[1, 2]]")
    with points_format():
        points = IMAGES.truth(item, LABELS, SAID, Reference(str(tmp_path / "m.points.json")), ReferenceMask)
    assert points == TruePoints(((1, 2),))
