from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from granview.core import rle
from granview.core.lane import LaneSpec
from granview.core.predictions.prompted_masks import PROMPTED, PromptedMasks
from granview.core.prompt import ObjectPrompt, PointPrompt
from granview.core.run_params import RunParams
from granview.models.adapter import SampleInput
from granview.models.families.hf_mask_generation import HfMaskGeneration
from granview.models.images.prompted_adapter import KEPT_EMBEDDING
from granview.models.load import load_adapter
from tests.helpers.tiny_prompted import POINTED, save_prompted

PICTURE = np.random.default_rng(5).integers(0, 255, (48, 70, 3)).astype(np.uint8)
SIZE = (48, 70)
POINT = ObjectPrompt((PointPrompt(10, 20),))
BOX = ObjectPrompt(box_xyxy=(5, 5, 40, 30))
REFINED = ObjectPrompt((PointPrompt(30, 30), PointPrompt(50, 10, adds=False)))
OTHER = ObjectPrompt((PointPrompt(60, 40),))


def _load(folder: Path) -> HfMaskGeneration:
    adapter = load_adapter(LaneSpec("x", str(folder), device="cpu", task="mask-generation"), lambda *step: None)
    assert isinstance(adapter, HfMaskGeneration)
    return adapter


def _said(adapter: HfMaskGeneration, *prompts: ObjectPrompt, key: str | None = None) -> Any:
    batch = adapter.preprocess([SampleInput(PICTURE, {}, prompts, key)])
    (answer,) = adapter.postprocess(adapter.forward(batch), [SIZE], RunParams())
    return answer


def _own_library(folder: Path, prompt: ObjectPrompt) -> tuple[np.ndarray, float]:
    """The mask that the processor and the model of transformers give for one object, and its score."""
    from transformers import AutoModelForMaskGeneration, AutoProcessor

    processor = AutoProcessor.from_pretrained(folder)
    network = AutoModelForMaskGeneration.from_pretrained(folder, dtype=torch.float32).eval()
    asked: dict[str, Any] = {}
    if prompt.points:
        asked["input_points"] = [[[[point.x_px, point.y_px] for point in prompt.points]]]
        asked["input_labels"] = [[[int(point.adds) for point in prompt.points]]]
    if prompt.box_xyxy is not None:
        asked["input_boxes"] = [[list(prompt.box_xyxy)]]
    made = processor(images=PICTURE, **asked, return_tensors="pt")
    sizes = {name: made.pop(name) for name in ("original_sizes", "reshaped_input_sizes") if name in made}
    made = {name: each.float() if each.is_floating_point() else each for name, each in made.items()}
    with torch.inference_mode():
        output = network(**made, multimask_output=len(prompt.points) == 1 and prompt.box_xyxy is None)
    masks = processor.post_process_masks(output.pred_masks, **sizes)[0][0]
    best = int(output.iou_scores[0, 0].argmax())
    return masks[best].numpy(), float(output.iou_scores[0, 0, best])


@pytest.mark.parametrize("kind", POINTED)
def test_every_object_is_outlined_as_its_own_library_does(kind: str, tmp_path: Path) -> None:
    folder = save_prompted(kind, tmp_path)
    prompts = (POINT, BOX, REFINED, OTHER)
    answer = _said(_load(folder), *prompts)
    masks = answer.prediction
    assert isinstance(masks, PromptedMasks)
    assert masks.of_prompt.tolist() == [0, 1, 2, 3]
    for place, prompt in enumerate(prompts):
        expected, score = _own_library(folder, prompt)
        np.testing.assert_array_equal(rle.decode(masks.masks[place]), expected)
        assert masks.scores[place] == pytest.approx(score, abs=1e-5)
    assert answer.notices == ()


def test_a_picture_is_encoded_once_and_the_next_prompt_says_so(tmp_path: Path) -> None:
    adapter = _load(save_prompted("sam", tmp_path))
    seen = list[int]()
    adapter.network.vision_encoder.register_forward_hook(lambda *call: seen.append(1))
    first, second = _said(adapter, POINT, key="one"), _said(adapter, BOX, key="one")
    assert (len(seen), first.notices, second.notices) == (1, (), (KEPT_EMBEDDING,))
    alone = _said(adapter, BOX)
    assert alone.prediction.masks == second.prediction.masks
    assert len(seen) == 2


def test_a_phrase_says_nothing_to_it_and_that_is_said(tmp_path: Path) -> None:
    adapter = _load(save_prompted("sam", tmp_path))
    answer = _said(adapter, ObjectPrompt(phrase="cell"), BOX)
    assert answer.prediction.of_prompt.tolist() == [1]
    assert answer.notices == ("1 of 2 prompts have no mask; it is asked by points and boxes.",)
    assert len(_said(adapter, ObjectPrompt(phrase="cell")).prediction) == 0


def test_it_knows_one_class_and_counts_its_operations(tmp_path: Path) -> None:
    adapter = _load(save_prompted("sam", tmp_path))
    assert adapter.facts.labels == PROMPTED
    batch = adapter.preprocess([SampleInput(PICTURE, {}, (POINT,), "one")])
    assert adapter.count_flops(batch)
    assert batch[0].embedding.features is None


def test_a_pass_that_only_warms_up_leaves_the_timed_one_to_encode(tmp_path: Path) -> None:
    adapter = _load(save_prompted("sam", tmp_path))
    seen = list[int]()
    adapter.network.vision_encoder.register_forward_hook(lambda *call: seen.append(1))
    batch = adapter.preprocess([SampleInput(PICTURE, {}, (POINT,), "one")])
    adapter.warm_up(batch)
    (answer,) = adapter.postprocess(adapter.forward(batch), [SIZE], RunParams())
    assert (len(seen), answer.notices) == (2, ())


def test_a_prompt_prepared_before_the_picture_was_encoded_says_that_its_pass_found_it_ready(tmp_path: Path) -> None:
    adapter = _load(save_prompted("sam", tmp_path))
    batches = [adapter.preprocess([SampleInput(PICTURE, {}, (prompt,), "one")]) for prompt in (POINT, BOX)]
    answers = [adapter.postprocess(adapter.forward(batch), [SIZE], RunParams())[0] for batch in batches]
    assert [answer.notices for answer in answers] == [(), (KEPT_EMBEDDING,)]
