"""Depth networks on random weights, against transformers' own processors and post-processing."""

import numpy as np
import pytest
import torch

from granview.core.errors import UnsupportedModel
from granview.core.run_params import RunParams
from granview.explain.adapter_subject import subject_of
from tests.helpers.tiny_depth import NETWORKS, save

TASK = "depth-estimation"


def run(adapter, picture, **chosen):
    params = RunParams(of_task={TASK: chosen})
    output = adapter.forward(adapter.preprocess([picture], params))
    return adapter.postprocess(output, [picture.shape[:2]], params)[0]


@pytest.mark.parametrize("name", NETWORKS)
def test_agrees_with_the_processor_s_own_post_processing(name, tmp_path, picture, load):
    network, processor = save(name, tmp_path)
    inputs = processor(picture, return_tensors="pt")
    with torch.inference_mode():
        output = network(**inputs)
    expected = processor.post_process_depth_estimation(output, [picture.shape[:2]])[0]["predicted_depth"].numpy()

    depth = run(load(tmp_path, task=TASK), picture).prediction

    assert depth.kind == NETWORKS[name][1]
    assert depth.size == picture.shape[:2]
    np.testing.assert_allclose(depth.values, expected, rtol=1e-4, atol=1e-5)


def test_a_config_that_does_not_tell_is_said_and_can_be_told(tmp_path, picture, load):
    save("dpt", tmp_path)
    adapter = load(tmp_path, task=TASK)
    assert "Its config does not say" in run(adapter, picture).notices[0]
    told = run(adapter, picture, depth_kind="metric")
    assert told.prediction.kind == "metric"
    assert told.notices == ()


def test_explain_does_not_apply(tmp_path, picture, load):
    save("glpn", tmp_path)
    with pytest.raises(UnsupportedModel, match="Explain does not apply to depth"):
        subject_of(load(tmp_path, task=TASK), picture)


def test_a_model_of_another_task_is_refused(tmp_path, load):
    save("glpn", tmp_path)
    config = tmp_path / "config.json"
    config.write_text(config.read_text().replace("GLPNForDepthEstimation", "GLPNModel"))
    with pytest.raises(UnsupportedModel, match="not a model for depth-estimation"):
        load(tmp_path, task=TASK)
