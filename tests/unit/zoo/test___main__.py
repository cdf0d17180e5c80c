"""The zoo's command line: what is measured when all are asked for, and the table of distilled models."""

import sys
from pathlib import Path

import pytest
import torch

from granview.core.resources import resource_path
from granview.zoo.__main__ import main
from granview.zoo.branches import NAMES
from granview.zoo.distillation.comparison import comparison_lines


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    monkeypatch.setattr(sys, "argv", ["granview.zoo", *arguments])
    main()


def test_of_all_models_those_without_a_folder_are_named_and_not_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "evaluate", "all", "--out", str(tmp_path), "--threads", str(torch.get_num_threads()))
    lines = capsys.readouterr().out.splitlines()
    assert lines == [f"{name} has not been trained: python -m granview.zoo train {name}" for name in NAMES]


def test_distilled_models_are_printed_beside_the_plain_ones(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "distilled")
    assert capsys.readouterr().out == "\n".join(comparison_lines(resource_path("zoo"))) + "\n"
