import numpy as np

from granview.zoo.defects.mark import Ink, Mark, flat, grey, soft


def test_what_is_drawn_has_soft_edges_and_about_its_area() -> None:
    ink = Ink(32)
    ink.spot(15.5, 15.5, 6.0)
    cover = ink.cover
    assert cover.max() == 1
    assert np.any((cover > 0) & (cover < 1))
    assert abs(cover.sum() - np.pi * 36) < 25
    assert abs(soft(cover, 2.0).sum() - cover.sum()) < 1


def test_the_area_counts_what_is_coloured_and_what_is_high() -> None:
    cover, height = flat(10), flat(10)
    cover[0, :5] = 0.5
    height[9, :3] = -1
    assert Mark(cover, grey(0.5), height).area_px == 8
    assert Mark(flat(10), grey(0.5), flat(10)).area_px == 0
