"""What columns are to a sample, by their names."""

import pytest

from granview.io.packed.column_uses import column_uses, reference_sort
from granview.io.packed.columns import PackedColumns


@pytest.mark.parametrize(
    ("column", "format_name"),
    [
        ("mask", "mask"),
        ("semantic_mask", "mask"),
        ("segmentationMask", "mask"),
        ("annotation", "mask"),
        ("label", "mask"),
        ("instance_mask", "instance-labels"),
        ("depth_map", "depth-map"),
        ("hr", "picture"),
        ("image", ""),
        ("masked_image", ""),
        ("thumbnail", ""),
    ],
)
def test_a_column_of_pictures_is_what_it_is_called(column: str, format_name: str) -> None:
    sort = reference_sort(column)
    assert (sort.format if sort else "") == format_name


@pytest.mark.parametrize(
    ("names", "picture"),
    [(("mask", "image"), "image"), (("mask", "scan"), "scan"), (("label",), "label"), (("lr", "hr"), "lr")],
)
def test_the_input_is_the_one_that_is_called_so_or_as_no_reference(names: tuple[str, ...], picture: str) -> None:
    assert column_uses(PackedColumns(names)).picture == picture


def test_every_column_has_a_use_or_a_reason() -> None:
    pictures, plain = ("image", "mask", "thumbnail"), ("label", "caption", "width")
    columns = PackedColumns(pictures, {"label": ("a",)}, plain, {"objects": "", "sound": "sounds"})
    uses = column_uses(columns)
    assert (uses.picture, list(uses.references), uses.classes) == ("image", ["mask"], ("label",))
    assert (uses.parts, uses.further) == ({"phrase": "caption"}, ("width",))
    assert uses.unused == {
        "thumbnail": "'thumbnail' is no input and not called as a reference is.",
        "objects": "What 'objects' holds is not read from rows.",
        "sound": "What 'sound' holds, sounds, is not read from rows.",
    }


def test_without_features_a_text_that_is_called_label_is_the_class() -> None:
    assert column_uses(PackedColumns(("image",), None, ("breed", "label"))).classes == ("label",)
