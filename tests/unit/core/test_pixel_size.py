"""Scale bars worked by hand."""

import pytest

from granview.core.pixel_size import PixelSize, length_in_words, scale_bar


@pytest.mark.parametrize(
    ("px_m", "scale", "most", "label", "length_px"),
    [
        (0.65e-6, 1.0, 160, "100 µm", 100 / 0.65),  # 160 px are 104 µm
        (0.65e-6, 2.0, 160, "50 µm", 2 * 50 / 0.65),  # twice as close: 52 µm
        (0.65e-6, 0.5, 160, "200 µm", 0.5 * 200 / 0.65),
        (0.65e-6, 64.0, 160, "1 µm", 64 / 0.65),  # 1.625 µm
        (10e-9, 1.0, 120, "1 µm", 100),
        (2e-9, 1.0, 120, "200 nm", 100),
        (0.5, 1.0, 120, "50 m", 100),
        (30.0, 1.0, 120, "2 km", 2000 / 30),  # Landsat
        (25.4e-3 / 300, 1.0, 130, "1 cm", 300 / 2.54),  # a scan of 300 per inch: 1.1 cm
        (1e-3, 1.0, 100, "10 cm", 100),  # exactly as long as there is room
    ],
)
def test_a_bar_has_the_longest_round_length_that_there_is_room_for(
    px_m: float, scale: float, most: float, label: str, length_px: float
) -> None:
    bar = scale_bar(px_m, scale, most)
    assert bar is not None
    assert bar.label == label
    assert bar.length_px == pytest.approx(length_px)
    assert most / 2.5 - 1e-6 <= bar.length_px <= most * (1 + 1e-6)


def test_there_is_no_bar_without_room() -> None:
    assert scale_bar(1e-6, 1.0, 0) is None
    assert scale_bar(1e-6, 0.0, 100) is None


def test_lengths_are_said_in_their_own_unit() -> None:
    lengths = (1e-9, 5e-7, 1e-6, 2e-4, 1e-3, 5e-3, 1e-2, 0.5, 1, 500, 1000, 5000)
    words = ["1 nm", "500 nm", "1 µm", "200 µm", "1 mm", "5 mm", "1 cm", "50 cm", "1 m", "500 m", "1 km", "5 km"]
    assert [length_in_words(length) for length in lengths] == words


def test_a_size_is_above_zero_and_turns_with_its_picture() -> None:
    assert PixelSize(1e-6, 2e-6, "TIFF").turned() == PixelSize(2e-6, 1e-6, "TIFF")
    for wrong in (0.0, -1.0, float("inf"), float("nan")):
        with pytest.raises(ValueError, match="a px of"):
            PixelSize(wrong, 1.0, "TIFF")
