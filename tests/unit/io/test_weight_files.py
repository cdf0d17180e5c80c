import hashlib
import json

import pytest

from granview.core.errors import WeightsMissing
from granview.io.weight_files import megabytes_of, sha256_of, weight_files


def write_shards(folder, stem="model", suffix="safetensors", names=("00001-of-00002", "00002-of-00002")):
    files = [f"{stem}-{name}.{suffix}" for name in names]
    for index, file in enumerate(files):
        (folder / file).write_bytes(bytes([index]) * 1000)
    (folder / f"{stem}.{suffix}.index.json").write_text(
        json.dumps({"metadata": {"total_size": 1}, "weight_map": dict(zip("ab", files, strict=True))})
    )
    return files


def test_safetensors_come_before_pickles(tmp_path):
    (tmp_path / "pytorch_model.bin").touch()
    assert weight_files(tmp_path) == ([tmp_path / "pytorch_model.bin"], False)
    (tmp_path / "model.safetensors").touch()
    assert weight_files(tmp_path) == ([tmp_path / "model.safetensors"], True)


def test_shards_are_found_by_their_index(tmp_path):
    names = write_shards(tmp_path)
    assert weight_files(tmp_path) == ([tmp_path / name for name in names], True)


def test_a_missing_shard_is_named(tmp_path):
    names = write_shards(tmp_path)
    (tmp_path / names[1]).unlink()
    with pytest.raises(WeightsMissing, match=names[1]):
        weight_files(tmp_path)


def test_a_folder_without_weights_is_told(tmp_path):
    with pytest.raises(WeightsMissing, match="holds no weights"):
        weight_files(tmp_path)


def test_the_hash_of_one_file_is_its_own(tmp_path):
    file = tmp_path / "a"
    file.write_bytes(b"weights")
    assert sha256_of([file]) == hashlib.sha256(b"weights").hexdigest()
    assert megabytes_of([file]) == 7e-6


def test_the_hash_of_several_files_does_not_depend_on_their_order(tmp_path):
    files = [tmp_path / name for name in write_shards(tmp_path)]
    assert sha256_of(files) == sha256_of(files[::-1]) != sha256_of(files[:1])
    files[0].write_bytes(b"changed")
    assert sha256_of(files) != sha256_of(files[:1])
