"""The one reader of a model folder's config.json."""

from pathlib import Path

import pytest

from granview.core.errors import InputError, WeightsMissing
from granview.io.model_config import CONFIG, config_if_any, has_config, read_config


def test_a_folder_without_a_config_says_so_where_one_is_needed(tmp_path: Path) -> None:
    assert not has_config(tmp_path)
    with pytest.raises(WeightsMissing, match=r"holds no config\.json"):
        read_config(tmp_path)


def test_a_folder_without_a_config_is_empty_where_none_is_needed(tmp_path: Path) -> None:
    assert config_if_any(tmp_path) == {}
    assert config_if_any(tmp_path / "none") == {}


def test_a_config_is_what_stands_in_the_file(tmp_path: Path) -> None:
    (tmp_path / CONFIG).write_text('{"architectures": ["BertForMaskedLM"], "depth": 2}')
    assert read_config(tmp_path) == config_if_any(tmp_path) == {"architectures": ["BertForMaskedLM"], "depth": 2}


@pytest.mark.parametrize("config", ["[1]", "{", '{"architectures": 7}'])
def test_a_damaged_config_is_told_by_both(tmp_path: Path, config: str) -> None:
    (tmp_path / CONFIG).write_text(config)
    for read in (read_config, config_if_any):
        with pytest.raises(InputError, match=r"config\.json"):
            read(tmp_path)
