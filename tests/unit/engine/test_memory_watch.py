import os

import pytest

from granview.engine import memory_watch
from granview.engine.memory_watch import MemoryWatch

MB = 10**6


def test_the_most_that_a_process_held_is_kept():
    watch = MemoryWatch()
    block = bytearray(80 * MB)
    looks = []

    def has_ended(seconds):
        block.clear()
        looks.append(watch.peak_bytes)
        return len(looks) == 2

    watch.follow(os.getpid(), has_ended)
    assert looks[0] > 80 * MB
    assert watch.peak_bytes == looks[0]


def test_a_process_that_is_gone_was_not_seen():
    watch = MemoryWatch()
    watch.follow(1 << 22, lambda seconds: True)
    assert watch.peak_bytes is None


@pytest.mark.parametrize(("now", "expected"), [("oom_kill 4\n", True), ("pgfree 9\noom_kill 3\n", False), ("", None)])
def test_what_the_system_counts_tells_whether_memory_ran_out(tmp_path, monkeypatch, now, expected):
    counters = tmp_path / "vmstat"
    monkeypatch.setattr(memory_watch, "_COUNTERS", counters)
    counters.write_text("oom_kill 3\n")
    watch = MemoryWatch()
    counters.write_text(now)
    assert watch.ran_out() is expected


def test_where_the_system_does_not_count_nothing_is_claimed(tmp_path, monkeypatch):
    monkeypatch.setattr(memory_watch, "_COUNTERS", tmp_path / "none")
    assert MemoryWatch().ran_out() is None
