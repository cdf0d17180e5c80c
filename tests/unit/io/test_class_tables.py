from pathlib import Path

from granview.io.class_tables import ClassTable, is_class_table

TABLE = "image,label\na.png,cat\nsub/b.png,dog;ball\nc.png,cat\n"


def written(path: Path, text: str = TABLE) -> Path:
    path.write_text(text)
    return path


def test_a_table_names_files_and_their_classes(tmp_path: Path) -> None:
    path = written(tmp_path / "labels.csv")
    assert is_class_table(path)
    table = ClassTable(path)
    first = table.reference(tmp_path / "a.png")
    assert (first.path, first.text.labels, first.text.grain) == (str(path), ("cat",), 2)
    assert first.data_set.labels == ("cat", "dog", "ball")
    several = table.reference(tmp_path / "sub" / "b.png")
    assert (several.text.labels, several.text.grain) == (("dog", "ball"), None)
    assert table.reference(Path("/elsewhere/c.png")).record == "cat"
    assert table.reference(tmp_path / "x.png") is None
    assert list(table.problems()) == []


def test_what_is_wrong_with_a_table_is_said_by_line(tmp_path: Path) -> None:
    text = "image,label\na.png,cat\na.png,dog\n,cat\nb.png,\nz.png,cat\n"
    table = ClassTable(written(tmp_path / "labels.csv", text))
    assert table.reference(tmp_path / "a.png").record == "cat"
    words = [problem.error for problem in table.problems()]
    assert any("Line 3" in each and "another class of a.png" in each for each in words)
    assert any("Line 4" in each and "names no file" in each for each in words)
    assert any("Line 5" in each and "says no class" in each for each in words)
    assert "1 row matches no picture in labels.csv: z.png." in words


def test_other_tables_say_no_classes_of_pictures(tmp_path: Path) -> None:
    assert not is_class_table(
        written(tmp_path / "texts.csv", "text,label\nIt is good.,positive\nIt is bad.,negative\n")
    )
    assert not is_class_table(written(tmp_path / "notes.txt", "image label"))


def test_a_row_is_about_one_picture_of_its_name_and_the_others_are_told(tmp_path: Path) -> None:
    for folder in ("", "sub", "other"):
        (tmp_path / folder).mkdir(exist_ok=True)
    beside = tmp_path / "a.png"
    beside.touch()
    table = ClassTable(written(tmp_path / "labels.csv", "image,label\na.png,cat\nc.png,dog\n"))
    assert table.reference(tmp_path / "sub" / "a.png") is None
    assert table.reference(beside).record == "cat"
    assert table.reference(tmp_path / "sub" / "c.png").record == "dog"
    assert table.reference(tmp_path / "other" / "c.png") is None
    assert table.reference(tmp_path / "sub" / "c.png").record == "dog"
    words = [problem.error for problem in table.problems()]
    assert words == ["labels.csv has one row for several pictures of one name: a.png, c.png."]
