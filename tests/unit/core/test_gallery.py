import pytest

from granview.core.gallery import GALLERIES, Gallery, all_galleries
from granview.core.resources import embedded_models
from granview.io.gallery import is_gallery


@pytest.mark.parametrize("gallery", all_galleries(), ids=lambda gallery: gallery.name)
def test_what_a_gallery_names_comes_with_the_program(gallery: Gallery) -> None:
    assert GALLERIES.get(gallery.name) is gallery
    assert is_gallery(gallery.path) or any(gallery.path.rglob("*.png"))
    zoo = {name.removeprefix("zoo:") for name in gallery.models if name.startswith("zoo:")}
    assert len(gallery.models) > 1
    assert zoo <= set(embedded_models())


def test_galleries_stand_in_an_order_and_share_no_key() -> None:
    ranks = [gallery.rank for gallery in all_galleries()]
    keys = [gallery.key for gallery in all_galleries() if gallery.key]
    assert ranks == sorted(set(ranks))
    assert len(keys) == len(set(keys))
