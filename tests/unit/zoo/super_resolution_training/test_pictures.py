from granview.core.resources import resource_path
from granview.zoo.super_resolution_training.measure import unseen_photos
from granview.zoo.super_resolution_training.pictures import TRAIN_PHOTOS, read_rgb, training_photos


def test_no_photograph_is_both_trained_and_measured_on() -> None:
    trained = [image.tobytes() for image in training_photos()]
    assert len(trained) == len(set(trained)) == len(TRAIN_PHOTOS)
    photos = [read_rgb(path) for path in (resource_path("gallery") / "photos").iterdir()]
    assert not {image.tobytes() for image in photos} & set(trained)


def test_the_middles_of_large_photographs_are_measured() -> None:
    pairs = dict(unseen_photos(resource_path("gallery")))
    assert pairs["retina"].high.shape == (512, 512, 3)
    assert pairs["chelsea"].high.shape == (300, 450, 3)
    assert max(side for pair in pairs.values() for side in pair.high.shape) <= 512
