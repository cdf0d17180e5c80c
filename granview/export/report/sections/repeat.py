"""How to run all of it again, and to make the report again."""

import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

from granview.core.lane import LaneSpec
from granview.core.run_params import RunParams
from granview.core.task_trait import traits_of
from granview.core.variant import Variant
from granview.export.report.document import Block, Command, Paragraph
from granview.export.report.source import ReportSource
from granview.export.report.words import Words

_MOST_FILES = 6


def repeat_section(source: ReportSource, words: Words) -> Iterator[Block]:
    """The commands."""
    lanes = [lane.spec for lane in source.contents.lanes]
    if lanes:
        yield Paragraph(words("repeat.run"))
        yield Command(_run_command(source, lanes))
        files = _files(source)
        if len(files) > _MOST_FILES:
            folders = list(dict.fromkeys(str(Path(file).parent) for file in files))
            yield Paragraph(words("repeat.more_files", n=f"{len(files):,}", folders=words.listed(folders)), "muted")
    yield Paragraph(words("repeat.report"))
    options = source.options
    command = ["granview", "report", source.session.path.name, "--out", "report.html"]
    command += ["--language", options.language] if options.language != "en" else []
    command += ["--against", options.against] if options.against else []
    command += ["--samples", str(options.n_examples)] if options.n_examples != type(options)().n_examples else []
    command += ["--title", options.title] if options.title else []
    prices = [f"{device}={price:g}" for device, price in options.prices.by_device.items()]
    command += ["--price-per-hour", *prices] if prices else []
    yield Command(shlex.join(command))


def _files(source: ReportSource) -> list[str]:
    return list(dict.fromkeys(sample.path for sample in source.contents.samples if sample.path))


def _run_command(source: ReportSource, lanes: Sequence[LaneSpec]) -> str:
    params = source.session.params()
    parts = ["granview run"]
    parts += [f"--model {shlex.quote(_model(spec))}" for spec in lanes]
    files = _files(source)
    parts.append("--input " + (shlex.join(files) if 0 < len(files) <= _MOST_FILES else "INPUTS"))
    references = list(
        dict.fromkeys(one.path for sample in source.contents.samples for one in sample.references if one.path)
    )
    if 0 < len(references) <= _MOST_FILES:
        parts.append("--reference " + shlex.join(references))
    elif references:
        parts.append("--reference " + shlex.join(dict.fromkeys(str(Path(each).parent) for each in references)))
    if params.class_edits:
        parts.append("--class-map " + shlex.join(f"{name}={to}" for name, to in params.class_edits.items()))
    if params.boundary_tolerance_px != type(params)().boundary_tolerance_px:
        parts.append(f"--boundary-tolerance {params.boundary_tolerance_px:g}")
    chosen = list(_chosen_params(params))
    if chosen:
        parts.append("--set " + shlex.join(chosen))
    parts += ["--confidence"] if params.confidence else []
    parts += ["--require-reference"] if params.require_reference else []
    parts.append("--out out/")
    return " \\\n    ".join(parts)


def _chosen_params(params: RunParams) -> Iterator[str]:
    """The parameters that tasks have of their own, as ``--set`` takes them."""
    for task, values in params.of_task.items():
        for name, value in values.items():
            param = traits_of(task).param(name)
            yield f"{task}.{name}={value if param is None else param.written(value)}"


def _model(spec: LaneSpec) -> str:
    options = [spec.model, f"task={spec.task}", f"name={spec.name}"]
    options += [f"variant={spec.variant}"] if spec.variant != Variant() else []
    options += [f"device={spec.device}"] if spec.device != "auto" else []
    options += [f"batch={spec.batch_size}"] if spec.batch_size != 1 else []
    options += [f"{name}={value}" for name, value in spec.reading.items()]
    return ",".join(options)
