"""What is understood of data is said before anything is loaded."""

from pathlib import Path

from granview.core.image_params import BINARY, MaskValues
from granview.io.data_set import DataSetChoice, DataSetChoices
from granview.io.data_survey import DataSurvey, n_taken, settled_choice, survey_data, survey_data_set
from granview.io.search_events import Problem
from tests.helpers.data_sets import write_mmsegmentation
from tests.helpers.images import noise, save


def _surveys(*paths: Path, choices: DataSetChoices | None = None) -> list[DataSurvey]:
    """What is known in the end of each."""
    events = [event for event in survey_data(paths, choices) if isinstance(event, DataSurvey)]
    return list({event.data_set.root: event for event in events if event.is_whole}.values())


def test_a_data_set_is_known_by_its_usual_split(tmp_path: Path) -> None:
    write_mmsegmentation(tmp_path / "a", {"train": 9, "val": 8}, left_over=2)
    (survey,) = _surveys(tmp_path / "a")
    assert survey.choice == DataSetChoice(("val",))
    assert survey.n_taken == 8
    assert [sample.name for sample in survey.first] == [f"val_{i}" for i in range(6)]
    assert survey.masks is not None
    assert survey.masks.total == 8
    assert survey.values == MaskValues()
    assert [(left.sort, left.n) for left in survey.leftovers] == [("masks", 2)]


def test_another_split_is_looked_at_where_it_is_chosen(tmp_path: Path) -> None:
    write_mmsegmentation(tmp_path, {"train": 3, "val": 2}, (0, 255))
    (survey,) = _surveys(tmp_path, choices=DataSetChoices(DataSetChoice(("train",))))
    assert [sample.name for sample in survey.first] == ["train_0", "train_1", "train_2"]
    assert survey.values == BINARY


def test_what_is_known_comes_piece_by_piece_and_ends_when_nobody_wants_it(tmp_path: Path) -> None:
    write_mmsegmentation(tmp_path, {"val": 8})
    events = [event for event in survey_data([tmp_path]) if isinstance(event, DataSurvey)]
    assert [len(event.first) for event in events] == [0, 6, 6, 6]
    assert [event.is_whole for event in events] == [False, False, False, True]
    assert not list(survey_data_set(events[0].data_set, DataSetChoice(), lambda: False))


def test_what_belongs_to_no_data_set_is_understood_by_its_names(tmp_path: Path) -> None:
    write_mmsegmentation(tmp_path / "set", {"val": 1})
    for name in ("x", "x_mask", "y"):
        save(tmp_path / f"{name}.png", noise()[..., 0] % 2 if name == "x_mask" else noise())
    (tmp_path / "classes.txt").write_text("background\ncell\n", encoding="utf-8")
    (tmp_path / "notes.xyz").write_text("…", encoding="utf-8")
    known, others = _surveys(tmp_path)
    assert known.data_set.layout == "mmsegmentation"
    assert (others.data_set.layout, others.data_set.title, others.data_set.n_inputs) == ("", "Images", 2)
    assert [(each.title, each.n) for each in others.data_set.references] == [("a mask", 1)]
    assert others.data_set.classes == ("background", "cell")
    assert [(left.sort, left.n) for left in others.leftovers] == [(".xyz files", 1)]
    assert [sample.name for sample in others.first] == ["x", "y"]


def test_texts_are_understood_too(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text,label\ngood,pos\nbad,neg\n", encoding="utf-8")
    (survey,) = _surveys(tmp_path)
    assert (survey.data_set.title, survey.data_set.n_inputs) == ("Texts", 2)
    assert survey.data_set.classes == ("pos", "neg")


def test_an_empty_folder_is_nothing(tmp_path: Path) -> None:
    assert not [event for event in survey_data([tmp_path]) if isinstance(event, DataSurvey | Problem)]


def test_a_choice_is_settled_on_what_there_is(tmp_path: Path) -> None:
    write_mmsegmentation(tmp_path, {"train": 3, "val": 2})
    known = _surveys(tmp_path)[0].data_set
    assert settled_choice(known, DataSetChoice(("dev", "train"), ("class-masks", "boxes"))) == DataSetChoice(
        ("train",), ("class-masks",)
    )
    assert settled_choice(known, DataSetChoice(("dev",))).splits == ("val",)
    assert n_taken(known, DataSetChoice(("train", "val"))) == 5
    assert n_taken(known, DataSetChoice(())) == 0
