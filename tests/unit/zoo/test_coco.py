from pathlib import Path

import numpy as np
import pytest
from pycocotools.coco import COCO

from granview.zoo.coco import coco_dataset, encoded, write_coco
from granview.zoo.scenes import DOMAINS, make_scene
from granview.zoo.scenes.objects import find_instances
from granview.zoo.things import CLASS_OF, THINGS


@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
def test_pycocotools_reads_the_objects_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scenes = [(f"{domain}.png", make_scene(domain, 3, 120, 160)) for domain in DOMAINS]
    write_coco(tmp_path / "instances.json", coco_dataset(scenes))
    read = COCO(tmp_path / "instances.json")
    capsys.readouterr()
    assert [read.cats[CLASS_OF[label]]["name"] for label in THINGS] == [label.name.lower() for label in THINGS]
    assert [image["file_name"] for image in read.imgs.values()] == [name for name, _ in scenes]
    for image_id, (_, scene) in enumerate(scenes, start=1):
        instances = find_instances(scene)
        annotations = read.imgToAnns[image_id]
        assert len(annotations) == len(instances)
        for annotation, instance in zip(annotations, instances, strict=True):
            assert np.array_equal(read.annToMask(annotation), instance.mask)
            assert annotation["area"] == instance.area_px
            left, top, width, height = annotation["bbox"]
            assert (left, top, left + width, top + height) == instance.box_xyxy
            assert annotation["category_id"] == CLASS_OF[instance.label]
            assert annotation["iscrowd"] == 0
    assert sorted(read.anns) == list(range(1, len(read.anns) + 1))


def test_a_mask_is_encoded_column_by_column() -> None:
    mask = np.zeros((3, 2), bool)
    mask[1:, 0] = True
    assert encoded(mask) == {"size": [3, 2], "counts": "123"}
