from pathlib import Path

from granview.core.sample import Sample
from granview.io.sample_search import Problem, find_samples

IMAGES = frozenset({"image"})


def touch(top: Path, *names: str) -> None:
    for name in names:
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).touch()


def find(*inputs: Path, references: tuple[Path, ...] = ()) -> tuple[dict[str, str | None], list[str]]:
    found = list(find_samples(inputs, references, kinds=IMAGES))
    samples = [item for item in found if isinstance(item, Sample)]
    said = {Path(item.path).name: item.reference.record if item.reference else None for item in samples}
    return said, [item.error for item in found if isinstance(item, Problem)]


def test_pictures_of_a_folder_of_folders_have_its_names_as_classes(tmp_path: Path) -> None:
    touch(tmp_path, "first/cat/1.png", "first/dog/2.png", "second/cat/3.png", "second/dog/4.png")
    said, problems = find(tmp_path)
    assert said == {"1.png": "cat", "2.png": "dog", "3.png": "cat", "4.png": "dog"}
    assert sum("are taken for the classes" in words for words in problems) == 2


def test_of_folders_of_classes_in_splits_the_validation_split_is_taken(tmp_path: Path) -> None:
    touch(tmp_path, "val/cat/1.png", "val/dog/2.png", "train/cat/3.png", "train/dog/4.png")
    said, problems = find(tmp_path)
    assert said == {"1.png": "cat", "2.png": "dog"}
    assert sum("are taken for the classes" in words for words in problems) == 1


def test_a_table_beside_pictures_says_their_classes_and_is_no_file_passed_over(tmp_path: Path) -> None:
    touch(tmp_path, "a.png", "b.png", "other/c.png")
    (tmp_path / "labels.csv").write_text("image,label\na.png,cat\nb.png,dog\nc.png,dog\n")
    said, problems = find(tmp_path)
    assert said == {"a.png": "cat", "b.png": "dog", "c.png": "dog"}
    assert problems == []


def test_a_table_that_is_given_replaces_what_folders_say(tmp_path: Path) -> None:
    touch(tmp_path / "set", "cat/1.png", "dog/2.png")
    table = tmp_path / "truth.csv"
    table.write_text("image,label\n1.png,puma\n9.png,puma\n")
    said, problems = find(tmp_path / "set", references=(table,))
    assert said == {"1.png": "puma", "2.png": None}
    assert problems == ["1 row matches no picture in truth.csv: 9.png."]


def test_a_table_that_is_an_input_names_pictures_and_their_classes(tmp_path: Path) -> None:
    touch(tmp_path, "a.png", "b.png")
    (tmp_path / "set.csv").write_text("image,label\na.png,cat\nb.png,dog|ball\n")
    said, _ = find(tmp_path / "set.csv")
    assert said == {"a.png": "cat", "b.png": "dog, ball"}
