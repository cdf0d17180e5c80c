"""From what the caller names to samples of a session."""

import json
from pathlib import Path

import pytest
from PIL import Image

from granview.api.inputs import add_inputs, as_columns, find_inputs, guessed_columns_notice
from granview.core.errors import InputError
from granview.core.sample_kind import Kind
from granview.core.text import TextReference
from granview.io.column_roles import ColumnRoles
from granview.io.search_events import GuessedColumns, Notice
from granview.store.session import Session

PATH = Path("/data/rev.parquet")


def test_a_certain_guess_is_one_line() -> None:
    said = guessed_columns_notice(GuessedColumns(PATH, ColumnRoles(text="review", label="label")))
    assert said == Notice(PATH, "rev.parquet: its columns were guessed: 'review' as text, 'label' as label.")


def test_what_is_not_certain_is_said_with_the_option_that_settles_it() -> None:
    said = guessed_columns_notice(GuessedColumns(PATH, ColumnRoles(text="my review", label="stars"), ("text", "label")))
    assert said.error.endswith("It is not certain which column is the text and label.")
    assert "--columns 'text=my review' label=stars," in said.hint


IMAGES: frozenset[Kind] = frozenset({"image"})
TEXTS: frozenset[Kind] = frozenset({"text"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A picture, a text, and a data set of two records."""
    folder = tmp_path / "in"
    folder.mkdir()
    Image.new("RGB", (4, 4)).save(folder / "p.png")
    (folder / "t.txt").write_text("A text.")
    (folder / "d.jsonl").write_text('{"text": "one", "label": "a"}\n{"text": "two"}')
    return folder


@pytest.mark.parametrize(
    ("kinds", "names"), [(IMAGES, ["p"]), (TEXTS, ["d-0001", "d-0002", "t"]), (IMAGES | TEXTS, ["p"])]
)
def test_a_folder_gives_what_the_models_take(folder: Path, kinds: frozenset[Kind], names: list[str]) -> None:
    assert [sample.name for sample in find_inputs([folder], (), (), kinds).samples] == names


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        (IMAGES, "holds no image. Name images."),
        (TEXTS, "holds no text. Name texts."),
        (IMAGES | TEXTS, "holds no image and no text. Name images or texts."),
    ],
)
def test_an_empty_folder_is_said_for_what_was_wanted(tmp_path: Path, kinds: frozenset[Kind], words: str) -> None:
    with pytest.raises(InputError) as raised:
        find_inputs([tmp_path], kinds=kinds)
    assert str(raised.value) == f"{tmp_path} {words}"


def test_the_reason_why_nothing_was_found_is_the_error_and_no_notice_is(tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_bytes("n,m\n1,2\n".encode("utf-16"))
    with pytest.raises(InputError, match=r"d.csv has no column that is a text: n, m"):
        find_inputs([tmp_path / "d.csv"], kinds=TEXTS)
    with pytest.raises(InputError, match=r"gone.txt is not there"):
        find_inputs([tmp_path / "gone.txt"], kinds=TEXTS)


def test_samples_that_are_known_stay_and_get_the_reference_found_now(folder: Path, tmp_path: Path) -> None:
    with Session.create(tmp_path / "a.granview") as session:
        first = add_inputs(session, find_inputs([folder], kinds=TEXTS))
        (folder / "d.jsonl").write_text('{"text": "one", "label": "b"}\n{"text": "two", "label": "c"}')
        again = find_inputs([folder], (), session.samples(), TEXTS)
        assert [sample.name for sample in again.samples] == [sample.name for sample in first]
        add_inputs(session, again)
        known = {sample.name: sample.reference for sample in session.samples()}
    assert known["t"] is None
    assert [known[name] and known[name].text for name in ("d-0001", "d-0002")] == [
        TextReference(labels=("b",)),
        TextReference(labels=("c",)),
    ]


def test_a_record_that_has_changed_is_said_and_the_session_s_stays(folder: Path, tmp_path: Path) -> None:
    with Session.create(tmp_path / "a.granview") as session:
        add_inputs(session, find_inputs([folder], kinds=TEXTS))
        (folder / "d.jsonl").write_text(json.dumps({"text": "another"}))
        found = find_inputs([folder], (), session.samples(), TEXTS)
    (problem,) = (problem for problem in found.problems if "changed" in problem.error)
    assert isinstance(problem, Notice)
    assert problem.error.startswith("1 record has changed since")
    assert found.samples[0].text is not None
    assert found.samples[0].text.text == "one"


def test_chosen_columns_and_header_are_those_that_count(tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text("a,text\nb,no\n")
    roles = as_columns({"text": "a", "label": "text"})
    found = find_inputs([tmp_path / "d.csv"], kinds=TEXTS, columns=roles)
    assert [(sample.text and sample.text.text) for sample in found.samples] == ["b"]
    assert found.problems == ()
    found = find_inputs([tmp_path / "d.csv"], kinds=TEXTS, columns=ColumnRoles(text="column 2"), header=False)
    assert [(sample.text and sample.text.text) for sample in found.samples] == ["text", "no"]
    assert found.problems == ()


def test_a_table_without_a_chosen_column_ends_it_whatever_else_there_is(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("review,mood\nGood,x\n")
    (tmp_path / "b.csv").write_text("review,humor\nGood,x\n")
    with pytest.raises(InputError) as raised:
        find_inputs([tmp_path], kinds=TEXTS, columns=ColumnRoles(text="review", label="mood"))
    assert str(raised.value) == "b.csv has no column 'mood'. Its columns: 'review', 'humor'."


def test_what_was_chosen_for_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text("A text.")
    found = find_inputs([tmp_path], kinds=TEXTS, columns=ColumnRoles(text="review"), header=True)
    assert [problem.error for problem in found.problems] == [
        "Columns were chosen, but no input is a table with columns.",
        "A header was asked for, but no input is a CSV or TSV file.",
    ]


def test_pictures_that_a_table_names_come_with_their_parts_and_stay_what_they_are(folder: Path, tmp_path: Path) -> None:
    rows = [{"image": "p.png", "phrase": "left"}, {"image": "p.png", "phrase": "right"}, {"image": "gone.png"}]
    (folder / "pairs.jsonl").write_text("\n".join(map(json.dumps, rows)))

    found = find_inputs([folder / "pairs.jsonl"], kinds=IMAGES)

    assert [(s.kind, [part.role for part in s.parts]) for s in found.samples] == [("image", ["phrase"])] * 2
    assert [problem.error for problem in found.problems] == [
        "pairs.jsonl: its columns were guessed: 'image' as file, 'phrase' as phrase.",
        "pairs.jsonl: line 3 names gone.png, which is not there.",
    ]
    with Session.create(tmp_path / "s.granview") as session:
        add_inputs(session, found)
        again = find_inputs([folder / "pairs.jsonl"], known=session.samples(), kinds=IMAGES)
        assert add_inputs(session, again) == found.samples == tuple(session.samples())


def test_a_column_of_files_may_be_chosen(folder: Path) -> None:
    (folder / "pairs.csv").write_text("what,where\nleft,p.png\n")

    columns = ColumnRoles(file="where", phrase="what")
    found = find_inputs([folder / "pairs.csv"], kinds=IMAGES, columns=columns, header=True)

    assert [part.text.text for part in found.samples[0].parts if part.text] == ["left"]
    assert found.problems == ()
