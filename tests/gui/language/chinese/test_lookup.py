"""What the lower layers say, in Chinese: all that is declared, and sentences with their values."""

import re
from string import Formatter

from granview.core.gallery import GALLERIES
from granview.core.recipe import RECIPES
from granview.core.task_trait import traits_of
from granview.gui.language.chinese.lookup import PATTERNS, in_chinese, short_in_chinese
from granview.gui.language.chinese.sentence_patterns import places
from granview.tasks.base import TASKS

_HAN = re.compile(r"[\u4e00-\u9fff]")


def _is_chinese(text: str) -> bool:
    return not text or _HAN.search(in_chinese(text)) is not None


def test_all_that_tasks_declare_is_chinese() -> None:
    for task in TASKS.all().values():
        assert _is_chinese(task.title), task.title
        assert _is_chinese(task.short), task.short
        for column in (*task.columns, *task.class_columns, task.unit_score, task.agreement_column):
            for sentence in in_chinese(column.description).split("。"):
                assert not sentence or _HAN.search(sentence), column.description
        for axis in task.grain_axes:
            assert _is_chinese(axis.title), axis.title
            assert _is_chinese(axis.description), axis.description
        for param in traits_of(task.name).params:
            assert _is_chinese(param.title), param.title
            assert _is_chinese(param.description), param.description


def test_galleries_and_recipes_are_chinese() -> None:
    for gallery in GALLERIES.all().values():
        assert _is_chinese(gallery.title), gallery.title
        assert _is_chinese(gallery.tip), gallery.tip
    assert in_chinese("Magnitude pruning") == "幅值剪枝"
    assert {name for name in RECIPES.all() if not in_chinese(name)} == set()


def test_a_sentence_keeps_its_values() -> None:
    assert in_chinese("/a/b c.png cannot be read: no space. Check the folder and the free space.") == (
        "/a/b c.png 无法读取：no space。请检查文件夹和可用空间。"
    )
    assert in_chinese("unheard of.") == "unheard of."
    assert in_chinese("结论") == "结论"
    assert in_chinese("region size") == "区域尺寸"


def test_every_place_of_a_pattern_is_one_of_its_source() -> None:
    for english, chinese in PATTERNS.items():
        named = {name for _, name, _, _ in Formatter().parse(chinese) if name}
        assert named <= places(english), english


def test_a_head_keeps_the_abbreviation() -> None:
    assert in_chinese("mIoU") == "mIoU（平均交并比）"
    assert short_in_chinese("mIoU") == "mIoU"
    assert short_in_chinese("Recall") == "召回率"
