from pathlib import Path

import pytest

from granview.core.errors import InputError
from granview.io.datasets.cell_splitting import Dialect
from granview.io.datasets.delimited import read_csv, read_tsv
from granview.io.datasets.dialect import ONE_COLUMN, has_header, one_column_objection, sniff_dialect
from granview.io.datasets.row_items import DamagedRecord, FileRemark, NoHeader, Row


def rows(path: Path, content: str, encoding: str = "utf-8") -> list[dict[str, str]]:
    path.write_bytes(content.encode(encoding))
    read = read_tsv if path.suffix == ".tsv" else read_csv
    return [dict(item.values) for item in read(path) if isinstance(item, Row)]


@pytest.mark.parametrize(
    ("head", "dialect"),
    [
        ("text,label\na,1\nb,0\n", Dialect(",")),
        ("text;label\na, b;1\nb;0\n", Dialect(";")),
        ("text\tlabel\na, b\t1\nb\t0\n", Dialect("\t", quotes=False)),
        ('text,label\n"a, ""b""\nc",1\nb,0\n', Dialect(",")),
        ('text\tlabel\n"quoted\t1\nb"\t0\nc\t1\n', Dialect("\t", quotes=False)),
        ('a\tb\n"x\ty"\t1\n"z"\t0\n', Dialect("\t")),
        ("just one column\nof words\n", ONE_COLUMN),
        ("text\nHello, world\nMy, oh my, said he\nNo comma\n", ONE_COLUMN),
        ("torn\n" + "a,b\n" * 9, Dialect(",")),
        ("text,label\none,two,three\nfour\n", Dialect(",")),
        ('"text","mood"\n"a",1,2\nb\n', Dialect(",")),
        ("text,label\n" + "Hello; there, my friend, you\nWell; no\n" * 9, Dialect(",")),
        ("translation.en\ttranslation.de\none\n", Dialect("\t", quotes=False)),
        ("Hello, text of mine.\nNo comma\nMy, oh, my\nA\n", ONE_COLUMN),
    ],
)
def test_the_dialect_is_found(head: str, dialect: Dialect) -> None:
    assert sniff_dialect(head, is_whole=True) == dialect


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ([["text", "label"], ["a", "1"]], True),
        ([["first", "second"], ["1.5", "2"], ["3", "4"]], True),
        ([["first", "second"], ["a much longer text than its name", "x"]], True),
        ([["a good film", "positive"], ["a bad film", "negative"]], False),
        ([["1", "text here"], ["2", "more here"]], False),
        ([["text", "text"], ["a", "b"]], False),
        ([["", "label"], ["0", "a"]], True),
        (
            [["Titel", "Rezension", "Bewertung"], ["Gut", "Ein guter Film", "+"], ["Mist", "Langweilig und lang", "-"]],
            True,
        ),
        ([["en", "de"], ["One.", "Eins."]], True),
        ([["Gut", "ja"], ["Mist", "no"]], False),
        ([["Titel", "Bewertung"], ["Gut", "+"], ["Mist", "-"]], False),
        ([["Great", "positive"], ["A dull film without end", "negative"], ["Well made, well told", "positive"]], False),
        ([["Well made!", "a"], ["A dull film without end", "b"], ["A film well made and well told", "c"]], False),
    ],
)
def test_a_header_is_told_from_a_row(table: list[list[str]], expected: bool) -> None:
    assert has_header(table) == expected


def test_quoted_line_ends_and_unicode_separators_are_content(tmp_path: Path) -> None:
    assert rows(tmp_path / "a.csv", 'id,text\r\n1,"two\r\nlines, ""quoted"""\r\n2,a\u2028b\x85c\0d\r\n') == [
        {"id": "1", "text": 'two\r\nlines, "quoted"'},
        {"id": "2", "text": "a\u2028b\x85c\0d"},
    ]


def test_commas_in_a_file_of_one_column_are_content(tmp_path: Path) -> None:
    assert rows(tmp_path / "a.csv", 'text\nHello, world\n"He, ""too"""\nyes\nA, b, c\n') == [
        {"text": "Hello, world"},
        {"text": 'He, "too"'},
        {"text": "yes"},
        {"text": "A, b, c"},
    ]


def test_columns_without_a_header_are_numbered(tmp_path: Path) -> None:
    assert rows(tmp_path / "a.tsv", "good film\t1\nbad film\t0\n") == [
        {"column 1": "good film", "column 2": "1"},
        {"column 1": "bad film", "column 2": "0"},
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_other_encodings_are_said(tmp_path: Path, encoding: str) -> None:
    text = "这是一个中文的句子，它说的是我们"
    assert rows(tmp_path / "a.csv", f"text,label\n{text},1\n", encoding) == [{"text": text, "label": "1"}]
    assert isinstance(next(read_csv(tmp_path / "a.csv")), FileRemark)


def test_every_damaged_row_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        'text,label\ngood,1\nshort\n"a" b,1\nlong,1,2\n\n"open,1\n"fine\nstill",0\nlast,1\n'
    )
    items = list(read_csv(tmp_path / "a.csv"))
    assert [item for item in items if isinstance(item, DamagedRecord)] == [
        DamagedRecord(3, "has 1 cell, not 2"),
        DamagedRecord(4, "is no row: a quote stands inside a quoted cell"),
        DamagedRecord(5, "has 3 cells, not 2"),
        DamagedRecord(7, "is no row: a quote stands inside a quoted cell"),
    ]
    good = [item for item in items if isinstance(item, Row)]
    assert [(row.record, row.place, row.values["text"]) for row in good] == [
        (0, 2, "good"),
        (5, 8, "fine\nstill"),
        (6, 10, "last"),
    ]


def test_a_quote_that_is_never_closed_costs_one_row(tmp_path: Path) -> None:
    lines = "".join(f"row {i},1\n" for i in range(200))
    (tmp_path / "a.csv").write_text(f'text,label\n"a",1\n{lines}"open,1\n{lines}')
    items = list(read_csv(tmp_path / "a.csv"))
    assert [item for item in items if isinstance(item, DamagedRecord)] == [
        DamagedRecord(203, "is no row: a quote is never closed")
    ]
    assert sum(isinstance(item, Row) for item in items) == 401


def test_a_cell_of_megabytes(tmp_path: Path) -> None:
    long = "word " * 1_000_000
    assert rows(tmp_path / "a.csv", f'text,label\n"{long}",1\n') == [{"text": long, "label": "1"}]


@pytest.mark.parametrize("content", ["", "\n\n"])
def test_an_empty_file(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.csv").write_text(content)
    with pytest.raises(InputError, match=r"a.csv holds no rows"):
        list(read_csv(tmp_path / "a.csv"))


def test_bytes_that_mean_nothing_are_said_at_the_end(tmp_path: Path) -> None:
    lines = "Straße über Straße,1\n".encode() * 50
    (tmp_path / "a.csv").write_bytes(b"text,label\n" + lines + b"torn \xe4 here,0\n")
    items = list(read_csv(tmp_path / "a.csv"))
    assert items[-1] == FileRemark("a.csv is damaged in 1 place, shown as \ufffd.")


@pytest.mark.parametrize("shift", [0, 1, 2])
def test_replacement_characters_of_the_file_itself_are_no_damage(tmp_path: Path, shift: int) -> None:
    """Also where they lie across the megabytes in which a file is read."""
    (tmp_path / "a.csv").write_bytes(b"text,label\n" + b"x" * shift + "\ufffd".encode() * 700_000 + b",1\n")
    assert [type(item) for item in read_csv(tmp_path / "a.csv")] == [Row]


REVIEWS = "Titel;Rezension;Bewertung\nGut;Ein sehr guter Film;positiv\nMist;Langweilig und lang;negativ\n"


def test_a_header_of_unusual_names_above_texts_is_no_row(tmp_path: Path) -> None:
    assert [row["Titel"] for row in rows(tmp_path / "a.csv", REVIEWS)] == ["Gut", "Mist"]


@pytest.mark.parametrize("suffix", ["csv", "tsv"])
@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, [{"column 1": "Gut", "column 2": "ja"}, {"column 1": "Mist", "column 2": "nein"}]),
        (False, [{"column 1": "Gut", "column 2": "ja"}, {"column 1": "Mist", "column 2": "nein"}]),
        (True, [{"Gut": "Mist", "ja": "nein"}]),
    ],
)
def test_whether_the_first_row_is_names_can_be_said(
    tmp_path: Path, suffix: str, header: bool | None, expected: list[dict[str, str]]
) -> None:
    path = tmp_path / f"a.{suffix}"
    path.write_text("Gut\tja\nMist\tnein\n")
    items = list((read_tsv if suffix == "tsv" else read_csv)(path, header))
    assert [item.values for item in items if isinstance(item, Row)] == expected
    said = [item.words for item in items if isinstance(item, NoHeader)]
    names = f"a.{suffix}: no row of names was found, so its first row is taken as content like the others."
    assert said == ([names] if header is None else [])


def test_a_header_that_was_asked_for_has_a_name_for_every_column(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x,x,,1\na,b,c,d\n")
    (row,) = (item for item in read_csv(tmp_path / "a.csv", header=True) if isinstance(item, Row))
    assert row.values == {"x": "a", "column 2": "b", "column 3": "c", "1": "d"}


def test_ragged_rows_below_known_names_are_told_by_their_lines(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text,label\none,two,three\nfour\nfive,1\n")
    assert list(read_csv(tmp_path / "a.csv")) == [
        DamagedRecord(2, "has 3 cells, not 2"),
        DamagedRecord(3, "has 1 cell, not 2"),
        Row(2, 4, {"text": "five", "label": "1"}),
    ]


def test_a_delimiter_that_is_given_up_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Well, no\nMy, oh my, said he\nNothing\nYes\n")
    words = "2 of its first 4 lines hold commas, but they do not part the lines into equal numbers of cells"
    assert next(read_csv(tmp_path / "a.csv")) == FileRemark(f"a.csv is read as one column of lines: {words}.")


@pytest.mark.parametrize("head", ["text\nHello, world\nMy, oh my\n", "just words\nand more\n", "", "\n"])
def test_nothing_is_given_up_where_one_column_is_named_or_nothing_parts_it(head: str) -> None:
    assert one_column_objection(head) == ""
