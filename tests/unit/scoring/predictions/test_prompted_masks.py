import numpy as np

from granview.core import rle
from granview.core.predictions.prompted_masks import PROMPTED, PromptedMasks
from granview.core.prompt import ObjectPrompt, PointPrompt
from granview.scoring.region_at import region_at


def test_the_mask_at_a_point_is_found() -> None:
    pixels = np.zeros((6, 8), bool)
    pixels[1:4, 2:5] = True
    prompts = (ObjectPrompt((PointPrompt(3, 2),)),)
    masks = PromptedMasks(prompts, (rle.encode(pixels),), np.zeros(1, np.uint16), np.ones(1, np.float32), (6, 8))
    found = region_at(masks, PROMPTED, 3.5, 2.5, (6, 8))
    assert found is not None
    np.testing.assert_array_equal(found, pixels)
    assert region_at(masks, PROMPTED, 7, 5, (6, 8)) is None
