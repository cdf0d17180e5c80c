"""One Chinese word for one thing: the list of terms, and all Chinese that the program shows or writes."""

import ast
import re
from pathlib import Path
from typing import Final

import pytest
from environment import ROOT

_ROW: Final = re.compile(r"^\| ([A-Za-z][^|]*) \| ([^|]*) \| ([^|]*) \|$", re.M)
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")


def _rows() -> list[tuple[str, str, str]]:
    rows = _ROW.findall((ROOT / "docs" / "chinese-terms.md").read_text(encoding="utf-8"))
    return [row for row in rows if row[0] != "English"]


def _literals(file: Path) -> list[str]:
    nodes = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    texts = [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [text for text in texts if _HAN.search(text)]


@pytest.fixture(scope="module")
def chinese() -> str:
    """All Chinese of translations, of the window's tables, of reports, of verdicts and of the guide."""
    translations = sorted((ROOT / "resources" / "translations" / "zh_CN").glob("*.ts"))
    folders = ("gui/language", "export/report", "report/verdict")
    tables = [file for folder in folders for file in sorted((ROOT / "granview" / folder).rglob("*.py"))]
    return "\n".join(
        [file.read_text(encoding="utf-8") for file in translations]
        + [text for file in tables for text in _literals(file)]
    )


def test_terms_are_listed_once() -> None:
    rows = _rows()
    assert len(rows) > 40
    assert len({english for english, _, _ in rows}) == len({word for _, word, _ in rows}) == len(rows)


def test_every_term_is_used_and_no_other_word_for_it(chinese: str) -> None:
    assert [word for _, word, _ in _rows() if word not in chinese] == []
    assert [other for _, _, other in _rows() if other in chinese] == []


def test_the_report_and_the_window_share_their_terms() -> None:
    from granview.export.report.words.chinese_names import CHINESE_NAMES, TASKS_IN_CHINESE
    from granview.gui.language.chinese.lookup import in_chinese

    for english, words in {**CHINESE_NAMES, **TASKS_IN_CHINESE}.items():
        assert in_chinese(english) == words, english
