import itertools

from granview.core.run_params import RunParams
from granview.core.task_trait import task_params
from granview.core.tile_params import LARGEST_TILE_PX, OVERLAP_PX, TILE_PX
from granview.models.images.image_processor import Resizing
from granview.models.images.tile_plan import MULTIPLE_PX, tile_plan, with_tile

TASK = "image-segmentation"
KEPT = Resizing()
SQUARE = Resizing(True, (512, 512))


def params(**own):
    return RunParams(of_task={TASK: own})


def test_a_picture_of_usual_size_is_run_whole():
    assert tile_plan((1024, 2048), TASK, RunParams(), KEPT).n == 1


def test_a_large_picture_is_run_in_tiles_by_itself_unless_the_processor_makes_it_small():
    plan = tile_plan((9000, 12_000), TASK, RunParams(), KEPT)
    assert plan.n == 35
    assert max(plan.largest) <= TILE_PX
    assert plan.overlap_px == OVERLAP_PX
    assert tile_plan((9000, 12_000), TASK, RunParams(), SQUARE).n == 1


def test_tiles_that_are_run_at_their_own_size_begin_at_multiples_and_overlap_as_wanted():
    plan = tile_plan((9000, 12_000), TASK, RunParams(), KEPT)
    for spans in (plan.rows, plan.columns):
        assert all(span.start % MULTIPLE_PX == 0 for span in spans)
        assert {a.stop - b.start for a, b in itertools.pairwise(spans)} == {OVERLAP_PX}


def test_whole_is_whole():
    assert tile_plan((9000, 12_000), TASK, params(tile_px=LARGEST_TILE_PX), KEPT).n == 1


def test_native_scale_takes_the_size_of_the_networks_input():
    plan = tile_plan((2000, 3000), TASK, params(native_scale=True), SQUARE)
    assert plan.largest == (512, 512)
    assert plan.n == 5 * 7
    assert {span.length for span in (*plan.rows, *plan.columns)} == {512}


def test_native_scale_changes_nothing_for_networks_that_see_every_px_anyway():
    assert tile_plan((2000, 3000), TASK, params(native_scale=True), KEPT).n == 1


def test_an_overlap_is_at_most_a_quarter_of_the_tile():
    assert tile_plan((600, 600), TASK, params(tile_px=128, overlap_px=100), KEPT).overlap_px == 32


def test_the_same_run_in_smaller_tiles():
    smaller = with_tile(params(overlap_px=64), TASK, 512)
    assert task_params(TASK, smaller)["tile_px"] == 512
    assert task_params(TASK, smaller)["overlap_px"] == 64
    assert tile_plan((2048, 2048), TASK, smaller, KEPT).largest <= (512, 512)
