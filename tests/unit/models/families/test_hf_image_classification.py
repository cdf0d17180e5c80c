import numpy as np
import pytest
from PIL import Image
from transformers import AutoImageProcessor, AutoModelForImageClassification, pipeline

from granview.core.errors import ModelError, UnsupportedModel
from granview.core.run_params import RunParams
from tests.helpers.tiny_classifiers import NAMES, SIZES, save_classifier
from tests.helpers.tiny_models import save_tiny

TASK = "image-classification"


def said(adapter, *pictures):
    output = adapter.forward(adapter.preprocess(list(pictures)))
    return adapter.postprocess(output, [picture.shape[:2] for picture in pictures], RunParams())


def by_pipeline(folder, picture):
    """Probability by class, as transformers' own pipeline says."""
    network = AutoModelForImageClassification.from_pretrained(folder)
    classify = pipeline(TASK, model=network, image_processor=AutoImageProcessor.from_pretrained(folder))
    return {row["label"]: row["score"] for row in classify(Image.fromarray(picture), top_k=len(NAMES))}


@pytest.mark.parametrize("kind", SIZES)
def test_every_architecture_agrees_with_transformers_pipeline(kind, tmp_path, picture, load):
    folder = save_classifier(kind, tmp_path)
    adapter = load(str(folder), task=TASK)
    (found,) = said(adapter, picture)
    expected = by_pipeline(folder, picture)
    np.testing.assert_allclose(found.prediction.scores, [expected[name] for name in NAMES], atol=1e-5)
    assert adapter.facts.labels.names == NAMES
    assert not found.prediction.multi_label
    assert len(np.unique(found.prediction.scores)) > 1


def test_classes_that_do_not_exclude_each_other_have_a_probability_each(tmp_path, picture, load):
    folder = save_classifier("ViT", tmp_path, problem_type="multi_label_classification")
    (found,) = said(load(str(folder), task=TASK), picture)
    expected = by_pipeline(folder, picture)
    np.testing.assert_allclose(found.prediction.scores, [expected[name] for name in NAMES], atol=1e-5)
    assert found.prediction.multi_label


def test_pictures_of_any_size_share_a_batch_that_is_resized(tmp_path, picture, load):
    adapter = load(str(save_classifier("ResNet", tmp_path)), task=TASK)
    assert adapter.batch_key((10, 20)) == adapter.batch_key((30, 5))
    both = said(adapter, picture, picture[:40])
    alone = said(adapter, picture[:40])
    np.testing.assert_allclose(both[1].prediction.scores, alone[0].prediction.scores, atol=1e-6)
    assert adapter.count_flops(adapter.preprocess([picture])) > 0


def test_a_model_for_something_else_is_refused(tmp_path, load):
    save_tiny("segformer", tmp_path)
    with pytest.raises(UnsupportedModel, match="not a model for image-classification"):
        load(str(tmp_path), task=TASK)


def test_a_head_that_says_other_classes_than_it_names_is_told(tmp_path, picture, load):
    adapter = load(str(save_classifier("ViT", tmp_path)), task=TASK)
    with pytest.raises(ModelError, match="gives 5 classes, but 7 are named"):
        adapter._checked(adapter.logits(adapter.forward(adapter.preprocess([picture])))[:, :5])
