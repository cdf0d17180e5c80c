"""What is taken of data sets, as the command line says it."""

from argparse import ArgumentParser
from pathlib import Path

from granview.cli.data_options import add_data_options, choices_of, unused_lines
from granview.io.data_set import DataSetChoice, DataSetChoices, Leftover
from granview.io.search_events import Notice, Problem
from tests.helpers.data_sets import write_mmsegmentation


def _choices(folder: Path, *arguments: str) -> DataSetChoices:
    parser = ArgumentParser()
    add_data_options(parser)
    return choices_of(parser.parse_args(arguments), [folder])


def test_names_hold_for_all_data_sets_or_for_that_in_a_folder(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_mmsegmentation(tmp_path / name, {"train": 1, "val": 1})
    assert _choices(tmp_path) == DataSetChoices()
    chosen = _choices(
        tmp_path, "--split", "val", "b=train", "b=val", "--reference-set", f"{tmp_path / 'a'}=class-masks"
    )
    assert chosen.of(tmp_path / "a") == DataSetChoice(("val",), ("class-masks",))
    assert chosen.of(tmp_path / "b") == DataSetChoice(("train", "val"))
    assert chosen.of(tmp_path / "c") == DataSetChoice(("val",))


def test_what_is_unused_is_summed_up_once() -> None:
    assert unused_lines([Notice(Path("/a"), "a is old.")]) == []
    left = Problem(Path("/a"), "…", unused=(Leftover("captions", 3, Path("/a"), "They are captions."),))
    assert unused_lines([left, left]) == ["Unused of what was given, for the reasons above: 6 captions."]
