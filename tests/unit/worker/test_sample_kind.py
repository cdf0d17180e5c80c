import hashlib
from pathlib import Path

import numpy as np

from granview.core.labels import LabelSet
from granview.core.messages import Request
from granview.core.predictions.label_map import LabelMap
from granview.core.sample import Part, Reference, Sample
from granview.core.sample_kind import SAMPLE_KINDS
from granview.worker.batch import SampleInfo
from granview.worker.read_sample import read_sample
from granview.worker.sample_kind import WORKER_KINDS
from tests.helpers.reference_formats import TruePoints, points_format
from tests.helpers.sound import sounds

LABELS = LabelSet(("a",), ((0, 0, 0),))


def test_every_kind_of_samples_can_be_run() -> None:
    assert set(WORKER_KINDS.all()) == set(SAMPLE_KINDS.all())


def test_a_kind_that_brings_its_own_files_is_read_as_a_sample_and_as_a_part(tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_bytes(b"RIFF")
    path = str(tmp_path / "a.wav")
    with sounds():
        first = read_sample(Request(1, Sample("a", path, kind="sound")), "sound")
        text = Sample("b", str(tmp_path / "b.txt"), kind="text", parts=(Part("spoken", "sound", path),))
        (tmp_path / "b.txt").write_text("words")
        part = read_sample(Request(1, text), "text", ("spoken",))

    assert (first.sample_input, first.item.subject) == (b"RIFF", 4)
    assert first.item.sample.sha256 == hashlib.sha256(b"RIFF").hexdigest()
    assert part.sample_input.parts == {"spoken": b"RIFF"}


def test_its_truth_is_what_the_file_of_the_reference_says(tmp_path: Path) -> None:
    (tmp_path / "a.points.json").write_text("[[1, 2]]")
    sample = Sample("a", "/a.wav", kind="sound", reference=Reference(str(tmp_path / "a.points.json")))
    with sounds(), points_format():
        kind = WORKER_KINDS.get("sound")
        truth = kind.truth(
            SampleInfo(Request(1, sample), sample, 4, 0.0),
            LABELS,
            LabelMap(np.zeros((1, 1), np.uint8)),
            sample.reference,
            TruePoints,
        )

    assert truth == TruePoints(((1, 2),))
