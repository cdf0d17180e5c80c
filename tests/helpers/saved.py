"""Saved predictions as tests need them: written by GranView's own export, described without decoding."""

from collections.abc import Mapping
from pathlib import Path

from granview.core.labels import LabelSet
from granview.core.prediction import Prediction
from granview.core.run_params import RunParams
from granview.core.sample import Sample
from granview.core.saved_reading import SavedReading
from granview.export.class_file import write_class_file
from granview.export.prediction_export import export_of, write_prediction
from granview.io.described_sample import DescribedSample
from granview.io.image_reader import read_frame
from granview.io.saved.matching import RecordIndex
from granview.io.saved.saved_prediction import SavedPrediction, SavedReader
from granview.io.saved.survey import open_saved


def described(sample: Sample) -> DescribedSample:
    """A sample as a worker describes it."""
    if sample.kind == "text":
        return DescribedSample(sample, text_input=sample.text)
    return DescribedSample(sample, read_frame(Path(sample.path)))


def export_lane(
    folder: Path, predictions: Mapping[str, Prediction], samples: Mapping[str, Sample], labels: LabelSet
) -> None:
    """Write predictions by sample name as an export writes those of a lane."""
    folder.mkdir(parents=True, exist_ok=True)
    if len(labels):
        write_class_file(folder / "classes.json", labels)
    for name, prediction in predictions.items():
        export = export_of(prediction)
        for suffix, also in ((export.suffix, ""), *((each, each) for each in export.also)):
            write_prediction(folder / f"{name}{suffix}", prediction, samples[name], labels, also)


def reader_of(folder: Path, task: str, **options: str) -> SavedReader:
    """The predictions of a folder."""
    return open_saved(folder, SavedReading.of(options), task)[2]


def read_for(sample: Sample, reader: SavedReader, params: RunParams | None = None) -> SavedPrediction:
    """The prediction of a sample."""
    about = described(sample)
    record = RecordIndex(reader).match(about)
    assert record is not None, f"no saved prediction for {sample.name}"
    return reader.read(record, about, params or RunParams())
