import json
from pathlib import Path

import numpy as np
import pytest

from granview.core.errors import InputError
from granview.core.prompt import ObjectPrompt, PointPrompt
from granview.core.run_params import RunParams
from granview.core.sample import Reference, Sample
from granview.tasks.base import TASKS
from granview.worker.prompts import KeptPicture, picture_key, prompts_for
from granview.worker.sample_kind import DecodedInput
from tests.helpers.images import save

TASK = TASKS.get("mask-generation")
DECODED = DecodedInput(None, (20, 30))


def _coco(folder: Path) -> Reference:
    annotation = {"id": 1, "image_id": 1, "category_id": 1, "bbox": [2, 3, 10, 5], "area": 50, "iscrowd": 0}
    document = {
        "images": [{"id": 1, "file_name": "a.png", "width": 30, "height": 20}],
        "categories": [{"id": 1, "name": "cell"}],
        "annotations": [{**annotation, "segmentation": [[2, 3, 12, 3, 12, 8, 2, 8]]}],
    }
    path = folder / "instances.json"
    path.write_text(json.dumps(document))
    return Reference(str(path), format="coco-instances", record="a.png")


def test_what_a_person_pointed_at_counts_first() -> None:
    asked = (ObjectPrompt((PointPrompt(1, 2),)),)
    assert prompts_for(Sample("a", "/a.png", prompts=asked), DECODED, TASK, RunParams()) == asked


@pytest.mark.parametrize(
    ("source", "expected"),
    [("box", ObjectPrompt(box_xyxy=(2, 3, 12, 8))), ("centre", ObjectPrompt((PointPrompt(4.5, 5.5),)))],
)
def test_else_the_objects_of_the_reference_are_asked_for(tmp_path: Path, source: str, expected: ObjectPrompt) -> None:
    sample = Sample("a", "/a.png", reference=_coco(tmp_path))
    params = RunParams(of_task={"mask-generation": {"prompts_from": source}})
    assert prompts_for(sample, DECODED, TASK, params) == (expected,)


def test_without_either_it_is_said_what_to_do() -> None:
    with pytest.raises(InputError, match=r"a\.png.*Click on an object"):
        prompts_for(Sample("a", "/a.png"), DECODED, TASK, RunParams())


def test_a_picture_that_was_written_to_is_another(tmp_path: Path) -> None:
    path = save(tmp_path / "a.png", np.zeros((2, 2, 3), np.uint8))
    sample = Sample("a", str(path))
    before = picture_key(sample, RunParams())
    assert picture_key(sample, RunParams()) == before
    import os

    os.utime(path, ns=(1, 1))
    assert picture_key(sample, RunParams()) != before


def test_a_picture_is_decoded_once_until_another_is_asked_about() -> None:
    kept, seen = KeptPicture(), list[str]()

    def decoded(name: str) -> DecodedInput:
        seen.append(name)
        return DecodedInput(name, (1, 1), decode_ms=7.0)

    first, again = (kept.get("a", lambda: decoded("a")) for _ in range(2))
    assert (first.decode_ms, again.decode_ms, again.content) == (7.0, 0.0, "a")
    assert kept.get("b", lambda: decoded("b")).content == "b"
    kept.get("a", lambda: decoded("a"))
    assert seen == ["a", "b", "a"]
