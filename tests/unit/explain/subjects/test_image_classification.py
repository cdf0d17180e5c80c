"""Explanations of classifiers, against gradients and attention computed by the libraries themselves."""

import numpy as np
import torch

from granview.core.explain_query import ExplainQuery, TokenPlace
from granview.core.lane import LaneSpec
from granview.explain.adapter_subject import subject_of
from granview.explain.explainer import explain
from granview.explain.prepared_sample import prepare
from granview.models.load import load_adapter
from tests.helpers.tiny_classifiers import save_classifier

PICTURE = np.random.default_rng(0).integers(0, 255, (48, 64, 3)).astype(np.uint8)


def loaded(kind, folder):
    source = str(save_classifier(kind, folder))
    return load_adapter(LaneSpec("a", source, device="cpu", task="image-classification"), lambda what, share: None)


def test_grad_cam_of_the_surest_class_is_captums(tmp_path):
    from captum.attr import LayerGradCam

    adapter = loaded("ResNet", tmp_path)
    found = explain(prepare(subject_of(adapter, PICTURE)), ExplainQuery("grad-cam"))
    pixels = adapter.preprocess([PICTURE])
    surest = int(adapter.network(pixels).logits.argmax())
    assert found.target == surest
    layer = adapter.network.resnet.encoder.stages[-2]
    by_captum = LayerGradCam(lambda x: adapter.network(x).logits, layer).attribute(
        pixels, surest, relu_attributions=True
    )
    values = by_captum[0, 0].detach().numpy()
    assert found.weights.values.shape == values.shape
    np.testing.assert_allclose(found.weights.values, values, atol=1e-6)


def test_the_target_can_be_chosen(tmp_path):
    adapter = loaded("ResNet", tmp_path)
    sample = prepare(subject_of(adapter, PICTURE))
    assert explain(sample, ExplainQuery("grad-cam", target=3)).target == 3


def test_attention_over_layers_is_rolled_out_as_the_eager_network_has_it(tmp_path):
    adapter = loaded("ViT", tmp_path)
    subject = subject_of(adapter, PICTURE)
    assert subject.view.image_size == (48, 64)
    assert subject.notices == ()
    eager = type(adapter.network).from_pretrained(tmp_path, attn_implementation="eager").eval()
    with torch.inference_mode():
        layers = eager(**subject.inputs, output_attentions=True).attentions
    mixed = [(layer[0].mean(0) + torch.eye(layer.shape[-1])) / 2 for layer in layers]
    expected = (mixed[1] @ mixed[0])[0, 1:].numpy()
    found = explain(prepare(subject), ExplainQuery("rollout", place=TokenPlace(0)))
    values = found.weights.values.ravel()
    np.testing.assert_allclose(values / values.sum(), expected / expected.sum(), atol=1e-5)


def test_relevance_is_of_the_surest_class(tmp_path):
    adapter = loaded("ViT", tmp_path)
    found = explain(prepare(subject_of(adapter, PICTURE)), ExplainQuery("relevance"))
    assert found.target == int(adapter.network(adapter.preprocess([PICTURE])).logits.argmax())
    assert np.isfinite(found.weights.values).all()
