"""Models that find objects, each family in a real process, by the Python API."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import granview
from granview.core.predictions.instances import Instances
from tests.helpers.tiny_detectors import save_detector
from tests.helpers.tiny_phrase_detectors import save_reader
from tests.helpers.tiny_torchvision import built, save_built
from tests.helpers.tiny_universal import save_masked

SSDLITE = "ssdlite320_mobilenet_v3_large"


@pytest.mark.slow
def test_each_family_finds_objects_in_a_process_of_its_own(tmp_path: Path) -> None:
    folders = {name: tmp_path / name for name in ("pictures", "boxes", "words", "masks", "segments", "torchvision")}
    for folder in folders.values():
        folder.mkdir()
    pixels = np.kron(np.random.default_rng(0).integers(0, 255, (8, 12, 3)), np.ones((8, 8, 1))).astype(np.uint8)
    Image.fromarray(pixels).save(folders["pictures"] / "a.png")
    weights = save_built(built(SSDLITE), folders["torchvision"])
    models = [
        f"{save_detector('detr', folders['boxes'])},task=object-detection,name=boxes",
        f"{save_reader('owlvit', folders['words'])},task=object-detection,name=words",
        f"torchvision:{SSDLITE}@{weights},task=object-detection,name=torchvision",
        f"{save_masked('eomt', folders['masks'])},task=instance-segmentation,name=masks",
        f"{save_masked('eomt', folders['segments'])},task=panoptic-segmentation,name=segments",
    ]
    with granview.compare(
        models,
        folders["pictures"],
        device="cpu",
        session=tmp_path / "a.granview",
        task_params={"phrases": ("cell", "nucleus"), "max_detections": 5},
    ) as comparison:
        rows = {row.lane: row for row in comparison.session.results()}
        assert {lane: row.error for lane, row in rows.items()} == dict.fromkeys(folders.keys() - {"pictures"}, "")
        for lane in ("boxes", "words", "torchvision", "masks"):
            said = comparison.session.prediction(rows[lane].sample, lane)
            assert isinstance(said, Instances)
            assert 0 < len(said) <= 5
        facts = {record.name: record.facts for record in comparison.session.lanes()}
        assert facts["words"].labels.names == ("cell", "nucleus")
