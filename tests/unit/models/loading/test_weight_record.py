import hashlib

import pytest

from granview.core.errors import WeightsMissing
from granview.core.labels import LabelSet
from granview.core.lane import ModelFacts
from granview.models.loading.weight_record import WeightRecord

FACTS = ModelFacts(LabelSet((), ()), "Net", 1, None, None, "cpu", "a processor", 0.0)


def test_size_and_hash_of_a_folder_are_recorded(tmp_path):
    (tmp_path / "model.safetensors").write_bytes(b"weights")
    facts = WeightRecord.of_folder(tmp_path).on(FACTS)
    assert facts.weights_mb == pytest.approx(7e-6)
    assert facts.weights_sha256 == hashlib.sha256(b"weights").hexdigest()


def test_a_folder_without_weights_is_told_before_anything_is_hashed(tmp_path):
    with pytest.raises(WeightsMissing):
        WeightRecord.of_folder(tmp_path)


def test_a_file_that_vanishes_is_told_where_the_hash_is_asked_for(tmp_path):
    record = WeightRecord([tmp_path / "gone"])
    with pytest.raises(FileNotFoundError):
        record.on(FACTS)
