import re

import numpy as np
import pytest

from granview.core.labels import LabelSet
from granview.core.predictions.depth_map import DepthMap
from granview.export.predictions.depth_map import ends_of_scale
from granview.export.report.words.chinese_page_words import PAGE_WORDS, page_words


@pytest.mark.parametrize("english", PAGE_WORDS)
def test_both_languages_name_the_same(english: str) -> None:
    places = re.compile(r"\{\w+\}")
    assert sorted(places.findall(english)) == sorted(places.findall(PAGE_WORDS[english]))
    assert re.search("[\u4e00-\u9fff]", PAGE_WORDS[english])


def test_counts_and_names_are_kept() -> None:
    assert page_words("6 right · 1 of another type") == "正确 6 个 · 类型错误 1 个"
    assert page_words("PER missed") == "PER 遗漏"
    assert page_words("24 of 29 words as in the reference, 0 more, 5 missing").startswith(
        "参考标注的 29 个词中有 24 个"
    )


def test_what_is_no_text_of_a_page_stays() -> None:
    assert page_words("very good") == "very good"


def test_what_colours_of_distances_mean_is_said_in_chinese() -> None:
    entries = ends_of_scale(DepthMap(np.float32([[1, 2], [3, 4]])), LabelSet((), (), void=None))
    assert not any(entry.is_class for entry in entries)
    assert [page_words(entry.name) for entry in entries] == ["近（各按自身的尺度）", "远（各按自身的尺度）"]
