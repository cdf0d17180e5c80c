"""Cells against what the networks' own code does with an image whose pixels are numbered."""

import pytest
import torch

from granview.explain.geometry.cells import in_row_order, in_windows, interleaved
from granview.explain.geometry.image_layers import image_layer
from tests.helpers.explained import sites_of
from tests.helpers.tiny_attention import IMAGE

GRIDS = {
    "vit": ((6, 6), 1),
    "deit": ((6, 6), 2),
    "dinov2": ((6, 8), 1),
    "dinov2-registers": ((6, 6), 5),
    "dinov3": ((6, 6), 5),
    "siglip": ((6, 6), 0),
    "beit": ((6, 6), 1),
    "dpt": ((6, 6), 1),
    "segformer": ((16, 24), 0),
    "swin": ((18, 20), 0),
    "clipseg": ((6, 6), 1),
    "mobilevit": ((8, 12), 0),
}


@pytest.mark.parametrize("name", IMAGE)
def test_the_first_layer_has_the_grid_of_its_patches(name: str) -> None:
    network, inputs = IMAGE[name].build(), IMAGE[name].inputs()
    layer = image_layer(network, sites_of(network, inputs)[0], tuple(inputs["pixel_values"].shape[2:]))
    assert (layer.queries.shape, layer.leading) == GRIDS[name]


@pytest.mark.parametrize(
    ("rows", "columns", "window", "shift"), [(8, 8, 4, 0), (8, 12, 4, 2), (9, 10, 4, 2), (5, 7, 5, 0)]
)
def test_windows_are_those_that_swin_makes(rows: int, columns: int, window: int, shift: int) -> None:
    from transformers.models.swin.modeling_swin import window_partition

    numbered = torch.arange(1, rows * columns + 1).reshape(1, rows, columns, 1)
    padded = torch.nn.functional.pad(numbered, (0, 0, 0, -columns % window, 0, -rows % window))
    rolled = torch.roll(padded, (-shift, -shift), (1, 2))
    windows = window_partition(rolled, window).reshape(-1, window * window)
    cells = in_windows(rows, columns, window, shift)
    assert torch.equal(windows[cells.batch, cells.index], numbered[0, :, :, 0])
    laid = cells.maps_of_all(windows[:, None].float())
    assert torch.equal(laid[0], numbered[0, :, :, 0].float())
    back = cells.to_tokens(numbered[0, :, :, 0], *windows.shape)
    assert torch.equal(back, windows)


def test_interleaved_cells_are_those_that_mobilevit_makes() -> None:
    network = IMAGE["mobilevit"].build()
    layer = next(module for module in network.modules() if hasattr(module, "unfolding"))
    numbered = torch.arange(8 * 12).reshape(1, 1, 8, 12).float()
    tokens = layer.unfolding(numbered)[0][:, :, 0]
    cells = interleaved(8, 12, 2)
    assert torch.equal(tokens[cells.batch, cells.index], numbered[0, 0])


def test_leading_tokens_have_no_cell() -> None:
    cells = in_row_order(2, 3, leading=5)
    batch, index = cells.tokens_at(torch.tensor([0, 5]).numpy())
    assert (batch.tolist(), index.tolist()) == ([0, 0], [5, 10])
    assert cells.to_tokens(torch.ones(2, 3), 1, 11)[0].tolist() == [0.0] * 5 + [1.0] * 6
