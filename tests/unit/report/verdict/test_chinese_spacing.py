import pytest

from granview.report.verdict.chinese_spacing import filled


@pytest.mark.parametrize(
    ("template", "value", "text"),
    [
        ("与{x}的差异", "mIoU", "与 mIoU 的差异"),
        ("与 {x} 的差异", "像素准确率", "与像素准确率的差异"),
        ("{x} 的差异", "AP（大目标）", "AP（大目标）的差异"),
        ("比较：{x}", "a", "比较：a"),
        ("{x}、b", "a", "a、b"),
        ("类别{x}", "模型a  b", "类别模型a  b"),
        ("在 {x} 上", " a ", "在  a  上"),
    ],
)
def test_a_space_stands_between_chinese_and_latin_alone_and_values_stay(template: str, value: str, text: str) -> None:
    assert filled(template, {"x": value}) == text
