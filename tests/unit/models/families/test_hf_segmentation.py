import json

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from granview.core.errors import InputError, ModelError, UnsupportedModel, WeightsMissing
from granview.core.run_params import RunParams
from granview.core.variant import Variant
from tests.helpers.tiny_models import NAMES, SEMANTIC, save_tiny


def own_library(folder, pictures):
    """What transformers itself makes of the pictures."""
    from transformers import AutoImageProcessor, AutoModelForSemanticSegmentation

    processor = AutoImageProcessor.from_pretrained(folder)
    network = AutoModelForSemanticSegmentation.from_pretrained(folder, dtype=torch.float32).eval()
    with torch.inference_mode():
        output = network(**processor(images=pictures, return_tensors="pt"))
    sizes = [picture.shape[:2] for picture in pictures]
    return [labels.numpy() for labels in processor.post_process_semantic_segmentation(output, target_sizes=sizes)]


def run(adapter, pictures, confidence=False):
    output = adapter.forward(adapter.preprocess(pictures))
    adapter.synchronize()
    sizes = [picture.shape[:2] for picture in pictures]
    said = adapter.postprocess(output, sizes, RunParams(confidence=confidence))
    return [one.prediction for one in said]


@pytest.mark.parametrize("kind", SEMANTIC)
def test_agrees_with_its_own_library_pixel_for_pixel(kind, tmp_path, picture, load):
    folder = save_tiny(kind, tmp_path)
    pictures = [picture, np.ascontiguousarray(picture[::-1])]
    maps = run(load(folder), pictures)
    expected = own_library(folder, pictures)
    assert len(np.unique(expected[0])) > 1
    for label_map, labels in zip(maps, expected, strict=True):
        np.testing.assert_array_equal(label_map.labels, labels)


def test_pictures_of_different_sizes_share_a_batch_where_the_processor_makes_them_equal(tmp_path, picture, load):
    folder = save_tiny("segformer", tmp_path)
    adapter = load(folder)
    other = np.ascontiguousarray(picture[:50, :31])
    assert adapter.batch_key((81, 108)) == adapter.batch_key((50, 31))
    maps = run(adapter, [picture, other])
    assert [label_map.size for label_map in maps] == [(81, 108), (50, 31)]
    np.testing.assert_array_equal(maps[1].labels, own_library(folder, [other])[0])


def test_pictures_keep_their_own_batch_where_the_processor_does_not_resize(tmp_path, picture, load):
    folder = save_tiny("segformer", tmp_path)
    edit(folder / "preprocessor_config.json", do_resize=False)
    adapter = load(folder)
    assert adapter.batch_key((81, 108)) != adapter.batch_key((50, 31))
    np.testing.assert_array_equal(run(adapter, [picture])[0].labels, own_library(folder, [picture])[0])


def test_a_read_only_picture_is_fine(tmp_path, picture, load):
    picture.setflags(write=False)
    assert run(load(save_tiny("segformer", tmp_path)), [picture])[0].size == (81, 108)


def test_facts_say_what_was_loaded(tmp_path, load):
    folder = save_tiny("segformer", tmp_path)
    weights = folder / "model.safetensors"
    facts = load(folder).facts
    stored = load_file(weights)
    buffers = [name for name in stored if "running_" in name or "num_batches" in name]
    assert facts.labels.names == NAMES
    assert facts.architecture == "SegformerForSemanticSegmentation"
    assert facts.params == sum(t.numel() for name, t in stored.items() if name not in buffers)
    assert facts.weights_mb == weights.stat().st_size / 1e6
    assert len(facts.weights_sha256) == 64
    assert facts.device == "cpu"
    assert facts.device_name
    assert facts.load_s > 0
    assert facts.versions["transformers"]
    assert facts.notices == ()


def test_colors_come_from_the_config_where_it_has_them(tmp_path, load):
    folder = save_tiny("segformer", tmp_path)
    own = [[index, 2 * index, 3 * index] for index in range(len(NAMES))]
    edit(folder / "config.json", label_colors=own)
    assert [list(color) for color in load(folder).facts.labels.colors] == own


def test_confidence_is_there_when_asked_for(tmp_path, picture, load):
    adapter = load(save_tiny("segformer", tmp_path))
    assert run(adapter, [picture])[0].confidence is None
    assert run(adapter, [picture], confidence=True)[0].confidence.shape == (81, 108)


@pytest.mark.parametrize("precision", ["bf16", "fp16"])
def test_reduced_precision_is_close_to_full(precision, tmp_path, picture, load):
    folder = save_tiny("segformer", tmp_path)
    full = run(load(folder), [picture])[0].labels
    reduced = run(load(folder, variant=Variant(precision)), [picture])[0].labels
    assert (full == reduced).mean() > 0.97


def test_a_centre_crop_is_told(tmp_path, load):
    assert any("crops the centre" in notice for notice in load(save_tiny("mobilevit", tmp_path)).facts.notices)


def test_pickled_weights_are_read_without_running_them(tmp_path, picture, load):
    folder = save_tiny("segformer", tmp_path)
    expected = run(load(folder), [picture])[0].labels
    weights = folder / "model.safetensors"
    torch.save(load_file(weights), folder / "pytorch_model.bin")
    weights.unlink()
    np.testing.assert_array_equal(run(load(folder), [picture])[0].labels, expected)


def test_a_pickle_that_would_run_code_is_refused(tmp_path, load):
    folder = save_tiny("segformer", tmp_path)
    (folder / "model.safetensors").unlink()
    torch.save({"weight": torch.zeros(1), "evil": print}, folder / "pytorch_model.bin")
    with pytest.raises(UnsupportedModel, match="more than tensors"):
        load(folder)


def test_missing_weights_are_refused_and_not_made_up(tmp_path, load):
    folder = save_tiny("segformer", tmp_path)
    rewrite(folder, lambda state: state.pop("decode_head.classifier.weight"))
    with pytest.raises(WeightsMissing, match=r"lack decode_head\.classifier\.weight\."):
        load(folder)


def test_unexpected_weights_are_told(tmp_path, load):
    folder = save_tiny("segformer", tmp_path)
    rewrite(folder, lambda state: state.update(spare=torch.zeros(2)))
    assert load(folder).facts.notices == ("The weights hold tensors that the model does not use: spare.",)


def test_weights_of_another_number_of_classes_are_refused(tmp_path, load):
    folder = save_tiny("segformer", tmp_path)
    edit(folder / "config.json", id2label={"0": "a", "1": "b", "2": "c"}, label2id={"a": 0, "b": 1, "c": 2})
    with pytest.raises(UnsupportedModel, match=r"decode_head\.classifier\.bias is \(5,\) on disk.* wants \(3,\)"):
        load(folder)


def test_one_class_is_too_few(tmp_path, load):
    folder = save_tiny("segformer", tmp_path)
    edit(folder / "config.json", id2label={"0": "a"}, label2id={"a": 0})

    def to_one_class(state):
        for name in ("decode_head.classifier.weight", "decode_head.classifier.bias"):
            state[name] = state[name][:1].clone()

    rewrite(folder, to_one_class)
    with pytest.raises(UnsupportedModel, match="knows 1 class;"):
        load(folder)


def test_a_damaged_weight_file_is_named(tmp_path, load):
    weights = save_tiny("segformer", tmp_path) / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:5000])
    with pytest.raises(InputError, match=r"model\.safetensors is damaged"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("file", "error", "words"),
    [
        ("model.safetensors", WeightsMissing, "holds no weights"),
        ("config.json", WeightsMissing, r"holds no config\.json"),
        ("preprocessor_config.json", WeightsMissing, r"holds no preprocessor_config\.json"),
    ],
)
def test_a_missing_file_is_named(file, error, words, tmp_path, load):
    (save_tiny("segformer", tmp_path) / file).unlink()
    with pytest.raises(error, match=words):
        load(tmp_path)


def test_a_config_that_is_not_json_is_named(tmp_path, load):
    (save_tiny("segformer", tmp_path) / "config.json").write_text("{")
    with pytest.raises(InputError, match=r"config\.json is not JSON"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ({"model_type": "bert", "architectures": ["BertForMaskedLM"]}, "is a BertForMaskedLM, not a semantic"),
        ({"model_type": "segformer", "architectures": ["SegformerForImageClassification"]}, "ForImageClassification"),
        ({"model_type": "own", "auto_map": {"AutoModel": "own.Own"}}, "runs none"),
    ],
)
def test_another_kind_of_model_is_refused(config, words, tmp_path, load):
    (tmp_path / "config.json").write_text(json.dumps(config))
    with pytest.raises(UnsupportedModel, match=words):
        load(tmp_path)


def test_a_model_that_fails_on_a_picture_says_so(tmp_path, picture, load):
    folder = save_tiny("dpt", tmp_path)
    edit(folder / "preprocessor_config.json", keep_aspect_ratio=True, ensure_multiple_of=16)
    adapter = load(folder)
    with pytest.raises(ModelError, match="The model failed: RuntimeError"):
        adapter.forward(adapter.preprocess([picture]))


def edit(path, **changes):
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))


def rewrite(folder, change):
    weights = folder / "model.safetensors"
    state = load_file(weights)
    change(state)
    save_file(state, weights, metadata={"format": "pt"})
