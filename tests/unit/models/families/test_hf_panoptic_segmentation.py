import numpy as np
import pytest

from granview.core import rle
from granview.core.errors import ArgumentError, UnsupportedModel
from granview.core.run_params import RunParams
from tests.helpers.found import found
from tests.helpers.tiny_universal import MASKED, save_masked

TASK = "panoptic-segmentation"
pytestmark = pytest.mark.filterwarnings("ignore:.*maskformer-swin is not a supported model")


def squares(side):
    rng = np.random.default_rng(1)
    return np.kron(rng.integers(0, 255, (8, 8, 3)), np.ones((side // 8, side // 8, 1))).astype(np.uint8)


@pytest.mark.parametrize("kind", [kind for kind in MASKED if kind != "rf-detr"])
def test_segments_do_not_overlap_and_are_of_the_picture_s_own_size(kind, tmp_path, picture, load):
    adapter = load(save_masked(kind, tmp_path), task=TASK)
    (said,) = found(adapter, [picture])
    assert said.fits((81, 108))
    covered = sum((rle.decode(mask).astype(int) for mask in said.masks), start=np.zeros((81, 108), int))
    assert covered.max(initial=0) <= 1
    assert any("Configs do not say which classes are stuff" in notice for notice in adapter.facts.notices)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("kind", ["eomt", "eomt-dinov3"])
def test_an_eomt_agrees_with_its_library_where_that_works_at_the_picture_s_size(kind, seed, tmp_path, load):
    adapter = load(save_masked(kind, tmp_path, seed), task=TASK)
    picture = squares(64)
    output = adapter.forward(adapter.preprocess([picture]))[0]
    (own,) = adapter.processor.post_process_panoptic_segmentation(
        output, target_sizes=[(64, 64)], stuff_classes=[0, 1], threshold=adapter._threshold
    )
    (said,) = found(adapter, [picture], stuff=("cell", "nucleus"))
    segments = own["segments_info"]
    assert sorted(said.class_ids.tolist()) == sorted(one["label_id"] for one in segments)
    for one in segments:
        painted = own["segmentation"].numpy() == one["id"]
        assert any((rle.decode(mask) == painted).mean() > 0.999 for mask in said.masks)
    assert said.is_stuff.tolist() == [class_id < 2 for class_id in said.class_ids.tolist()]


def test_what_others_cover_is_told(tmp_path, picture, load):
    adapter = load(save_masked("maskformer", tmp_path, seed=1), task=TASK)
    output = adapter.forward(adapter.preprocess([picture]))
    (said,) = adapter.postprocess(output, [(81, 108)], RunParams())
    assert all("others cover more than a fifth of it" in notice for notice in said.notices)


def test_stuff_that_the_model_does_not_know_is_an_error(tmp_path, picture, load):
    adapter = load(save_masked("eomt", tmp_path), task=TASK)
    with pytest.raises(ArgumentError, match="has no class 'sky'"):
        found(adapter, [picture], stuff=("sky",))


def test_masks_that_cover_no_background_are_refused(tmp_path, load):
    with pytest.raises(UnsupportedModel, match="is a RfDetrForInstanceSegmentation, not a model for panoptic"):
        load(save_masked("rf-detr", tmp_path), task=TASK)
