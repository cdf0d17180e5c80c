"""A kind of samples as a plug-in would bring it: files of sound, each layer's part of it registered by name."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from granview.core.run_params import RunParams
from granview.core.sample import Part, Sample
from granview.core.sample_kind import SAMPLE_KINDS, SampleKind
from granview.io.sample_kind import SAMPLE_FILES, SampleFiles
from granview.worker.sample_kind import WORKER_KINDS, DecodedInput, WorkerKind


class SoundFiles(SampleFiles):
    """Files of sound."""

    kind = "sound"
    noun = "a sound"
    readable = "WAV files are read."
    suffixes = frozenset({".wav"})
    folders = ("sounds",)

    def belongs(self, head: bytes, name: str, is_cut: bool) -> bool:
        """Whether a file begins as sounds do."""
        return head[:4] == b"RIFF" and head[8:12] == b"WAVE"


class WorkerSounds(WorkerKind):
    """Sounds, kept as their bytes."""

    def decode(self, source: Sample | Part, params: RunParams) -> DecodedInput:
        """The bytes of a file."""
        path = Path(source.path)
        return DecodedInput.of_file(path, path.read_bytes(), path.stat().st_size, 0.5)


@contextmanager
def sounds() -> Iterator[None]:
    """For as long as the block runs, sounds are samples."""
    with ExitStack() as stack:
        stack.enter_context(SAMPLE_KINDS.temporarily("sound", SampleKind("sound", "sounds")))
        stack.enter_context(SAMPLE_FILES.temporarily("sound", SoundFiles()))
        stack.enter_context(WORKER_KINDS.temporarily("sound", WorkerSounds()))
        yield
