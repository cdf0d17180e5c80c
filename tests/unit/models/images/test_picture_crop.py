from types import SimpleNamespace

import pytest

from granview.models.images.picture_crop import middle_box, processor_box, transforms_box


def test_the_middle_of_what_was_resized_is_told_in_the_pictures_own_px() -> None:
    assert middle_box((100, 200), 50, (50, 50)) == (50, 0, 150, 100)
    assert middle_box((100, 100), 50, (50, 50)) is None
    assert middle_box((100, 100), 50, (60, 60)) == (-10, -10, 110, 110)


def test_torchvisions_transforms_cut_a_square() -> None:
    transforms = SimpleNamespace(resize_size=[256], crop_size=[224])
    assert transforms_box(transforms, (256, 256)) == (16, 16, 240, 240)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"size": {"height": 32, "width": 32}}, None),
        ({"size": {"shortest_edge": 256}, "do_resize": True, "do_center_crop": True, "crop_size": {"height": 224,
          "width": 224}}, (16, 16, 240, 240)),
        ({"size": {"shortest_edge": 224}, "crop_pct": 0.875}, (16, 16, 240, 240)),
        ({"size": {"shortest_edge": 384}, "crop_pct": 0.875}, None),
        ({"size": {"height": 256, "width": 256}, "do_center_crop": True, "crop_size": {"height": 128, "width": 256}},
         (0, 64, 256, 192)),
        ({"size": {"shortest_edge": 256}, "do_resize": True}, None),
    ],
)  # fmt: skip
def test_transformers_processors_crop_or_take_the_whole(facts, expected) -> None:
    assert processor_box(SimpleNamespace(**facts), (256, 256)) == expected
