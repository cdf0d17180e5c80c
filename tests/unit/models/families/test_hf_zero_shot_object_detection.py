import json

import numpy as np
import pytest
import torch

from granview.core.errors import ArgumentError, InputError, NotFinite, WeightsMissing
from granview.core.run_params import RunParams
from granview.models.loading.supported_models import PHRASE_HEAD
from tests.helpers.found import assert_same, found
from tests.helpers.tiny_phrase_detectors import READERS, save_reader

TASK = "object-detection"
PHRASES = ("cell", "Red nucleus")
OWLS = [kind for kind in READERS if kind.startswith("owl")]
GROUNDED = [kind for kind in READERS if kind not in OWLS]


def output_of(adapter, pictures):
    return adapter.forward(adapter.preprocess(pictures, RunParams(of_task={TASK: {"phrases": PHRASES}})))


def test_every_detector_of_phrases_of_transformers_is_tried():
    assert set(PHRASE_HEAD.classes()) == set(READERS)


@pytest.mark.parametrize("kind", OWLS)
def test_an_owl_agrees_with_its_own_library(kind, tmp_path, picture, load):
    adapter = load(save_reader(kind, tmp_path), task=TASK)
    pictures = [picture, np.ascontiguousarray(picture[::-1])]
    own = adapter.processor.post_process_object_detection(
        output_of(adapter, pictures), threshold=0, target_sizes=[(81, 108)] * 2
    )
    for said, expected in zip(found(adapter, pictures, phrases=PHRASES), own, strict=True):
        assert_same(said, *(expected[name].numpy() for name in ("boxes", "labels", "scores")))
        assert len(set(said.class_ids)) == 2


@pytest.mark.parametrize("kind", GROUNDED)
def test_a_grounding_dino_reads_what_its_processor_writes_and_scores_each_phrase_by_its_tokens(
    kind, tmp_path, picture, load
):
    from transformers import GroundingDinoProcessor

    adapter = load(save_reader(kind, tmp_path), task=TASK)
    processor = GroundingDinoProcessor(adapter.processor, adapter._tokenizer)
    batch = adapter.preprocess([picture], RunParams(of_task={TASK: {"phrases": PHRASES}}))
    written = processor(images=picture, text=[list(PHRASES)], return_tensors="pt")
    assert batch["input_ids"].tolist() == written["input_ids"].tolist()
    output = output_of(adapter, [picture])
    (own,) = processor.post_process_grounded_object_detection(
        output, batch["input_ids"], threshold=0, target_sizes=[(81, 108)]
    )
    pieces = adapter._tokenizer.convert_ids_to_tokens(batch["input_ids"][0])
    stop = pieces.index(".")
    spans = range(1, stop), range(stop + 2, len(pieces) - 2)
    scores = torch.stack([output.logits[0].sigmoid()[:, list(span)].mean(1) for span in spans], dim=1).numpy()
    (said,) = found(adapter, [picture], phrases=PHRASES)
    boxes = own["boxes"].numpy().repeat(2, axis=0)
    assert_same(said, boxes, np.tile([0, 1], len(scores)), scores.ravel())


@pytest.mark.parametrize("kind", READERS)
def test_the_phrases_are_the_classes_and_may_change(kind, tmp_path, picture, load):
    adapter = load(save_reader(kind, tmp_path), task=TASK)
    assert adapter.facts.labels.names == ()
    for phrases in (PHRASES, ("debris",)):
        params = RunParams(of_task={TASK: {"phrases": (*phrases, phrases[0])}})
        output = adapter.forward(adapter.preprocess([picture], params))
        (said,) = adapter.postprocess(output, [(81, 108)], params)
        assert said.labels.names == phrases
        assert said.prediction.class_ids.max() < len(phrases)


@pytest.mark.parametrize("kind", READERS)
def test_without_phrases_it_is_told_how_to_name_them(kind, tmp_path, picture, load):
    adapter = load(save_reader(kind, tmp_path), task=TASK)
    with pytest.raises(InputError, match="looks for what is named in words") as error:
        adapter.preprocess([picture], RunParams())
    assert "--set phrases=" in error.value.hint


@pytest.mark.parametrize("kind", ["owlvit", "grounding-dino"])
def test_phrases_that_are_too_long_are_not_cut(kind, tmp_path, picture, load):
    adapter = load(save_reader(kind, tmp_path), task=TASK)
    with pytest.raises(ArgumentError, match="tokens, and the model reads"):
        found(adapter, [picture], phrases=("a very long description of what nobody has ever seen there",))


def test_one_picture_of_a_batch_spoils_no_other(tmp_path, picture, load):
    adapter = load(save_reader("owlv2", tmp_path), task=TASK)
    pictures = [picture, np.ascontiguousarray(picture[::-1])]
    handle = adapter.network.register_forward_pre_hook(_second_is_nan, with_kwargs=True)
    said = found(adapter, pictures, phrases=PHRASES)
    handle.remove()
    assert [isinstance(one, NotFinite) for one in said] == [False, True]


def _second_is_nan(network, given, named):
    pixels = named["pixel_values"].clone()
    pixels[1] = float("nan")
    return given, named | {"pixel_values": pixels}


def test_without_a_tokenizer_nothing_is_guessed(tmp_path, load):
    folder = save_reader("owlvit", tmp_path)
    for path in folder.glob("tokenizer*"):
        path.unlink()
    with pytest.raises(WeightsMissing, match="tokenizer"):
        load(folder, task=TASK)


def test_omdet_turbo_is_refused_in_words(tmp_path, load):
    folder = save_reader("owlvit", tmp_path)
    config = {"model_type": "omdet-turbo", "architectures": ["OmDetTurboForObjectDetection"]}
    (folder / "config.json").write_text(json.dumps(config))
    with pytest.raises(Exception, match="is a OmDetTurboForObjectDetection, not a model for object-detection"):
        load(folder, task=TASK)
