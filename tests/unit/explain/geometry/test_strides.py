from types import SimpleNamespace

import pytest

from granview.explain.geometry.strides import find_grid, patch_size_of


@pytest.mark.parametrize(
    ("tokens", "size", "patches", "expected"),
    [
        (197, (224, 224), [(16, 16)], ((14, 14), 1)),
        (201, (224, 224), [(16, 16)], ((14, 14), 5)),
        (13 * 37 + 1, (182, 518), [(14, 14)], ((13, 37), 1)),
        (64 * 128, (512, 1024), [], ((64, 128), 0)),
        (19 * 25, (599, 800), [], ((19, 25), 0)),
        (197, (224, 224), [], ((14, 14), 1)),
        (100, (512, 512), [(16, 16)], None),
        (7, (64, 64), [], None),
    ],
)
def test_grids_are_found_by_counting(tokens: int, size: tuple[int, int], patches: list, expected: object) -> None:
    assert find_grid(tokens, size, patches) == expected


def test_configs_name_patches_in_several_ways() -> None:
    sizes = [patch_size_of(SimpleNamespace(patch_size=patch)) for patch in (16, (8, 4), [7, 3, 3, 3], None)]
    assert sizes == [(16, 16), (8, 4), None, None]
    assert patch_size_of(None) is None
