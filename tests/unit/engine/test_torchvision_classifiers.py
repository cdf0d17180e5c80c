from torchvision import models

from granview.engine.torchvision_classifiers import CLASSES, CLASSIFIERS


def test_they_stand_from_small_to_large_and_know_imagenet() -> None:
    assert [row[2] for row in CLASSIFIERS] == sorted(row[2] for row in CLASSIFIERS)
    for builder, *_ in CLASSIFIERS:
        assert len(models.get_model_weights(builder).DEFAULT.meta["categories"]) == 1000
    assert "1,000" in CLASSES
