import json
import multiprocessing
import time
from pathlib import Path
from typing import Any

import polars
import pytest

from granview.core.errors import InputError
from granview.core.file_names import UniqueNames
from granview.core.sample import Sample
from granview.core.text import DataSetNames, Message, Span, TextInput, TextReference
from granview.io.column_roles import ColumnRoles
from granview.io.datasets import parquet
from granview.io.datasets.preview import preview_data
from granview.io.datasets.sample_reader import read_samples
from granview.io.search_events import GuessedColumns, Notice, Problem, WrongColumns
from granview.io.text_references import TextReferenceFiles
from tests.helpers.bad_readers import crash, leave, read_in_little_memory


def read(path: Path, content: str | bytes | None = None, **options: Any) -> tuple[list[Sample], list[str]]:
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = list(read_samples(path, UniqueNames(), **options))
    samples = [item for item in found if isinstance(item, Sample)]
    return samples, [item.error for item in found if isinstance(item, Problem)]


def references(samples: list[Sample]) -> list[TextReference | None]:
    return [sample.reference.text if sample.reference else None for sample in samples]


def jsonl(*records: Any) -> str:
    return "\n".join(map(json.dumps, records))


def test_a_record_becomes_a_sample_with_its_place_and_what_is_known(tmp_path: Path) -> None:
    path = tmp_path / "films.jsonl"
    samples, problems = read(path, jsonl({"text": "Good ☺", "label": "pos", "grain": 2}, {"text": "Bad"}))
    assert problems == []
    first, second = samples
    assert (first.name, first.path, first.record, first.kind, first.size_bytes) == (
        "films-0001",
        str(path),
        0,
        "text",
        8,
    )
    assert first.text is not None
    assert first.text.text == "Good ☺"
    assert first.reference is not None
    assert (first.reference.path, first.reference.text) == (str(path), TextReference(labels=("pos",), grain=2.0))
    assert (second.name, second.origin, second.reference) == ("films-0002", f"{path}#1", None)


def test_names_come_from_identifiers_and_are_unique_and_safe(tmp_path: Path) -> None:
    records = [{"id": name, "text": "x"} for name in ("a/b", "a b", "A-b", 7, None, "\ud800")]
    samples, _ = read(tmp_path / "d.jsonl", jsonl(*records))
    assert [sample.name for sample in samples] == ["a-b", "a-b-2", "A-b-3", "7", "d-0005", "unnamed"]


def test_every_kind_of_reference_is_read(tmp_path: Path) -> None:
    samples, problems = read(
        tmp_path / "d.jsonl",
        jsonl(
            {"text": "Anna in Bonn", "entities": [{"start": 8, "end": 12, "label": "LOC"}]},
            {"text": "the sum of a and b", "target": "a + b", "cases": [{"variables": {"a": 1, "b": 2}, "value": 3}]},
        ),
    )
    assert problems == []
    entities, code = references(samples)
    assert entities == TextReference(entities=(Span(8, 12, "LOC"),))
    assert code is not None
    assert (code.targets, code.cases and code.cases[0].value) == (("a + b",), 3)


def test_pairs_and_questions(tmp_path: Path) -> None:
    (pair,), _ = read(tmp_path / "p.jsonl", jsonl({"premise": "It rains.", "hypothesis": "It is wet.", "label": 0}))
    assert pair.text is not None
    assert (pair.text.text, pair.text.pair) == ("It rains.", "It is wet.")
    answers = {"text": ["Bonn"], "answer_start": [0]}
    samples, problems = read(
        tmp_path / "q.jsonl",
        jsonl(
            {"context": "Bonn is old.", "question": "What is old?", "answers": answers},
            {"context": "Bonn is old.", "question": "Who?", "answers": {"text": [], "answer_start": []}},
        ),
    )
    assert problems == []
    assert samples[0].text is not None
    assert (samples[0].text.text, samples[0].text.question) == ("Bonn is old.", "What is old?")
    assert references(samples) == [TextReference(answers=("Bonn",)), TextReference(answers=())]


def test_doccano_s_labels_are_entities(tmp_path: Path) -> None:
    samples, _ = read(tmp_path / "d.jsonl", jsonl({"text": "Anna in Bonn", "label": [[0, 4, "PER"]]}))
    assert references(samples) == [TextReference(entities=(Span(0, 4, "PER"),))]


def test_a_reference_that_does_not_fit_is_said_and_left_out(tmp_path: Path) -> None:
    samples, problems = read(tmp_path / "d.jsonl", jsonl({"text": "Anna", "entities": [[0, 40, "PER"]]}))
    assert references(samples) == [None]
    assert problems == ["d.jsonl: line 1 has an entity from 0 to 40, but 4 characters, so it has no reference."]


def test_damaged_records_are_told_up_to_a_limit(tmp_path: Path) -> None:
    lines = ['{"text": "good"}'] + ["{"] * 30 + ['{"label": 1}', '{"text": "last"}']
    samples, problems = read(tmp_path / "d.jsonl", "\n".join(lines))
    assert [sample.name for sample in samples] == ["d-0001", "d-0033"]
    assert len(problems) == 21
    assert problems[0].startswith("d.jsonl: line 2 is not JSON")
    assert problems[-1] == "d.jsonl: 11 more lines with problems like these."


def test_what_is_left_out_for_a_limit_is_said(tmp_path: Path) -> None:
    content = jsonl(*({"text": str(i)} for i in range(5)))
    assert read(tmp_path / "d.jsonl", content, max_records=5)[1] == []
    samples, problems = read(tmp_path / "d.jsonl", max_records=3)
    assert len(samples) == 3
    assert problems == ["d.jsonl: only its first 3 records are taken, the limit for one file."]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "d.jsonl holds no record that can be used."),
        ('{"n": 3}', "d.jsonl has no column that is a text: n."),
        ('{"text": ""}', "d.jsonl: line 1 has no text."),
    ],
)
def test_a_file_without_texts_is_said(tmp_path: Path, content: str, words: str) -> None:
    samples, problems = read(tmp_path / "d.jsonl", content)
    assert samples == []
    assert words in problems


def test_words_about_lone_surrogates_can_be_shown(tmp_path: Path) -> None:
    for name, content in (
        ("a.jsonl", '{"\\ud800": 3}'),
        ("b.conll", "a O\n\n\ud800 no\n"),
        ("c.csv", "text,label\n\ud800,1,2\n"),
    ):
        _, problems = read(tmp_path / name, content.encode("utf-8", "surrogatepass"))
        assert problems
        "".join(problems).encode()


def test_a_guessed_encoding_is_a_notice(tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_bytes("text,label\nÜber Müller,1\n".encode("latin-1"))
    (notice,) = (item for item in read_samples(tmp_path / "d.csv", UniqueNames()) if isinstance(item, Problem))
    assert notice == Notice(tmp_path / "d.csv", "d.csv was read as Latin-1; it is not UTF-8.")


@pytest.mark.parametrize(
    ("file", "names"),
    [
        ("classes.txt", "# in order\nneg\npos\n"),
        ("labels.json", '["neg", "pos"]'),
        ("classes.json", '{"classes": [{"name": "neg"}, {"name": "pos"}]}'),
        ("labels.json", '{"1": "pos", "0": "neg"}'),
    ],
)
def test_numbers_get_their_names_from_a_file_beside(tmp_path: Path, file: str, names: str) -> None:
    (tmp_path / file).write_text(names)
    samples, problems = read(tmp_path / "d.csv", "text,label\na,0\nb,1\n")
    assert references(samples) == [TextReference(labels=("neg",)), TextReference(labels=("pos",))]
    assert problems == []


def test_numbers_that_count_from_1_are_said(tmp_path: Path) -> None:
    (tmp_path / "classes.txt").write_text("World\nSports\n")
    rows = "".join(f"{i % 2 + 1},Title {i},A longer description of thing {i}\n" for i in range(4))
    samples, problems = read(tmp_path / "d.csv", rows)
    assert references(samples) == [TextReference(labels=("World",)), TextReference(labels=("Sports",))] * 2
    assert problems == [
        "'column 1' counts classes from 1; their names are from classes.txt.",
        "d.csv: no row of names was found, so its first row is taken as content like the others.",
    ]


def test_names_beside_that_cannot_be_read_are_said(tmp_path: Path) -> None:
    (tmp_path / "classes.json").write_text("3")
    samples, problems = read(tmp_path / "d.csv", "text,label\na,0\n")
    assert references(samples) == [TextReference(labels=("0",))]
    assert problems == ["classes.json is not understood: it holds no list."]


def test_names_in_a_column_of_their_own_win(tmp_path: Path) -> None:
    (tmp_path / "classes.txt").write_text("x\ny\n")
    samples, _ = read(tmp_path / "d.jsonl", jsonl({"text": "a", "label": 1, "label_text": "positive"}))
    assert references(samples) == [TextReference(labels=("positive",))]


def test_parquet_with_the_names_that_it_keeps(tmp_path: Path) -> None:
    features = {
        "label": {"names": ["neg", "pos"], "_type": "ClassLabel"},
        "tokens": {"feature": {"dtype": "string", "_type": "Value"}, "_type": "Sequence"},
    }
    metadata = {"huggingface": json.dumps({"info": {"features": features}})}
    frame = polars.DataFrame({"text": ["a", "b", None], "label": [1, 0, 1], "tokens": [["a"], ["b"], []]})
    frame.write_parquet(tmp_path / "d.parquet", metadata=metadata)
    samples, problems = read(tmp_path / "d.parquet")
    assert references(samples) == [TextReference(labels=("pos",)), TextReference(labels=("neg",))]
    assert problems == ["d.parquet: row 3 has no text."]


def test_parquet_of_tokens_and_numbered_tags(tmp_path: Path) -> None:
    feature = {"feature": {"names": ["O", "B-LOC", "I-LOC"], "_type": "ClassLabel"}, "_type": "List"}
    metadata = {"huggingface": json.dumps({"info": {"features": {"ner_tags": feature}}})}
    frame = polars.DataFrame({"tokens": [["in", "New", "York"]], "ner_tags": [[0, 1, 2]]})
    frame.write_parquet(tmp_path / "a.parquet", metadata=metadata)
    samples, _ = read(tmp_path / "a.parquet")
    assert references(samples) == [TextReference(entities=(Span(3, 11, "LOC"),))]
    frame.write_parquet(tmp_path / "b.parquet")
    samples, problems = read(tmp_path / "b.parquet")
    assert references(samples) == [None]
    assert problems == ["b.parquet: row 1 has tags that are numbers without names, so it has no reference."]


def test_a_damaged_parquet_file_is_said(tmp_path: Path) -> None:
    polars.DataFrame({"text": ["a"]}).write_parquet(tmp_path / "d.parquet")
    data = (tmp_path / "d.parquet").read_bytes()
    for content in (data[:-20], b"", b"PAR1" + bytes(50)):
        samples, problems = read(tmp_path / "d.parquet", content)
        assert samples == []
        assert problems[0].startswith("d.parquet is no Parquet file, or damaged")


@pytest.mark.slow
@pytest.mark.parametrize("length", [10, 40_000_000])
def test_a_parquet_file_that_expands_beyond_the_limit_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, length: int
) -> None:
    path = tmp_path / "d.parquet"
    polars.DataFrame({"text": ["a"], "list": [[0] * length]}).write_parquet(path)
    assert path.stat().st_size < 100_000
    monkeypatch.setattr(parquet, "send_rows", read_in_little_memory)
    samples, problems = read(path)
    assert [sample.name for sample in samples] == (["d-0001"] if length == 10 else [])
    assert ("memory" in str(problems)) == (length > 10)


@pytest.mark.parametrize(
    ("reader", "words"),
    [
        (crash, "SIGABRT, as it does where a file needs more than 2.1 GB of memory"),
        (leave, "exit code 3"),
    ],
)
def test_a_file_that_ends_its_reader_s_process_costs_no_more_than_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: Any, words: str
) -> None:
    polars.DataFrame({"text": ["a"]}).write_parquet(tmp_path / "d.parquet")
    monkeypatch.setattr(parquet, "send_rows", reader)
    assert read(tmp_path / "d.parquet") == (
        [],
        [f"d.parquet is no Parquet file, or damaged: its reader ended with {words}."],
    )


def test_a_parquet_file_that_is_left_in_the_middle_leaves_no_process(tmp_path: Path) -> None:
    polars.DataFrame({"text": ["word " * 20] * 50_000}).write_parquet(tmp_path / "d.parquet")
    assert len(preview_data(tmp_path / "d.parquet", n_rows=5).rows) == 5
    assert multiprocessing.active_children() == []


def test_columns_of_bytes_are_left_out(tmp_path: Path) -> None:
    polars.DataFrame({"text": ["a"], "picture": [b"\x89PNG"]}).write_parquet(tmp_path / "d.parquet")
    assert preview_data(tmp_path / "d.parquet").columns == ("text",)


def test_conll_gives_texts_with_exact_entities(tmp_path: Path) -> None:
    samples, problems = read(tmp_path / "d.conll", "-DOCSTART- O\n\nAnna I-PER\nBerg I-PER\n旅行 O\nBonn I-LOC\n")
    assert problems == ["d.conll was read as IOB1, by its tags."]
    assert samples[0].text is not None
    assert samples[0].text.text == "Anna Berg 旅行 Bonn"
    assert references(samples) == [TextReference(entities=(Span(0, 9, "PER"), Span(13, 17, "LOC")))]


def test_the_user_s_choice_of_columns_wins(tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text("text,note,label\na,long note here,x\n")
    assert preview_data(tmp_path / "d.csv").columns == ("text", "note", "label")
    (sample,), _ = read(tmp_path / "d.csv", roles=ColumnRoles(text="note", target="text"))
    assert sample.text is not None
    assert sample.text.text == "long note here"
    assert references([sample]) == [TextReference(targets=("a",))]


def test_a_preview_is_short_and_says_what_must_be_said(tmp_path: Path) -> None:
    lines = "".join(f"Über Müller {i},1\n" for i in range(1000))
    (tmp_path / "d.csv").write_bytes(f"text,label\n{lines}".encode("latin-1"))
    preview = preview_data(tmp_path / "d.csv", n_rows=10)
    assert len(preview.rows) == 10
    assert preview.notices == ("d.csv was read as Latin-1; it is not UTF-8.",)
    (tmp_path / "a.txt").write_text("one text")
    with pytest.raises(InputError, match="one text, not a data set"):
        preview_data(tmp_path / "a.txt")


@pytest.mark.parametrize(("suffix", "n_rows"), [(".csv", 100_000), (".jsonl", 20_000), (".parquet", 20_000)])
def test_rows_by_the_hundred_thousand_take_seconds_and_the_first_comes_at_once(
    tmp_path: Path, suffix: str, n_rows: int
) -> None:
    path = tmp_path / f"d{suffix}"
    frame = polars.DataFrame({"id": range(n_rows), "text": ["A sentence, of some length."] * n_rows, "label": "pos"})
    write = {".jsonl": frame.write_ndjson, ".csv": frame.write_csv, ".parquet": frame.write_parquet}
    write[suffix](path)
    start = time.process_time()
    found = read_samples(path, UniqueNames())
    assert isinstance(next(found), GuessedColumns)
    assert isinstance(next(found), Sample)
    assert time.process_time() - start < 1
    assert sum(1 for _ in found) == n_rows - 1
    assert time.process_time() - start < 6e-5 * n_rows


@pytest.mark.parametrize(
    ("content", "roles", "doubts"),
    [
        ("text,label\na,x\nb,y\n", ColumnRoles(text="text", label="label"), ()),
        ("review,stars\na,1\nb,2\n", ColumnRoles(text="review", label="stars"), ("label",)),
        ("verbatim,n\nsome words,1\nother words,2\n", ColumnRoles(text="verbatim"), ("text",)),
    ],
)
def test_a_guess_is_told_with_its_doubts_and_a_choice_is_not(
    tmp_path: Path, content: str, roles: ColumnRoles, doubts: tuple[str, ...]
) -> None:
    path = tmp_path / "d.csv"
    path.write_text(content)
    told = [item for item in read_samples(path, UniqueNames()) if isinstance(item, GuessedColumns)]
    assert told == [GuessedColumns(path, roles, doubts)]
    assert not any(isinstance(item, GuessedColumns) for item in read_samples(path, UniqueNames(), roles))


def test_a_guess_is_told_without_what_other_files_replace(tmp_path: Path) -> None:
    path, labels = tmp_path / "d.csv", tmp_path / "d_labels.csv"
    path.write_text("review,stars\na,1\nb,2\n")
    labels.write_text("label\nx\ny\n")
    given = TextReferenceFiles()
    given.add(labels)
    told = [item for item in read_samples(path, UniqueNames(), None, given) if isinstance(item, GuessedColumns)]
    assert told == [GuessedColumns(path, ColumnRoles(text="review"))]


def test_a_chosen_column_that_is_not_there_is_the_only_thing_said(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    path.write_text("text,label\na,x\n")
    assert list(read_samples(path, UniqueNames(), ColumnRoles(text="text", label="mood"))) == [
        WrongColumns(path, "d.csv has no column 'mood'.", "Its columns: 'text', 'label'.")
    ]


def test_whether_the_first_row_is_names_reaches_samples_and_preview(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    path.write_text("text,label\na,x\n")
    roles = ColumnRoles(text="column 1")
    samples, problems = read(path, roles=roles, header=False)
    assert [sample.text and sample.text.text for sample in samples] == ["text", "a"]
    assert problems == []
    assert (preview_data(path).has_header, preview_data(path, header=False).has_header) == (True, False)
    path.write_text("a,x\nb,y\n")
    assert (preview_data(path).has_header, preview_data(path, header=True).has_header) == (False, True)
    assert preview_data(path, header=True).columns == ("a", "x")


def test_words_that_a_file_gives_are_those_of_its_texts(tmp_path: Path) -> None:
    conll, _ = read(tmp_path / "a.conll", "New York\tB-LOC\n!\tO\n\nO'Neill\tB-PER\n")
    assert [sample.text and sample.text.words for sample in conll] == [((0, 8), (9, 10)), ((0, 7),)]
    row = {"text": "New York !", "tokens": ["New York", "!"], "tags": ["B-LOC", "O"]}
    roles = ColumnRoles(text="text", tokens="tokens", tags="tags")
    both, _ = read(tmp_path / "b.jsonl", jsonl(row, {**row, "tokens": ["New"], "tags": ["O"]}), roles=roles)
    assert [sample.text and sample.text.words for sample in both] == [((0, 8), (9, 10)), None]


def test_words_that_a_reference_gives_are_those_of_the_texts_that_it_is_about(tmp_path: Path) -> None:
    known = TextReferenceFiles(is_pair=True)
    (tmp_path / "known.conll").write_text("Bonn\tB-LOC\n!\tO\n\nCologne\tB-LOC\n")
    known.add(tmp_path / "known.conll")
    samples, _ = read(tmp_path / "texts.csv", "text\nBonn !\nAachen\n", references=known)
    assert [sample.text and sample.text.words for sample in samples] == [((0, 4), (5, 6)), None]


def data_sets(samples: list[Sample]) -> set[DataSetNames]:
    return {sample.reference.data_set for sample in samples if sample.reference}


def test_every_record_knows_the_names_of_its_data_set(tmp_path: Path) -> None:
    labels, _ = read(tmp_path / "a.csv", "text,label\nx,pos\ny,neg\nz,pos\n")
    assert data_sets(labels) == {DataSetNames(("pos", "neg"))}
    tagged, _ = read(tmp_path / "b.conll", "Bonn\tB-LOC\n\nOtto\tB-PER\n!\tO\n")
    assert data_sets(tagged) == {DataSetNames(types=("LOC", "PER"))}
    spans, _ = read(tmp_path / "c.jsonl", jsonl({"text": "Bonn", "label": [[0, 4, "LOC"]]}, {"text": "x", "label": []}))
    assert data_sets(spans) == {DataSetNames(types=("LOC",))}


def test_names_that_a_data_set_declares_count_though_no_record_has_them(tmp_path: Path) -> None:
    (tmp_path / "classes.txt").write_text("neg\nneu\npos\n")
    samples, _ = read(tmp_path / "a.csv", "text,label\nx,2\ny,0\n")
    assert data_sets(samples) == {DataSetNames(("neg", "neu", "pos"))}


def test_a_column_of_too_many_names_is_no_label_set(tmp_path: Path) -> None:
    rows = "".join(f"text {n},name {n}\n" for n in range(1200))
    samples, _ = read(tmp_path / "a.csv", f"text,label\n{rows}", roles=ColumnRoles(text="text", label="label"))
    assert data_sets(samples) == {DataSetNames()}


def test_a_reference_given_apart_is_scored_in_its_own_label_set(tmp_path: Path) -> None:
    known = TextReferenceFiles(is_pair=True)
    (tmp_path / "known.csv").write_text("text,label\nx,pos\ny,neg\nz,mixed\n")
    known.add(tmp_path / "known.csv")
    samples, _ = read(tmp_path / "texts.csv", "text\nx\n", references=known)
    assert data_sets(samples) == {DataSetNames(("pos", "neg", "mixed"))}


def test_a_chat_is_a_text_with_its_history_and_the_assistant_s_answer_is_its_target(tmp_path: Path) -> None:
    said = [("system", "Be short."), ("user", "2 + 2?"), ("assistant", "4"), ("user", "And 3 + 3?")]
    chat = [{"role": role, "content": content} for role, content in said]
    answered = [*chat, {"role": "assistant", "content": "6"}]
    path = tmp_path / "chats.jsonl"
    samples, problems = read(path, jsonl({"messages": chat}, {"messages": answered}, {"messages": [chat[2]]}))
    assert [sample.text for sample in samples] == [TextInput.of_messages([Message.of(*each) for each in said])] * 2
    assert [message.role for message in samples[0].text.history] == ["system", "user", "assistant"]  # type: ignore[union-attr]
    assert references(samples) == [None, TextReference(targets=("6",))]
    assert problems == ["chats.jsonl: line 3 has messages that no user's message ends."]


def test_a_column_of_chats_is_one_only_where_its_values_are_messages(tmp_path: Path) -> None:
    samples, _ = read(tmp_path / "a.jsonl", jsonl({"prompt": "Go on.", "chat": None}, {"prompt": "Why?", "chat": None}))
    assert [sample.text.text for sample in samples if sample.text] == ["Go on.", "Why?"]
