"""What a search makes of TIFF files that hold several pictures."""

import struct
from pathlib import Path

import numpy as np
import pytest
import tifffile

from granview.core.errors import InputError
from granview.core.sample import Sample
from granview.io import tiff_pictures
from granview.io.image_reader import read_image
from granview.io.sample_kinds import image as image_files
from granview.io.sample_search import find_samples
from granview.io.search_events import Notice, Problem, RefusedReference

RNG = np.random.default_rng(0)


@pytest.fixture
def hyperstack(tmp_path: Path) -> Path:
    """Three slices of two channels."""
    path = tmp_path / "cells.ome.tif"
    values = RNG.integers(0, 4000, (3, 2, 30, 40)).astype(np.uint16)
    metadata = {"axes": "ZCYX", "Channel": {"Name": ["DAPI", "GFP"]}}
    tifffile.imwrite(path, values, photometric="minisblack", metadata=metadata)
    return path


def stack(path: Path, n: int) -> Path:
    tifffile.imwrite(path, RNG.integers(0, 255, (n, 30, 40)).astype(np.uint8), photometric="minisblack")
    return path


def samples(*paths: Path) -> list[Sample]:
    return [event for event in find_samples(paths) if isinstance(event, Sample)]


def names(path: Path) -> list[str]:
    return [sample.name for sample in samples(path)]


def test_channels_and_slices_are_samples_with_the_names_that_the_file_gives_them(hyperstack: Path) -> None:
    assert names(hyperstack) == [f"cells-z{z}-{channel}" for z in range(3) for channel in ("DAPI", "GFP")]
    [*_, last] = samples(hyperstack)
    assert last.filename == "cells.ome.tif[page=5]"
    values = tifffile.imread(hyperstack)[2, 1]
    assert np.array_equal(read_image(Path(last.path)).pixels[..., 0], np.rint(values / 257).astype(np.uint8))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("channel=DAPI", ["z0-DAPI", "z1-DAPI", "z2-DAPI"]),
        ("channel=gfp,z=1", ["z1-GFP"]),
        ("page=1-2", ["z0-GFP", "z1-DAPI"]),
        ("page=3", ["z1-GFP"]),
    ],
)
def test_some_of_them_are_chosen_behind_the_files_name(hyperstack: Path, words: str, expected: list[str]) -> None:
    assert names(Path(f"{hyperstack}[{words}]")) == [f"cells-{label}" for label in expected]


def test_a_choice_of_nothing_says_what_there_is(hyperstack: Path) -> None:
    [problem] = [event for event in find_samples([Path(f"{hyperstack}[channel=RFP]")]) if isinstance(event, Problem)]
    assert "names no picture" in problem.error
    assert "z0-DAPI" in problem.hint


def test_pages_go_with_the_pages_of_their_reference(tmp_path: Path) -> None:
    stack(tmp_path / "scan.tif", 3)
    stack(tmp_path / "scan_mask.tif", 3)
    found = samples(tmp_path)
    assert [sample.name for sample in found] == ["scan-p0", "scan-p1", "scan-p2"]
    assert [Path(sample.reference.path).name for sample in found if sample.reference] == [
        f"scan_mask.tif[page={n}]" for n in range(3)
    ]


def test_a_reference_of_one_page_for_several_is_refused_in_words(tmp_path: Path) -> None:
    stack(tmp_path / "scan.tif", 3)
    tifffile.imwrite(tmp_path / "scan_mask.tif", np.zeros((30, 40), np.uint8))
    events = list(find_samples([tmp_path]))
    assert "has not as many pages" in next(event.error for event in events if isinstance(event, RefusedReference))
    assert all(event.reference is None for event in events if isinstance(event, Sample))


def test_smaller_versions_of_a_page_are_no_samples(tmp_path: Path) -> None:
    path, values = tmp_path / "slide.tif", RNG.integers(0, 255, (256, 256, 3)).astype(np.uint8)
    with tifffile.TiffWriter(path) as writer:
        writer.write(values, tile=(64, 64), photometric="rgb")
        writer.write(values[::2, ::2], tile=(64, 64), photometric="rgb", subfiletype=1)
    assert names(path) == ["slide"]


def test_a_page_that_is_too_large_is_cut_into_regions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiff_pictures, "MAX_PIXELS", 20_000)
    monkeypatch.setattr(tiff_pictures, "REGION_PX", 100)
    path, values = tmp_path / "slide.tif", RNG.integers(0, 255, (150, 250)).astype(np.uint8)
    tifffile.imwrite(path, values, tile=(64, 64), compression="zlib")
    tifffile.imwrite(tmp_path / "slide_mask.tif", values // 128, tile=(64, 64))
    found = samples(tmp_path)
    assert [sample.name for sample in found] == [f"slide-x{x}-y{y}" for y in (0, 75) for x in (0, 84, 168)]
    whole = np.zeros_like(values)
    for sample in found:
        x, y = (int(part[1:]) for part in sample.name.split("-")[1:])
        pixels = read_image(Path(sample.path)).pixels[..., 0]
        whole[y : y + pixels.shape[0], x : x + pixels.shape[1]] = pixels
    assert np.array_equal(whole, values)
    assert all(sample.reference and sample.reference.path.endswith(sample.path[-30:]) for sample in found)


def test_more_pages_than_are_taken_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image_files, "MOST_PICTURES", 2)
    events = list(find_samples([stack(tmp_path / "scan.tif", 4)]))
    assert [event.name for event in events if isinstance(event, Sample)] == ["scan-p0", "scan-p1"]
    [notice] = [event for event in events if isinstance(event, Notice)]
    assert notice.error == "scan.tif holds 4 pictures; the first 2 are taken."
    assert "scan.tif[page=2]" in notice.hint


def test_a_file_of_one_page_is_one_sample_without_an_address(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "one.tif", np.zeros((30, 40), np.uint8))
    [sample] = samples(tmp_path)
    assert (sample.name, Path(sample.path).name) == ("one", "one.tif")


def test_a_header_that_claims_a_page_of_any_size_is_refused_before_its_regions_are_listed(tmp_path: Path) -> None:
    path = tmp_path / "huge.tif"
    tags = [(256, 4, 2**32 - 1), (257, 4, 2**32 - 1), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 8), (279, 4, 8)]
    entries = b"".join(struct.pack("<HHII", code, kind, 1, value) for code, kind, value in tags)
    path.write_bytes(b"II" + struct.pack("<HIH", 42, 8, len(tags)) + entries + b"\0" * 4)
    with pytest.raises(InputError, match=r"huge\.tif claims more than 20,000 pages"):
        tiff_pictures.tiff_pictures(path)
