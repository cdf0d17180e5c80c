import dev

from granview.core.resources import resource_path
from granview.engine.catalog import catalog
from granview.gui.model.galleries import IMAGES, LANES


def test_the_gallery_s_lanes_are_in_the_zoo_and_the_same_with_and_without_a_screen() -> None:
    here = {entry.source for entry in catalog(resource_path()) if entry.local}

    assert LANES[IMAGES] == dev.GALLERY_LANES
    assert set(LANES[IMAGES]) <= here
