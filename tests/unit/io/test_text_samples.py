"""Texts found among files and folders; typed texts; and their way through messages and the session."""

import json
from pathlib import Path

import msgspec
import pytest
from PIL import Image

from granview.core.resources import resource_path
from granview.core.sample import Sample
from granview.core.sample_kind import Kind
from granview.core.text import Span, TextReference
from granview.io.column_roles import ColumnRoles
from granview.io.sample_search import Problem, SearchProgress, find_samples
from granview.io.search_events import Notice
from granview.io.text_reader import read_text
from granview.io.text_samples import typed_sample
from granview.io.text_writer import write_text
from granview.store.session import Session

IMAGES: frozenset[Kind] = frozenset({"image"})
TEXTS: frozenset[Kind] = frozenset({"text"})
ODD = {
    "arabic": "مرحبا بالعالم",
    "mixed": "abc שלום def",
    "chinese": "你好，世界。𠀀",
    "emoji": "👩‍👩‍👧 🇩🇪 ❤️",
    "combining": "e\u0301 a\u0308\u0323",
    "nul": "before\0after\0\0",
    "surrogates": "lone \ud800 and \udfff here",
    "line ends": "a\r\nb\rc\n\u2028d\x85",
    "empty": "",
}


def write(folder: Path, **files: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_text(content, encoding="utf-8")


def picture(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (4, 4)).save(path)


def find(
    *inputs: Path, references: tuple[Path, ...] = (), kinds: frozenset[Kind] | None = None
) -> tuple[list[Sample], list[str]]:
    found = list(find_samples(inputs, references, kinds=kinds))
    return [item for item in found if isinstance(item, Sample)], [x.error for x in found if isinstance(x, Problem)]


def known(samples: list[Sample]) -> dict[str, TextReference | None]:
    return {sample.name: sample.reference.text if sample.reference else None for sample in samples}


def test_a_text_file_is_a_sample_whose_file_is_the_text(tmp_path: Path) -> None:
    write(tmp_path, a_txt="Hello", b_md="# Title")
    samples, problems = find(tmp_path / "a.txt", tmp_path / "b.md")
    assert problems == []
    assert samples[0] == Sample("a", str(tmp_path / "a.txt"), size_bytes=5, kind="text")
    assert samples[1].origin == str(tmp_path / "b.md")


def test_a_folder_without_images_gives_its_texts_and_data_sets(tmp_path: Path) -> None:
    write(tmp_path, a10_txt="x", a2_txt="x", b_jsonl='{"text": "one"}\n{"text": "two"}', README_md="about", c_bin="x")
    write(tmp_path / "sub", d_csv="text,label\na,b\n", classes_txt="a\nb")
    samples, problems = find(tmp_path)
    assert [sample.name for sample in samples] == ["a2", "a10", "b-0001", "b-0002", "d-0001"]
    assert problems == [f"2 files in {tmp_path.name} passed over: no texts (.bin, .md)."]


def test_beside_images_texts_are_about_them_unless_texts_are_searched_for(tmp_path: Path) -> None:
    write(tmp_path, notes_txt="x", list_csv="text,label\na,b\n")
    picture(tmp_path / "deep" / "p.png")
    assert [sample.filename for sample in find(tmp_path)[0]] == ["p.png"]
    assert [sample.filename for sample in find(tmp_path, kinds=IMAGES)[0]] == ["p.png"]
    samples, problems = find(tmp_path, kinds=TEXTS)
    assert [sample.filename for sample in samples] == ["list.csv #1", "notes.txt"]
    assert problems == ["1 file in deep passed over: no texts (.png)."]


def test_files_named_themselves_are_what_their_content_is(tmp_path: Path) -> None:
    write(tmp_path, program_py="print()\n", note="plain")
    picture(tmp_path / "p.png")
    (tmp_path / "p.png").rename(tmp_path / "picture")
    (tmp_path / "pdf.txt").write_bytes(b"%PDF-1.4 \n")
    (tmp_path / "data").write_bytes(bytes(range(256)))
    samples, problems = find(*(tmp_path / n for n in ("program.py", "note", "picture", "pdf.txt", "data", "gone.txt")))
    assert [(sample.name, sample.kind) for sample in samples] == [
        ("program", "text"),
        ("note", "text"),
        ("picture", "image"),
    ]
    assert problems == [
        "pdf.txt is not a text that is read here: it holds a PDF.",
        "data is neither an image nor a text that is read here: it holds data of an unknown kind.",
        "gone.txt is not there.",
    ]


def test_an_image_is_no_text(tmp_path: Path) -> None:
    picture(tmp_path / "p.png")
    assert find(tmp_path / "p.png", kinds=TEXTS) == (
        [],
        ["p.png is not a text that is read here: it holds a PNG image."],
    )


def test_a_gallery_of_texts_and_images(tmp_path: Path) -> None:
    write(
        tmp_path, s_jsonl='{"id": "s1", "text": "good", "label": "pos"}', t_txt="Long", r_txt="Short", not_txt="listed"
    )
    picture(tmp_path / "p.png")
    entries = [
        {"file": "s.jsonl", "task": "text-classification"},
        {"file": "t.txt", "reference": "r.txt", "task": "summarization"},
        {"file": "p.png"},
        {"file": "gone.txt"},
    ]
    (tmp_path / "gallery.json").write_text(json.dumps({"entries": entries}))
    samples, problems = find(tmp_path)
    assert [sample.name for sample in samples] == ["s1", "t", "p"]
    assert known(samples)["t"] == TextReference(targets=("Short",))
    assert problems == ["gone.txt is not there."]
    assert [sample.name for sample in find(tmp_path, kinds=TEXTS)[0]] == ["s1", "t"]
    assert find(tmp_path, kinds=IMAGES)[1] == []


def test_a_data_set_reports_progress_while_it_is_read(tmp_path: Path) -> None:
    write(tmp_path, d_jsonl='{"text": "x"}\n' * 1200)
    steps = [item for item in find_samples([tmp_path / "d.jsonl"]) if isinstance(item, SearchProgress)]
    assert [step.n_samples for step in steps] == [500, 1000]


def test_a_guessed_encoding_is_a_notice_and_no_failure(tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_bytes("text\nÜber Müller\n".encode("utf-16"))
    (notice,) = (item for item in find_samples([tmp_path / "d.csv"]) if isinstance(item, Problem))
    assert isinstance(notice, Notice)
    assert notice.error == "d.csv was read as UTF-16 LE, as its byte order mark says."


def test_references_of_records_match_by_identifier_else_by_row(tmp_path: Path) -> None:
    write(tmp_path / "i", d_jsonl='{"id": "a", "text": "x"}\n{"id": "b", "text": "y"}\n{"id": "c", "text": "z"}')
    write(tmp_path / "r", d_csv="id,label\nb,pos\na,neg\n", rows_jsonl='{"label": "1st"}\n{"label": "2nd"}')
    by_id, problems = find(tmp_path / "i", references=(tmp_path / "r" / "d.csv",))
    assert problems == []
    assert known(by_id) == {"a": TextReference(labels=("neg",)), "b": TextReference(labels=("pos",)), "c": None}
    by_row, _ = find(tmp_path / "i" / "d.jsonl", references=(tmp_path / "r" / "rows.jsonl",))
    assert known(by_row) == {"a": TextReference(labels=("1st",)), "b": TextReference(labels=("2nd",)), "c": None}
    assert by_row[0].reference is not None
    assert by_row[0].reference.path == str(tmp_path / "r" / "rows.jsonl")


def test_entities_given_apart_must_fit_the_text(tmp_path: Path) -> None:
    write(tmp_path / "i", d_csv="text,n\nAnna here,1\nBo,2\n")
    write(tmp_path / "r", d_jsonl='{"entities": [[0, 4, "PER"]]}\n{"entities": [[0, 4, "PER"]]}')
    samples, problems = find(tmp_path / "i", references=(tmp_path / "r",))
    assert list(known(samples).values()) == [TextReference(entities=(Span(0, 4, "PER"),)), None]
    assert problems == ["d.csv: line 3 has an entity from 0 to 4, but 2 characters in d.jsonl, so it has no reference."]


def test_references_of_texts_are_texts_annotations_or_rows(tmp_path: Path) -> None:
    write(tmp_path / "i", a_txt="A long text", b_txt="Anna in\nBonn", c_txt="Fine", d_txt="Alone")
    write(tmp_path / "r", a_txt="Short\n", b_ann="T1\tPER 0 4\tAnna\nT2\tLOC 8 12\tBonn\nR1\tin Arg1:T1 Arg2:T2\n")
    write(tmp_path / "r", labels_csv="id,label\nc,good\n")
    samples, problems = find(tmp_path / "i", references=(tmp_path / "r",))
    assert problems == ["b.ann: 1 relation left alone: entities alone are read."]
    assert known(samples) == {
        "a": TextReference(targets=("Short",)),
        "b": TextReference(entities=(Span(0, 4, "PER"), Span(8, 12, "LOC"))),
        "c": TextReference(labels=("good",)),
        "d": None,
    }


def test_an_annotation_that_does_not_fit_and_a_reference_of_nothing_are_said(tmp_path: Path) -> None:
    write(tmp_path / "i", a_txt="Anna")
    write(tmp_path / "r", a_ann="T1\tPER 0 9\tAnna here\n", z_txt="of nothing")
    samples, problems = find(tmp_path / "i", references=(tmp_path / "r",))
    assert known(samples) == {"a": None}
    assert problems == ["a.ann does not fit its text: T1\tPER 0 9\tAnna here.", "1 reference matches no input: z.txt."]


def test_annotations_beside_a_text_are_its_reference(tmp_path: Path) -> None:
    write(tmp_path, a_txt="Anna", a_ann="T1\tPER 0 4\tAnna\n")
    for given in (tmp_path, tmp_path / "a.txt"):
        samples, problems = find(given)
        assert known(samples) == {"a": TextReference(entities=(Span(0, 4, "PER"),))}
        assert problems == []


def test_one_file_for_one_file_is_its_reference_whatever_its_name(tmp_path: Path) -> None:
    write(tmp_path, a_txt="Long", other_txt="Short", d_csv="id,text\na,x\n", truth_csv="label\npos\n")
    samples, problems = find(tmp_path / "a.txt", references=(tmp_path / "other.txt",))
    assert known(samples) == {"a": TextReference(targets=("Short",))}
    assert problems == []
    samples, problems = find(tmp_path / "d.csv", references=(tmp_path / "truth.csv",))
    assert known(samples) == {"a": TextReference(labels=("pos",))}
    assert problems == []


def test_references_inside_the_input_folder_are_no_samples(tmp_path: Path) -> None:
    write(tmp_path, a_txt="Long")
    write(tmp_path / "truth", a_txt="Short")
    samples, _ = find(tmp_path, references=(tmp_path / "truth",))
    assert known(samples) == {"a": TextReference(targets=("Short",))}


def test_a_typed_text_is_named_after_its_first_words() -> None:
    sample = typed_sample("  Is this, really, a good film? I doubt it.", ("is-this-really-a",))
    assert (sample.name, sample.path, sample.kind, sample.origin) == (
        "Is-this-really-a-2", "", "text", "typed:Is-this-really-a-2",
    )  # fmt: skip
    assert typed_sample("…!", ()).name == "text"
    assert typed_sample("你好世界 mit " + "x" * 100, ()).name == "你好世界-mit-" + "x" * 23
    asked = typed_sample("Bonn is old.", (), question="What is old?")
    assert asked.name == "What-is-old"
    assert asked.text is not None
    assert (asked.text.text, asked.text.question, asked.size_bytes) == ("Bonn is old.", "What is old?", 24)


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_any_text_survives_files_messages_and_the_session(tmp_path: Path, text: str) -> None:
    write_text(tmp_path / "a.txt", text)
    assert read_text(tmp_path / "a.txt").text == text
    typed = typed_sample(text, (), pair=text)
    (tmp_path / "d.jsonl").write_text(json.dumps({"text": text or " ", "target": "x"}))
    (record,), problems = find(tmp_path / "d.jsonl")
    assert problems == []
    with Session.create(tmp_path / "s.granview") as session:
        session.add_samples([typed, record])
    with Session.open(tmp_path / "s.granview") as session:
        loaded = session.samples()
    assert list(loaded) == [typed, record]
    for sample, expected in zip(loaded, (text, text or " "), strict=True):
        sent = msgspec.msgpack.decode(msgspec.msgpack.encode(sample), type=Sample)
        assert sent.text is not None
        assert sent.text.text == expected


def test_the_program_s_own_gallery_of_texts_is_found_without_a_problem() -> None:
    folder = resource_path("gallery-text")
    entries = json.loads((folder / "gallery.json").read_text("utf-8"))["entries"]
    samples, problems = find(folder)
    assert problems == []
    assert {sample.path for sample in samples} == {str(folder / entry["file"]) for entry in entries}
    assert all(sample.reference is not None for sample in samples if sample.record is not None)


def test_what_encoding_a_text_was_read_in_is_said(tmp_path: Path) -> None:
    older, plain = tmp_path / "older.txt", tmp_path / "plain.txt"
    older.write_bytes("Das Café ist schön, die Größe stimmt.".encode("cp1252"))
    plain.write_text("Das Café ist schön.", encoding="utf-8")
    (notice,) = (item for item in find_samples([older]) if isinstance(item, Problem))
    assert isinstance(notice, Notice)
    assert notice.error.startswith("older.txt was read as Windows-125")
    assert not any(isinstance(item, Problem) for item in find_samples([plain]))


def test_columns_are_chosen_for_tables_alone(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x,text\nHello.,no\n")
    (tmp_path / "b.conll").write_text("Bonn B-LOC\n")
    (tmp_path / "c.txt").write_text("A text.")
    paths = [tmp_path / name for name in ("a.csv", "b.conll", "c.txt")]
    found = list(find_samples(paths, columns=ColumnRoles(text="x")))
    texts = [sample.text and sample.text.text for sample in found if isinstance(sample, Sample)]
    assert texts == ["Hello.", "Bonn", None]
    assert not any(isinstance(item, Problem) for item in found)
