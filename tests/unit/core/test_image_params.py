"""How pictures and masks are read, as a session keeps it."""

from pathlib import Path

import msgspec

from granview.core.image_params import BINARY, ImageParams, MaskValues, nearest_folder
from granview.core.run_params import RunParams


def test_readings_by_folder_are_kept_and_sessions_of_before_have_none() -> None:
    image = ImageParams(mask_values=BINARY, mask_readings={"/a": MaskValues(1), "/a/b": BINARY})
    params = RunParams(image=image)
    assert msgspec.json.decode(msgspec.json.encode(params), type=RunParams) == params
    old = msgspec.json.decode(b'{"image": {"mask_values": {"base": 1}}}', type=RunParams)
    assert old.image == ImageParams(mask_values=MaskValues(1))


def test_the_innermost_folder_counts() -> None:
    image = ImageParams(mask_readings={"/a": MaskValues(1), "/a/b": BINARY})
    assert image.values_of(Path("/a/b/c/m.png")) == BINARY
    assert image.values_of(Path("/a/bb/m.png")) == MaskValues(1)
    assert image.values_of(Path("/m.png")) is None
    assert nearest_folder(Path("/a/m.png"), ()) is None
