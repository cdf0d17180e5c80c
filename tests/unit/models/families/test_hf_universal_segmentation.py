import numpy as np
import pytest
import torch

from granview.core.run_params import RunParams
from tests.helpers.tiny_models import NAMES, UNIVERSAL, save_tiny


def own_library(folder, pictures):
    from transformers import AutoImageProcessor, AutoModelForUniversalSegmentation

    processor = AutoImageProcessor.from_pretrained(folder)
    network = AutoModelForUniversalSegmentation.from_pretrained(folder, dtype=torch.float32).eval()
    with torch.inference_mode():
        output = network(**processor(images=pictures, return_tensors="pt"))
    sizes = [picture.shape[:2] for picture in pictures]
    return [labels.numpy() for labels in processor.post_process_semantic_segmentation(output, target_sizes=sizes)]


@pytest.mark.filterwarnings("ignore:.*maskformer-swin is not a supported model")
@pytest.mark.parametrize("kind", UNIVERSAL)
def test_agrees_with_its_own_library_pixel_for_pixel(kind, tmp_path, picture, load):
    folder = save_tiny(kind, tmp_path)
    pictures = [picture, np.ascontiguousarray(picture[::-1])]
    adapter = load(folder)
    output = adapter.forward(adapter.preprocess(pictures))
    maps = [said.prediction for said in adapter.postprocess(output, [(81, 108)] * 2, RunParams(confidence=True))]
    expected = own_library(folder, pictures)
    assert len(np.unique(expected[0])) > 1
    for label_map, labels in zip(maps, expected, strict=True):
        np.testing.assert_array_equal(label_map.labels, labels)
        assert label_map.confidence.max() > 0
    assert adapter.facts.labels.names == NAMES
    assert adapter.count_flops(adapter.preprocess(pictures)) > 0
