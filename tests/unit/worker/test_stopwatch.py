from granview.worker.stopwatch import Stopwatch


def test_wall_time_of_a_block_is_there_once_it_is_left() -> None:
    with Stopwatch() as watch:
        assert watch.ms == 0.0
    assert watch.ms > 0.0
