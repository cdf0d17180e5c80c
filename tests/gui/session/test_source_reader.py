"""The file of the picture that is shown is read for its own values; how pictures are shown is kept in the session."""

from pathlib import Path

import numpy as np
import tifffile
from PIL import Image
from PySide6.QtCore import QPointF, QRect

from granview.core.image_params import ImageRange
from granview.gui.model.picture_tone import PLAIN, PictureTone, Tone
from granview.gui.paint.toned_picture import TonedPicture
from granview.gui.session.source_reader import histogram_of, read_picture_source
from granview.store.session import Session
from tests.gui.conftest import OpenBench

GENERATOR = np.random.default_rng(0)


def test_values_window_and_channel_are_those_of_the_file(open_window: OpenBench, tmp_path: Path) -> None:
    deep = GENERATOR.integers(100, 4000, (70, 90)).astype(np.uint16)
    tifffile.imwrite(tmp_path / "a.tif", deep, photometric="minisblack", resolution=(20000, 20000), resolutionunit=3)
    colours = GENERATOR.integers(0, 255, (50, 40, 3)).astype(np.uint8)
    Image.fromarray(colours).save(tmp_path / "b.png")
    bench = open_window(Session.create(tmp_path / "a.granview"))
    tone, samples = bench.work.services.viewports.get(PictureTone), bench.work.model.samples
    bench.drop(tmp_path / "a.tif", tmp_path / "b.png")
    loader = bench.work.services.loader
    bench.until(lambda: tone.source is not None and tone.source.path.endswith("a.tif"))
    assert tone.source is not None
    assert tone.source.pixel_size is not None
    assert tone.source.pixel_size.width_m == 0.5e-6
    assert tone.values_at(QPointF(12.7, 5.2), loader.content) == (deep[5, 12],)
    assert tone.values_at(QPointF(90, 5), loader.content) == ()
    assert tone.model_window == tone.window == ImageRange(0, 65535)

    tone.choose(Tone(ImageRange(120, 900), 2.0))
    toned = TonedPicture(loader.content, tone)
    image = toned.image(0, QRect(10, 20, 8, 6))
    expected = np.rint(255 * np.clip((deep[20:26, 10:18].astype(float) - 120) / 780, 0, 1) ** 0.5)
    found = [[image.pixelColor(x, y).red() for x in range(8)] for y in range(6)]
    assert np.array_equal(found, expected)

    bench.work.model.samples.step(1)
    bench.until(lambda: tone.source is not None and tone.source.path.endswith("b.png"))
    assert tone.source.is_as_shown
    assert tone.values_at(QPointF(3, 4), loader.content) == tuple(colours[4, 3].tolist())
    tone.choose(Tone(channel="G"))
    pixel = TonedPicture(loader.content, tone).image(0, QRect(3, 4, 1, 1)).pixelColor(0, 0)
    assert pixel.getRgb()[:3] == (colours[4, 3, 1],) * 3
    samples.step(-1)
    bench.until(lambda: tone.source is not None and tone.source.path.endswith("a.tif"))
    assert tone.channel == ""

    kept: list[Tone] = []
    document = bench.work.document
    bench.until(lambda: document.read(_kept, kept.append) and Tone(channel="G") in kept)


def _kept(session: Session) -> Tone:
    return session.get_view("picture-tone", Tone, PLAIN)


def test_histograms_count_what_is_a_number() -> None:
    values = np.array([0.0, 1.0, 1.0, 4.0, np.nan, np.inf])
    spread = histogram_of(values)
    assert spread.span == (0.0, 4.0)
    assert spread.counts.sum() == 4
    assert (spread.counts[0], spread.counts[64], spread.counts[255]) == (1, 2, 1)
    assert histogram_of(np.array([np.nan])).counts.sum() == 0


def test_percentiles_are_numpy_s_and_channels_apart(tmp_path: Path) -> None:
    values = GENERATOR.integers(0, 65535, (60, 50, 3)).astype(np.uint16)
    tifffile.imwrite(tmp_path / "a.tif", values, photometric="rgb")
    source = read_picture_source(str(tmp_path / "a.tif"), np.zeros((60, 50, 4), np.uint8))
    assert source.channels == ("R", "G", "B")
    for place, name in enumerate("RGB"):
        assert np.allclose(source.histograms[name].percentiles, np.percentile(values[..., place], (0.1, 1, 99, 99.9)))
    assert np.allclose(source.histograms[""].percentiles, np.percentile(values, (0.1, 1, 99, 99.9)))
