import msgspec
import numpy as np
import pytest

from granview.core.arrays import pack
from granview.core.labels import ClassMap, LabelSet
from granview.core.measurements import Timing
from granview.core.messages import (
    Cancel,
    Failure,
    Grant,
    Request,
    Result,
    Shutdown,
    Want,
    decode_from_worker,
    decode_to_worker,
    encode,
)
from granview.core.prediction import pack_prediction, unpack_prediction
from granview.core.predictions.label_map import LabelMap
from granview.core.run_params import RunParams
from granview.core.sample import Reference, Sample

SAMPLE = Sample("scan", "/data/scan.png", "ab" * 32, 12, Reference("/data/scan_mask.png"))


@pytest.mark.parametrize(
    "message", [Request(7, SAMPLE, RunParams(True, 3.0, {"car": "vehicle"})), Cancel(9), Grant(), Shutdown()]
)
def test_what_the_engine_says_arrives(message: Request) -> None:
    assert decode_to_worker(encode(message)) == message


def test_a_result_arrives_with_its_arrays() -> None:
    labels = np.array([[0, 1], [2, 1]], np.uint8)
    result = Result(
        3,
        SAMPLE,
        pack_prediction(LabelMap(labels, labels * 100)),
        Timing(1.0, 2.0, 3.0, batch_size=2),
        {"confusion": pack(np.eye(3, dtype=np.int64))},
        None,
        LabelSet(("a", "b"), ((0, 0, 0), (1, 1, 1))),
        ClassMap((0, None)),
    )

    back = decode_from_worker(encode(result))

    assert back == result
    prediction = unpack_prediction(back.prediction)
    np.testing.assert_array_equal(prediction.labels, labels)
    np.testing.assert_array_equal(prediction.confidence, labels * 100)


@pytest.mark.parametrize("noise", [b"", b"\x00", b"garbage", encode(Want())[:-2], encode(Grant())])
def test_anything_else_from_a_worker_is_refused(noise: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        decode_from_worker(noise)


def test_a_failure_says_what_and_what_to_do() -> None:
    failure = Failure(1, SAMPLE, "scan.png is truncated.", "Copy it again.")

    assert decode_from_worker(encode(failure)) == failure
