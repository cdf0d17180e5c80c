"""Takes the damaged files of a kind through its door in a process of its own, and collects what went wrong."""

import json
import selectors
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from types import TracebackType
from typing import Any, Final, Self

import psutil

from tests.fuzz.kinds import KINDS
from tests.fuzz.seeds import Seed

MAX_S: Final = 5.0
MAX_MB: Final = 1000.0
_KILL_MB: Final = 1600.0
_WARM_UP_S: Final = 120.0
_LOOK_S: Final = 0.05
_SLEEP_FACTOR: Final = 12
_ROOT: Final = Path(__file__).parents[2]


@dataclass(frozen=True)
class Outcome:
    """How one file went.

    Attributes:
        fault: ``traceback``, ``death``, ``hang``, ``memory``, or empty.
        words: The traceback, or what is known of the end.
        seconds: How long the slowest door took, of the processor's time.
        peak_mb: The largest resident memory meanwhile, in 10^6 bytes.
    """

    fault: str
    words: str
    seconds: float
    peak_mb: float


@dataclass
class Tally:
    """What came of a kind."""

    kind: str
    files: int = 0
    slowest_s: float = 0.0
    peak_mb: float = 0.0
    seconds: float = 0.0
    faults: dict[str, int] = field(default_factory=dict)


class Child:
    """The process, started when it is needed."""

    def __init__(self, kind: str, whole: Path) -> None:
        self._kind = kind
        self._whole = whole
        self._process: subprocess.Popen[bytes] | None = None
        self._errors = tempfile.TemporaryFile("w+", errors="replace")  # noqa: SIM115

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()
        self._errors.close()

    def take(self, path: Path) -> Outcome:
        """Take a file through the door."""
        if self._process is None:
            self._start()
            self._ask(self._whole, _WARM_UP_S)
        return self._ask(path, MAX_S)

    def _start(self) -> None:
        command = [sys.executable, "-m", "tests.fuzz.child", self._kind]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors, cwd=_ROOT, bufsize=0
        )

    def _ask(self, path: Path, max_s: float) -> Outcome:
        process = self._process
        assert process
        assert process.stdin
        process.stdin.write(f"{path}\n".encode())
        watch = Watch(process, max_s)
        answer = watch.answer()
        if answer:
            fault = "traceback" if answer["trace"] else "memory" if answer["peak_mb"] > MAX_MB else ""
            return Outcome(fault, answer["trace"], watch.slowest_s, answer["peak_mb"])
        fault = watch.fault or "death"
        words = f"{fault} after {watch.slowest_s:.1f} s; exit code {self._end()}\n{self._last_words()}"
        return Outcome(fault, words, watch.slowest_s, _KILL_MB if fault == "memory" else 0.0)

    def _end(self) -> int | None:
        if self._process is None:
            return None
        process, self._process = self._process, None
        process.kill()
        process.communicate()
        return process.returncode

    def _last_words(self) -> str:
        self._errors.seek(0)
        return self._errors.read()[-2000:]


class Watch:
    """Waits for the answer of a child, and gives up where one door takes too long, or too much memory.

    Time is that of the processor, so that a busy machine makes no hang; one that sleeps is found by the wall's.

    Attributes:
        fault: What was wrong where no answer came, but for a death.
        slowest_s: The longest that one door took.
    """

    def __init__(self, process: "subprocess.Popen[bytes]", max_s: float) -> None:
        assert process.stdout
        self._answers = process.stdout
        self._process = psutil.Process(process.pid)
        self._max_s = max_s
        self.fault = ""
        self.slowest_s = 0.0

    def answer(self) -> dict[str, Any]:
        """The answer; empty where none came."""
        with selectors.DefaultSelector() as selector:
            selector.register(self._answers, selectors.EVENT_READ)
            self._begin()
            while self._waits(selector):
                line = self._answers.readline()
                self.slowest_s = max(self.slowest_s, self._spent_s())
                self._begin()
                answer: dict[str, Any] = json.loads(line) if line else {}
                if answer or not line:
                    return answer
        return {}

    def _begin(self) -> None:
        self._cpu_s, self._wall_s = self._cpu(), time.monotonic()

    def _waits(self, selector: selectors.BaseSelector) -> bool:
        """Wait for a line; whether one came."""
        while not selector.select(_LOOK_S):
            if self._spent_s() > self._max_s or time.monotonic() - self._wall_s > _SLEEP_FACTOR * self._max_s:
                self.fault = "hang"
            elif _memory_mb(self._process) > _KILL_MB:
                self.fault = "memory"
            if self.fault:
                self.slowest_s = max(self.slowest_s, self._spent_s())
                return False
        return True

    def _spent_s(self) -> float:
        return max(self._cpu() - self._cpu_s, 0.0)

    def _cpu(self) -> float:
        try:
            times = self._process.cpu_times()
        except psutil.NoSuchProcess:
            return 0.0
        return float(times.user + times.system)


def _memory_mb(process: psutil.Process) -> float:
    total = 0.0
    for each in (process, *process.children(recursive=True)):
        try:
            total += each.memory_info().rss / 1e6
        except psutil.NoSuchProcess:
            continue
    return total


def fuzz(kind: str, seed: int, files: int, seconds: float, keep: Path) -> Tally:
    """Damage files of a kind, so many or for so long; those with which something is wrong are kept."""
    tally = Tally(kind)
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as home:
        work = Path(home)
        whole = KINDS[kind].seeds(work)
        with Child(kind, laid_out(work / "whole", whole[0], whole[0].data)) as child:
            for n, path in _damaged(kind, seed, files, whole, work):
                outcome = child.take(path)
                _count(tally, outcome)
                if outcome.fault:
                    _keep(keep / kind / f"{n}-{outcome.fault}", path, outcome)
                shutil.rmtree(path.parent)
                if time.monotonic() - started > seconds:
                    break
    tally.seconds = time.monotonic() - started
    return tally


def _damaged(kind: str, seed: int, files: int, whole: list[Seed], work: Path) -> Iterator[tuple[int, Path]]:
    for n in range(files):
        rng = Random(f"{seed} {kind} {n}")
        origin = rng.choice(whole)
        yield n, laid_out(work / str(n), origin, KINDS[kind].damaged(rng, origin.data))


def laid_out(folder: Path, seed: Seed, data: bytes) -> Path:
    """The file in a folder of its own, with what belongs beside it."""
    folder.mkdir()
    for other in [] if seed.beside is None else seed.beside.iterdir():
        if other.name != seed.name:
            (folder / other.name).symlink_to(other)
    path = folder / seed.name
    path.write_bytes(data)
    return path


def _count(tally: Tally, outcome: Outcome) -> None:
    tally.files += 1
    tally.slowest_s = max(tally.slowest_s, outcome.seconds)
    tally.peak_mb = max(tally.peak_mb, outcome.peak_mb)
    if outcome.fault:
        tally.faults[outcome.fault] = tally.faults.get(outcome.fault, 0) + 1


def _keep(folder: Path, path: Path, outcome: Outcome) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(path.parent, folder)
    (folder / "what-went-wrong.txt").write_text(outcome.words, errors="replace")
