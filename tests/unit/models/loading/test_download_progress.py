import subprocess
import sys

from granview.models.loading.download_progress import DownloadProgress

_SCRIPT = """
import multiprocessing, os
multiprocessing.set_start_method("spawn")
from granview.models.loading.download_progress import DownloadProgress
with DownloadProgress(10, lambda share: None).bar_class()(total=10, unit="B") as bar:
    bar.update(10)
os._exit(0)
"""


def test_the_share_grows_with_files_that_are_whole_and_bytes_of_the_next():
    shares = []
    progress = DownloadProgress(1000, shares.append)
    progress.tell(250)
    progress.whole_bytes = 500
    progress.tell(0)
    progress.tell(100)
    assert shares == [0.25, 0.5, 0.6]


def test_small_steps_are_not_told_but_the_last_one_is():
    shares = []
    progress = DownloadProgress(1_000_000, shares.append)
    for have in range(0, 1_000_001, 100):
        progress.tell(have)
    assert len(shares) <= 501
    assert shares[-1] == 1.0


def test_where_the_whole_is_not_known_nothing_is_told():
    shares = []
    DownloadProgress(0, shares.append).tell(10)
    assert shares == []


def test_a_bar_of_bytes_is_told_and_prints_nothing_nor_one_of_files(capsys):
    shares = []
    bars = DownloadProgress(10, shares.append).bar_class()
    with bars(total=10, unit="B") as bar:
        bar.update(5)
    with bars(total=3, unit="it") as bar:
        bar.update(3)
    assert shares == [0.5]
    assert capsys.readouterr() == ("", "")


def test_a_process_that_ends_at_once_after_a_download_leaves_nothing_to_the_system():
    ended = subprocess.run([sys.executable, "-c", _SCRIPT], capture_output=True, text=True, check=True)
    assert ended.stderr == ""
