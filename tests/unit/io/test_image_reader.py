from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image, ImageOps

from granview.core.errors import InputError
from granview.core.image_params import ImageRange
from granview.io.image_reader import MAX_PIXELS, ImageInfo, probe, read_image
from tests.helpers.images import bmp_claiming, noise, png_claiming, save

LOSSLESS = (".png", ".tif", ".bmp", ".webp")


@pytest.mark.parametrize("suffix", LOSSLESS)
def test_a_lossless_format_gives_the_very_pixels(tmp_path: Path, suffix: str) -> None:
    decoded = read_image(save(tmp_path / f"x{suffix}"))
    np.testing.assert_array_equal(decoded.pixels, noise())
    assert decoded.notices == ()


def test_a_jpeg_gives_what_its_own_library_gives(tmp_path: Path) -> None:
    path = save(tmp_path / "x.jpg", quality=90)
    np.testing.assert_array_equal(read_image(path).pixels, np.asarray(Image.open(path)))


def test_pixels_can_be_written_and_are_contiguous(tmp_path: Path) -> None:
    pixels = read_image(save(tmp_path / "x.png")).pixels
    assert pixels.flags.writeable
    assert pixels.flags.c_contiguous
    assert pixels.dtype == np.uint8


def test_content_decides_and_not_the_name(tmp_path: Path) -> None:
    path = save(tmp_path / "x.png").rename(tmp_path / "x.jpg")
    assert probe(path).format == "PNG"
    np.testing.assert_array_equal(read_image(path).pixels, noise())


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp"])
def test_exif_orientation_is_applied(tmp_path: Path, suffix: str, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = save(tmp_path / f"x{suffix}", exif=exif)
    with Image.open(path) as image:
        expected = np.asarray(ImageOps.exif_transpose(image))
    np.testing.assert_array_equal(read_image(path).pixels, expected)
    assert (probe(path).height, probe(path).width) == expected.shape[:2]


def test_orientation_6_turns_the_left_column_to_the_top(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    path = save(tmp_path / "x.png", exif=exif)
    np.testing.assert_array_equal(read_image(path).pixels, np.rot90(noise(), -1))


def test_an_orientation_that_does_not_exist_is_ignored(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 9
    np.testing.assert_array_equal(read_image(save(tmp_path / "x.png", exif=exif)).pixels, noise())


@pytest.mark.parametrize("mode", ["1", "L", "P"])
@pytest.mark.parametrize("suffix", [".png", ".tif", ".bmp"])
def test_grey_and_palette_become_rgb(tmp_path: Path, mode: str, suffix: str) -> None:
    image = Image.fromarray(noise()).convert(mode)
    image.save(tmp_path / f"x{suffix}")
    np.testing.assert_array_equal(read_image(tmp_path / f"x{suffix}").pixels, np.asarray(image.convert("RGB")))


@pytest.mark.parametrize("suffix", [".png", ".tif", ".webp"])
def test_alpha_is_laid_over_white(tmp_path: Path, suffix: str) -> None:
    alpha = np.full((24, 32, 1), 255, np.uint8)
    alpha[:8], alpha[8:16] = 0, 128
    save(
        tmp_path / f"x{suffix}",
        np.concatenate([noise(), alpha], axis=2),
        **({"exact": True} if suffix == ".webp" else {}),
    )
    decoded = read_image(tmp_path / f"x{suffix}")
    assert (decoded.pixels[:8] == 255).all()
    half = (noise()[8:16].astype(float) * 128 + 255.0 * 127) / 255
    assert np.abs(decoded.pixels[8:16] - half).max() <= 1
    np.testing.assert_array_equal(decoded.pixels[16:], noise()[16:])
    assert "transparent" in decoded.notices[0]


def test_an_alpha_channel_that_hides_nothing_is_not_worth_a_notice(tmp_path: Path) -> None:
    rgba = np.dstack([noise(), np.full((24, 32), 255, np.uint8)])
    assert read_image(save(tmp_path / "x.png", rgba)).notices == ()


def test_grey_with_alpha(tmp_path: Path) -> None:
    grey = np.zeros((4, 4, 2), np.uint8)
    grey[:2, :, 1] = 255
    Image.fromarray(grey).save(tmp_path / "x.png")
    pixels = read_image(tmp_path / "x.png").pixels
    assert (pixels[:2] == 0).all()
    assert (pixels[2:] == 255).all()


def test_a_transparent_palette_entry_is_white(tmp_path: Path) -> None:
    image = Image.fromarray(np.array([[0, 1], [1, 0]], np.uint8))
    image.putpalette([10, 20, 30, 200, 0, 0])
    image.save(tmp_path / "x.png", transparency=0)
    decoded = read_image(tmp_path / "x.png")
    assert decoded.pixels.tolist() == [[[255] * 3, [200, 0, 0]], [[200, 0, 0], [255] * 3]]
    assert "transparent" in decoded.notices[0]


def test_a_palette_with_partial_transparency(tmp_path: Path) -> None:
    image = Image.fromarray(np.array([[0, 1]], np.uint8))
    image.putpalette([0, 0, 0, 200, 0, 0])
    image.save(tmp_path / "x.png", transparency=bytes([128, 255]))
    assert read_image(tmp_path / "x.png").pixels.tolist() == [[[127] * 3, [200, 0, 0]]]


def test_a_colour_that_is_declared_transparent_is_white(tmp_path: Path) -> None:
    pixels = np.array([[[1, 2, 3], [4, 5, 6]]], np.uint8)
    decoded = read_image(save(tmp_path / "x.png", pixels, transparency=(1, 2, 3)))
    assert decoded.pixels.tolist() == [[[255, 255, 255], [4, 5, 6]]]


@pytest.mark.parametrize("suffix", [".jpg", ".tif"])
def test_cmyk_inks_become_the_colours_they_print(tmp_path: Path, suffix: str) -> None:
    inks = np.zeros((16, 64, 4), np.uint8)
    for i, ink in enumerate([(255, 0, 0, 0), (0, 255, 0, 0), (0, 0, 0, 255), (0, 0, 0, 0)]):
        inks[:, 16 * i : 16 * i + 16] = ink
    Image.fromarray(inks, "CMYK").save(tmp_path / f"x{suffix}", **({"quality": 100} if suffix == ".jpg" else {}))
    pixels = read_image(tmp_path / f"x{suffix}").pixels.astype(int)
    for i, color in enumerate([(0, 255, 255), (255, 0, 255), (0, 0, 0), (255, 255, 255)]):
        assert np.abs(pixels[8, 16 * i + 8] - color).max() <= 4


@pytest.mark.parametrize(("top", "fits"), [(1000, "10 bits"), (4095, "12 bits"), (16000, "14 bits"), (65535, None)])
@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_16_bit_grey_keeps_its_full_range_whatever_a_picture_holds(
    tmp_path: Path, suffix: str, top: int, fits: str | None
) -> None:
    values = np.linspace(0, top, 24 * 32).round().astype(np.uint16).reshape(24, 32)
    Image.fromarray(values).save(tmp_path / f"x{suffix}")
    decoded = read_image(tmp_path / f"x{suffix}")
    for channel in range(3):
        np.testing.assert_array_equal(decoded.pixels[..., channel], np.rint(values / 65535 * 255))
    assert "from 0 to 65535 became 0 to 255" in decoded.notices[0]
    assert ("would fit" in decoded.notices[0]) == (fits is not None)
    assert (fits or "") in decoded.notices[0]
    assert probe(tmp_path / f"x{suffix}").bits == 16


def test_two_frames_of_one_camera_get_the_same_gain(tmp_path: Path) -> None:
    """A value means the same grey in a dim frame as in a bright one, in the range of the file and in a chosen one."""
    for name, top in (("dim.png", 3000), ("bright.png", 13000)):
        save(tmp_path / name, np.array([[0, 2000, top]], np.uint16))
    for image_range, grey in ((None, 8), (ImageRange(0, 16383), 31), (ImageRange(1000, 3000), 128)):
        frames = [read_image(tmp_path / name, image_range=image_range) for name in ("dim.png", "bright.png")]
        assert [int(frame.pixels[0, 1, 0]) for frame in frames] == [grey, grey]


def test_what_lies_outside_a_chosen_range_is_clipped_and_said(tmp_path: Path) -> None:
    save(tmp_path / "x.png", np.array([[50, 100, 1100, 2000]], np.uint16))
    decoded = read_image(tmp_path / "x.png", image_range=ImageRange(100, 1100))
    assert decoded.pixels[0, :, 0].tolist() == [0, 0, 255, 255]
    assert decoded.notices == (
        "Its 16-bit grey values from 100 to 1100 became 0 to 255, as set for all pictures. "
        "50 % of its pixels lie outside and were clipped.",
    )


def test_big_endian_16_bit_tiff(tmp_path: Path) -> None:
    values = np.array([[0, 4095], [2048, 1024]], np.uint16)
    Image.frombytes("I;16B", (2, 2), values.astype(">u2").tobytes()).save(tmp_path / "x.tif")
    assert read_image(tmp_path / "x.tif").pixels[..., 0].tolist() == [[0, 16], [8, 4]]


def test_16_bit_colour_keeps_the_upper_8_bits_and_says_so(tmp_path: Path) -> None:
    values = (noise().astype(np.uint16) << 8) + 77
    for name in ("x.png", "x.tif"):
        assert cv2.imwrite(str(tmp_path / name), values[..., ::-1])
        decoded = read_image(tmp_path / name)
        np.testing.assert_array_equal(decoded.pixels, noise())
        assert "16 bits" in decoded.notices[0]


def test_floating_point_from_0_to_1(tmp_path: Path) -> None:
    Image.fromarray(np.array([[0.0, 0.5, 1.0]], np.float32)).save(tmp_path / "x.tif")
    decoded = read_image(tmp_path / "x.tif")
    assert decoded.pixels[..., 0].tolist() == [[0, 128, 255]]
    assert "floating-point" in decoded.notices[0]


def test_other_floating_point_is_clipped_and_nan_is_black_and_both_are_said(tmp_path: Path) -> None:
    Image.fromarray(np.array([[-10.0, 0.5, 10.0, np.nan]], np.float32)).save(tmp_path / "x.tif")
    decoded = read_image(tmp_path / "x.tif")
    assert decoded.pixels[..., 0].tolist() == [[0, 128, 255, 0]]
    assert "50 % of its pixels lie outside and were clipped" in decoded.notices[0]
    assert "25 % of its pixels are no number" in decoded.notices[0]
    assert read_image(tmp_path / "x.tif", image_range=ImageRange(-10, 10)).pixels[0, 2, 0] == 255


@pytest.mark.parametrize(
    ("values", "image_range", "said"),
    [
        ([0.0, 0.5, 1.0], ImageRange(0, 4095), "became black, though its values differ"),
        ([2.0, 3.0], None, "became white, though its values differ"),
        ([500.25, 500.5], ImageRange(0, 1000), "became one grey, though its values differ"),
        ([np.nan, -4.0, -3.0], ImageRange(0, 1), "became black, though its values differ"),
        ([0.25, 0.25], ImageRange(0, 4095), ""),
        ([0.0, 4095.0], ImageRange(0, 4095), ""),
        ([np.nan, np.nan], None, ""),
        ([-np.inf, 0.5, np.inf], None, ""),
    ],
)
def test_a_picture_of_which_a_range_makes_one_grey_says_so(
    tmp_path: Path, values: list[float], image_range: ImageRange | None, said: str
) -> None:
    Image.fromarray(np.array([values], np.float32)).save(tmp_path / "x.tif")
    (notice,) = read_image(tmp_path / "x.tif", image_range=image_range).notices
    assert said in notice
    assert ("All of it became" in notice) == bool(said)


@pytest.mark.parametrize(
    ("dtype", "low", "high"),
    [(np.int16, -(2**15), 2**15 - 1), (np.int32, -(2**31), 2**31 - 1), (np.uint32, 0, 2**32 - 1)],
)
def test_integers_of_other_types_keep_their_full_range(tmp_path: Path, dtype: type, low: int, high: int) -> None:
    assert cv2.imwrite(str(tmp_path / "x.tif"), np.array([[low, high]], dtype))
    assert read_image(tmp_path / "x.tif").pixels[0, :, 0].tolist() == [0, 255]


def test_lab_is_refused_in_words(tmp_path: Path) -> None:
    Image.new("LAB", (4, 4)).save(tmp_path / "x.tif")
    with pytest.raises(InputError, match=r"x\.tif has the colour mode LAB") as caught:
        read_image(tmp_path / "x.tif")
    assert caught.value.hint == "Save it as RGB."


@pytest.mark.parametrize("suffix", [".tif", ".webp", ".png"])
def test_of_several_pages_the_first_is_read_and_it_is_said(tmp_path: Path, suffix: str) -> None:
    pages = [Image.fromarray(noise(seed=seed)) for seed in (0, 1, 2)]
    options = {"lossless": True} if suffix == ".webp" else {}
    pages[0].save(tmp_path / f"x{suffix}", save_all=True, append_images=pages[1:], **options)
    decoded = read_image(tmp_path / f"x{suffix}")
    np.testing.assert_array_equal(decoded.pixels, noise())
    what = "pages" if suffix == ".tif" else "frames"
    said = f"It holds 3 {what}; the first is read. To have the others too, save them as files of their own."
    assert decoded.notices == (said,)


def test_pages_are_counted_up_to_a_bound_in_big_files_and_in_chains_that_bite_their_tail(tmp_path: Path) -> None:
    page = Image.new("L", (1, 1))
    page.save(tmp_path / "many.tif", save_all=True, append_images=[page] * 1000)
    assert read_image(tmp_path / "many.tif").notices[0].startswith("It holds more than 1000 pages;")
    page.save(tmp_path / "big.tif", save_all=True, append_images=[page] * 4, big_tiff=True)
    assert read_image(tmp_path / "big.tif").notices[0].startswith("It holds 5 pages;")
    page.save(tmp_path / "ring.tif", save_all=True, append_images=[page])
    whole = bytearray((tmp_path / "ring.tif").read_bytes())
    first = int.from_bytes(whole[4:8], "little")
    second_at = first + 2 + 12 * int.from_bytes(whole[first : first + 2], "little")
    second = int.from_bytes(whole[second_at : second_at + 4], "little")
    next_at = second + 2 + 12 * int.from_bytes(whole[second : second + 2], "little")
    whole[next_at : next_at + 4] = whole[4:8]
    (tmp_path / "ring.tif").write_bytes(whole)
    assert read_image(tmp_path / "ring.tif").notices[0].startswith("It holds 2 pages;")


@pytest.mark.parametrize("compression", ["tiff_lzw", "tiff_adobe_deflate", "packbits"])
def test_compressed_tiff(tmp_path: Path, compression: str) -> None:
    path = save(tmp_path / "x.tif", compression=compression)
    np.testing.assert_array_equal(read_image(path).pixels, noise())


def test_an_image_of_several_bands_has_no_seams(tmp_path: Path) -> None:
    pixels = noise(2300, 2000)
    exif = Image.Exif()
    exif[0x0112] = 8
    path = save(tmp_path / "x.bmp", pixels)
    np.testing.assert_array_equal(read_image(path).pixels, pixels)
    path = save(tmp_path / "x.jpg", pixels, exif=exif)
    with Image.open(path) as image:
        np.testing.assert_array_equal(read_image(path).pixels, np.asarray(ImageOps.exif_transpose(image)))


def test_probe_reads_the_header_alone(tmp_path: Path) -> None:
    path = save(tmp_path / "x.png")
    path.write_bytes(path.read_bytes()[:60])
    assert probe(path) == ImageInfo(32, 24, "PNG", "RGB", 8)


@pytest.mark.parametrize("claim", [png_claiming, bmp_claiming])
def test_a_bomb_is_refused_by_its_header(tmp_path: Path, claim: Callable[[int, int], bytes]) -> None:
    (tmp_path / "bomb.png").write_bytes(claim(50_000, 50_000))
    for read in (probe, read_image):
        with pytest.raises(
            InputError, match=r"bomb\.png claims 50000 x 50000 pixels, more than the limit of 200 megap"
        ):
            read(tmp_path / "bomb.png")


def test_a_lower_limit_can_be_asked_for(tmp_path: Path) -> None:
    path = save(tmp_path / "x.png")
    assert read_image(path, max_pixels=24 * 32).pixels.shape == (24, 32, 3)
    with pytest.raises(InputError, match="more than the limit"):
        read_image(path, max_pixels=24 * 32 - 1)


def test_the_limit_is_the_only_one(tmp_path: Path) -> None:
    """More pixels than Pillow warns of, in a format for which it warns while decoding."""
    Image.new("1", (10_000, 9_500)).save(tmp_path / "x.tif", compression="group4")
    assert probe(tmp_path / "x.tif").width * 9_500 < MAX_PIXELS
    assert read_image(tmp_path / "x.tif").pixels.shape == (9_500, 10_000, 3)


def test_a_watch_can_abandon_the_reading(tmp_path: Path) -> None:
    class EnoughError(Exception):
        pass

    calls = []

    def watch() -> None:
        calls.append(1)
        if len(calls) > 3:
            raise EnoughError

    path = save(tmp_path / "x.png", np.random.default_rng(0).integers(0, 256, (900, 900, 3), dtype=np.uint8))
    with pytest.raises(EnoughError):
        read_image(path, watch=watch)


def test_a_png_may_keep_its_orientation_behind_its_pixels(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    path = save(tmp_path / "x.png", exif=exif)
    data = path.read_bytes()
    start = data.index(b"eXIf") - 4
    length = 12 + int.from_bytes(data[start : start + 4], "big")
    chunk = data[start : start + length]
    rest = data[:start] + data[start + length :]
    path.write_bytes(rest[:-12] + chunk + rest[-12:])
    np.testing.assert_array_equal(read_image(path).pixels, np.rot90(noise(), -1))
