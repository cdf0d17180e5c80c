from granview.core.sample import Part
from granview.gui.model.view_state import Mode
from granview.gui.model.viewport import Viewport
from granview.gui.model.viewports import Viewports
from granview.gui.sample_kind_view import kind_view
from tests.helpers.shell import Bench

IMAGE = kind_view("image")


def test_pictures_are_offered_every_mode_and_their_own_acts(bench: Bench) -> None:
    assert IMAGE.modes == frozenset(Mode)
    assert set(IMAGE.acts) <= set(bench.work.window.actions_by_name._actions)
    assert not set(IMAGE.acts) & set(kind_view("text").acts)


def test_pictures_are_counted_in_words() -> None:
    assert [IMAGE.added(n) for n in (1, 2_000)] == ["1 image added", "2,000 images added"]
    assert IMAGE.of_this_kind() == "for pictures"


def test_files_and_pages_of_pictures_are_those_that_can_be_read_and_written() -> None:
    assert {".png", ".jpg", ".tiff"} <= IMAGE.file_suffixes()
    assert IMAGE.page_suffixes() == (".png", ".svg", ".pdf")
    assert IMAGE.is_surveyed


def test_a_picture_is_zoomed_and_fitted(qapp: object) -> None:
    viewport = Viewport()
    viewports = Viewports(viewport)
    viewport.set_image_size(400, 300)
    before = viewport.zoom
    IMAGE.zoom(viewports, 2)
    assert viewport.zoom > before
    IMAGE.fit(viewports)
    assert viewport.zoom == before


def test_a_part_is_called_by_its_file_s_name_on_any_system() -> None:
    assert [IMAGE.part_in_words(Part("after", "image", path)) for path in ("/a/b.png", "C:\\a\\b.png")] == ["b.png"] * 2


def test_place_in_a_picture_is_asked_for_until_there_is_one(bench: Bench) -> None:
    assert IMAGE.explain_hint(bench.work.services).startswith("Click a place or drag over it")
