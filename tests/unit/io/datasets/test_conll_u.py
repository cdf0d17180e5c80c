"""CoNLL-U, against conllu itself: parts of speech, entities in MISC, multiword tokens, empty nodes, damage."""

from pathlib import Path

import conllu

from granview.core.sample import Sample
from granview.io.column_roles import ColumnRoles
from granview.io.datasets.tag_schemes import entities_of
from granview.io.sample_search import find_samples
from granview.io.search_events import GuessedColumns, Notice, Problem, SearchEvent


def line(place: object, form: str, upos: str = "NOUN", xpos: str = "NN", misc: str = "_") -> str:
    return "\t".join((str(place), form, "_", upos, xpos, "_", "0", "root", "_", misc))


FRENCH = "\n".join(
    (
        "# sent_id = s1",
        "# text = Du pain, Été",
        line("1-2", "Du", "_", "_"),
        line(1, "De", "ADP", "IN"),
        line(2, "le", "DET", "DT"),
        line(3, "pain", misc="SpaceAfter=No"),
        line("3.1", "vide", "VERB"),
        line(4, "Été", "PROPN", "NNP"),
    )
)


def search(path: Path, text: str, **what: ColumnRoles) -> tuple[list[Sample], list[SearchEvent]]:
    path.write_text(text, encoding="utf-8")
    events = list(find_samples([path], **what))
    return [event for event in events if isinstance(event, Sample)], events


def test_parts_of_speech_are_those_that_conllu_reads(tmp_path: Path) -> None:
    (sample,), events = search(tmp_path / "fr.conllu", f"{FRENCH}\n\n")
    (theirs,) = conllu.parse(f"{FRENCH}\n\n")
    words = [token for token in theirs if isinstance(token["id"], int)]
    assert sample.name == "s1"
    assert sample.text is not None
    assert sample.text.text == "De le pain Été"
    assert sample.reference is not None
    assert sample.reference.text is not None
    tags = [f"I-{token['upos']}" for token in words]
    assert sample.reference.text.entities == entities_of(tags, [token["form"] for token in words])
    assert [event.error for event in events if isinstance(event, Notice)] == [
        "fr.conllu: 1 multiword token read as the words of which they are made.",
        "fr.conllu: 1 empty node left out: they stand for no word of the text.",
    ]


def test_xpos_can_be_chosen(tmp_path: Path) -> None:
    columns = ColumnRoles(tokens="tokens", tags="xpos")
    (sample,), _ = search(tmp_path / "fr.conllu", f"{FRENCH}\n\n", columns=columns)
    assert sample.reference is not None
    assert sample.reference.text is not None
    assert [span.label for span in sample.reference.text.entities or ()] == ["IN", "DT", "NN", "NNP"]


def test_entities_in_misc_go_before_parts_of_speech(tmp_path: Path) -> None:
    text = f"{line(1, 'Ada', misc='NER=B-PER')}\n{line(2, 'King', misc='NER=I-PER')}\n{line(3, 'ran', 'VERB')}\n\n"
    (sample,), events = search(tmp_path / "a.conllu", text)
    (guess,) = [event for event in events if isinstance(event, GuessedColumns)]
    assert guess.roles.tags == "ner"
    assert sample.reference is not None
    assert sample.reference.text is not None
    assert [(span.start, span.end, span.label) for span in sample.reference.text.entities or ()] == [(0, 8, "PER")]


def test_a_damaged_sentence_costs_itself_alone(tmp_path: Path) -> None:
    damaged = f"{line(1, 'a')}\n2\tb\tc\n"
    odd = line("x-y", "a")
    samples, events = search(tmp_path / "a.conllu", f"{line(1, 'a')}\n\n{damaged}\n{odd}\n\n{line(1, 'z')}\n\n")
    assert [sample.text.text for sample in samples if sample.text] == ["a", "z"]
    said = [event.error for event in events if type(event) is Problem]
    assert said[0] == "a.conllu: sentence 2 has 3 columns, not ten, in line 4."
    assert said[1].startswith("a.conllu: sentence 3 is no sentence of CoNLL-U")


def test_comments_alone_are_no_sentence(tmp_path: Path) -> None:
    samples, events = search(tmp_path / "a.conllu", "# newdoc\n\n# nothing\n")
    assert samples == []
    assert [event.error for event in events if type(event) is Problem] == ["a.conllu holds no sentences."]
