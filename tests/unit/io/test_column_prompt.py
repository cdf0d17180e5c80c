from pathlib import Path

import pytest

from granview.io.column_prompt import read_column_prompt


@pytest.mark.parametrize(
    ("content", "doubts"),
    [
        ("text,label\na,x\nb,y\n", ()),
        ("review,stars\na,1\nb,2\n", ("label",)),
        ("verbatim,stars\nsome words,1\nmore words,2\nwords,1\nwords,1\n", ("text", "label")),
        ("review,rating\na,good\nb,bad\n", ()),
    ],
)
def test_what_is_not_called_as_usual_is_in_doubt(tmp_path: Path, content: str, doubts: tuple[str, ...]) -> None:
    path = tmp_path / "d.csv"
    path.write_text(content)
    question = read_column_prompt(path)
    assert question.doubts == doubts
    assert question.is_certain is not bool(doubts)


def test_only_delimited_files_may_have_a_header(tmp_path: Path) -> None:
    (tmp_path / "d.jsonl").write_text('{"text": "a"}\n')
    (tmp_path / "d.TSV").write_text("a\tb\nc\td\n")
    assert read_column_prompt(tmp_path / "d.jsonl").has_header is None
    assert read_column_prompt(tmp_path / "d.TSV").has_header is False
    again = read_column_prompt(tmp_path / "d.TSV", header=True)
    assert (again.has_header, again.preview.columns) == (True, ("a", "b"))
