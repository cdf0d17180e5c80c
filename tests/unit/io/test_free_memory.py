import os
import subprocess
import sys

import psutil
import pytest

from granview.io import free_memory
from granview.io.free_memory import free_bytes, free_ram_bytes, held_bytes

MB = 10**6


@pytest.fixture
def groups(tmp_path, monkeypatch):
    """A machine's tree of groups, which a test fills, in place of this one's."""
    monkeypatch.setattr(free_memory, "_GROUPS", tmp_path / "cgroup")
    monkeypatch.setattr(free_memory, "_MOUNT", tmp_path)
    return tmp_path


def write(folder, **files):
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        folder.joinpath(name.replace("__", ".")).write_text(str(text))


def test_without_a_limit_it_is_what_the_system_has(groups):
    assert free_ram_bytes() == pytest.approx(psutil.virtual_memory().available, rel=0.1)


def test_the_limit_of_a_container_counts_and_what_files_give_back_is_free(groups):
    groups.joinpath("cgroup").write_text("0::/box\n")
    stat = f"anon 1\ninactive_file {20 * MB}\n"
    write(groups / "box", memory__max=100 * MB, memory__current=70 * MB, memory__stat=stat)
    assert free_ram_bytes() == 50 * MB


def test_the_tightest_of_the_groups_around_counts(groups):
    groups.joinpath("cgroup").write_text("0::/outer/inner\n")
    write(groups / "outer" / "inner", memory__max="max", memory__current=MB)
    write(groups / "outer", memory__max=80 * MB, memory__current=75 * MB)
    assert free_ram_bytes() == 5 * MB


def test_groups_of_the_first_version_are_read_too(groups):
    groups.joinpath("cgroup").write_text("4:memory:/jobs/one\n3:cpuset:/\n0::/\n")
    files = {"memory__limit_in_bytes": 90 * MB, "memory__usage_in_bytes": 60 * MB}
    write(groups / "memory" / "jobs" / "one", **files, memory__stat=f"total_inactive_file {MB}\n")
    assert free_ram_bytes() == 31 * MB


def test_a_group_beyond_its_limit_has_nothing_free(groups):
    groups.joinpath("cgroup").write_text("0::/box\n")
    write(groups / "box", memory__max=MB, memory__current=2 * MB)
    assert free_ram_bytes() == 0


def test_what_a_process_holds_comes_with_what_it_takes():
    program = "data = bytearray(80_000_000); print('ready', flush=True); input()"
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen([sys.executable, "-c", program], **pipes) as process:
        process.stdout.readline()
        held = held_bytes(process.pid)
        process.communicate("\n")
    assert held == pytest.approx(90 * MB, rel=0.2)
    assert held_bytes(process.pid) is None


def test_the_free_memory_of_a_gpu_that_is_not_there_is_not_known(monkeypatch):
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")
    assert free_bytes("cuda:63") is None
    assert os.environ["CUDA_VISIBLE_DEVICES"] == ""
