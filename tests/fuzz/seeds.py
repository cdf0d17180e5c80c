"""Whole files of every kind, small and made by code, of which the damaged ones are made."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

TASK = "task.txt"
NAMES = ("background", "road", "sky", "car", "person")


@dataclass(frozen=True)
class Seed:
    """A file to damage.

    Attributes:
        name: Its name; other files that belong to it are found by it.
        data: What is in it when it is whole.
        beside: A folder whose other files lie beside it; None for a file of its own.
    """

    name: str
    data: bytes
    beside: Path | None = None


def _pixels(*shape: int) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, shape).astype(np.uint8)


def _saved(image: Image.Image, form: str, **options: object) -> bytes:
    written = io.BytesIO()
    image.save(written, form, **options)
    return written.getvalue()


def _pictures(suffix: str, form: str, *images: tuple[Image.Image, dict[str, object]]) -> list[Seed]:
    return [Seed(f"{n}{suffix}", _saved(image, form, **options)) for n, (image, options) in enumerate(images)]


def _rgb() -> Image.Image:
    return Image.fromarray(_pixels(24, 32, 3))


def _grey16() -> Image.Image:
    return Image.fromarray(_pixels(24, 32).astype(np.uint16) * 200)


def _exif() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    return exif.tobytes()


def png(_: Path) -> list[Seed]:
    animated = {"save_all": True, "append_images": [_rgb()]}
    return _pictures(
        ".png", "PNG", (_rgb(), {"exif": _exif()}), (_rgb().convert("P"), {}), (_grey16(), {}),
        (_rgb().convert("RGBA"), {}), (_rgb().convert("1"), {}), (_rgb(), animated),
    )  # fmt: skip


def jpeg(_: Path) -> list[Seed]:
    return _pictures(
        ".jpg", "JPEG", (_rgb(), {"exif": _exif()}), (_rgb().convert("L"), {}), (_rgb(), {"progressive": True}),
        (_rgb().convert("CMYK"), {}),
    )  # fmt: skip


def webp(_: Path) -> list[Seed]:
    animated = {"save_all": True, "append_images": [_rgb()]}
    return _pictures(
        ".webp", "WEBP", (_rgb(), {}), (_rgb(), {"lossless": True, "exif": _exif()}), (_rgb().convert("RGBA"), {}),
        (_rgb(), animated),
    )  # fmt: skip


def tiff(_: Path) -> list[Seed]:
    real = Image.fromarray(_pixels(24, 32).astype(np.float32) / 255)
    pages = {"save_all": True, "append_images": [_rgb()]}
    return _pictures(
        ".tif", "TIFF", (_rgb(), {}), (_rgb(), {"compression": "tiff_lzw"}), (_grey16(), {}), (real, {}),
        (_rgb(), {"compression": "tiff_adobe_deflate"}), (_rgb().convert("1"), {"compression": "group4"}),
        (_rgb(), pages), (_rgb(), {"compression": "jpeg"}),
    )  # fmt: skip


def bmp(_: Path) -> list[Seed]:
    return _pictures(
        ".bmp", "BMP", (_rgb(), {}), (_rgb().convert("P"), {}), (_rgb().convert("L"), {}), (_rgb().convert("1"), {})
    )


def csv(_: Path) -> list[Seed]:
    rows = [
        ("id", "text", "label", "entities"),
        ("1", 'Good, "very" good', "positive", '[{"start": 0, "end": 4, "label": "X"}]'),
    ]
    rows += [(str(n), f"Text number {n}\nof two lines", ("positive", "negative")[n % 2], "") for n in range(2, 30)]

    def written(separator: str) -> bytes:
        cells = (('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
        return "\r\n".join(separator.join(row) for row in cells).encode()

    plain = b"text,label\n" + b"".join(b"A plain text %d,%d\n" % (n, n % 3) for n in range(20))
    return [
        Seed("a.csv", written(",")),
        Seed("b.tsv", written("\t")),
        Seed("c.csv", written(";")),
        Seed("d.csv", plain),
    ]


def jsonl(_: Path) -> list[Seed]:
    records = [
        {"id": "a", "text": "Good.", "label": "positive", "grain": 2},
        {"text": "Ada in Rome", "entities": [{"start": 0, "end": 3, "label": "PER"}, [7, 11, "LOC"]]},
        {"question": "Who?", "context": "It was Ada.", "answers": {"text": ["Ada"], "answer_start": [7]}},
        {"translation": {"en": "cat", "de": "Katze"}},
        {"text": "x + 1", "target": ["x+1"], "cases": [{"variables": {"x": 1}, "value": 2}]},
        {"tokens": ["Ada", "in", "Rome"], "ner_tags": [1, 0, 2], "text": "Ada in Rome"},
    ]
    lines = "\n".join(json.dumps(record) for record in records).encode()
    columns = json.dumps({"text": ["a", "b"], "label": [0, 1]}).encode()
    return [Seed("a.jsonl", lines), Seed("b.json", json.dumps(records).encode()), Seed("c.json", columns)]


def parquet(_: Path) -> list[Seed]:
    import polars

    n = 40
    frame = polars.DataFrame(
        {
            "text": [f"Text number {i}" for i in range(n)],
            "label": [i % 3 for i in range(n)],
            "score": [i / 7 for i in range(n)],
            "entities": [[{"start": 0, "end": 4, "label": "X"}]] * n,
            "picture": [b"\x00\x01"] * n,
        }
    )
    many = polars.DataFrame({"text": ["the same text again and again"] * 5_000, "label": ["a"] * 5_000})

    def written(table: polars.DataFrame, compression: str) -> bytes:
        target = io.BytesIO()
        table.write_parquet(target, compression=compression)
        return target.getvalue()

    bomb = polars.DataFrame({"text": ["a" * (50 << 20)]})
    plain = [Seed(f"{name}.parquet", written(frame, name)) for name in ("zstd", "snappy", "uncompressed")]
    return [*plain, Seed("many.parquet", written(many, "zstd")), Seed("bomb.parquet", written(bomb, "zstd"))]


def conll(_: Path) -> list[Seed]:
    sentence = b"-DOCSTART- -X- O O\n\nEU NNP I-NP B-ORG\nrejects VBZ I-VP O\nGerman JJ I-NP B-MISC\n. . O O\n\n"
    bare = b"Ada B-PER\nLovelace I-PER\nin O\nRome B-LOC\n\n" * 5
    tabs = "Zürich\tS-LOC\nist\tO\nsch\u00f6n\tO\n\n".encode() * 4
    comments = b"# id 1\n1\tAda\tB-PER\n2\tran\tO\n\n" * 3
    return [Seed("a.conll", sentence * 3), Seed("b.bio", bare), Seed("c.conll", tabs), Seed("d.conll", comments)]


def squad(_: Path) -> list[Seed]:
    answers = [{"text": "Rome", "answer_start": 11}]
    asked = [
        {"id": "1", "question": "Where?", "answers": answers},
        {"id": "2", "question": "Why?", "answers": [], "is_impossible": True},
    ]
    paragraphs = [{"context": "Ada was in Rome.", "qas": asked}]
    whole = {"version": "v2.0", "data": [{"title": "t", "paragraphs": paragraphs}] * 2}
    return [Seed("squad.json", json.dumps(whole).encode())]


def session(folder: Path) -> list[Seed]:
    from tests.helpers.explanations import QUERY, heat, words
    from tests.helpers.scored import scored_session
    from tests.helpers.scored_texts import mixed_session, review_session

    found = []
    for make in (scored_session, review_session, mixed_session):
        path = folder / f"{make.__name__}.granview"
        with make(path) as made:
            sample, lane = made.samples()[0].name, made.lanes()[0].name
            made.keep_explanation(sample, lane, QUERY, (heat((0, 1)) if make is scored_session else words()).packed())
        found.append(Seed(path.name, path.read_bytes()))
    return found


_MODELS = {
    "bert": "text-classification",
    "roberta": "token-classification",
    "t5": "text2text-generation",
    "segformer": "image-segmentation",
}


def _models(folder: Path) -> list[Path]:
    """Tiny models, each with its task in a file."""
    from tests.helpers.tiny_models import save_tiny
    from tests.helpers.tiny_text_models import save_tiny_text

    for kind, task in _MODELS.items():
        if kind == "segformer":
            save_tiny(kind, folder / kind)
        else:
            save_tiny_text(kind, task, folder / kind)
        (folder / kind / TASK).write_text(task)
    return [folder / kind for kind in _MODELS]


def _files_of_models(folder: Path, *names: str) -> list[Seed]:
    found = [(model, model / name) for model in _models(folder) for name in names if (model / name).is_file()]
    return [Seed(file.name, file.read_bytes(), model) for model, file in found]


def safetensors(folder: Path) -> list[Seed]:
    return _files_of_models(folder, "model.safetensors")


def config(folder: Path) -> list[Seed]:
    return _files_of_models(folder, "config.json", "config.json", "preprocessor_config.json", "generation_config.json")


def tokenizer(folder: Path) -> list[Seed]:
    return _files_of_models(folder, "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json")


def masks(folder: Path) -> list[Seed]:
    (folder / "masks").mkdir(exist_ok=True)
    entries = [{"name": name, "color": [40 * n, 0, 0]} for n, name in enumerate(NAMES)]
    (folder / "masks" / "classes.json").write_text(json.dumps(entries))
    index = _pixels(24, 32) % len(NAMES)
    palette = Image.fromarray(index)
    palette.putpalette([40 * n // 3 if n % 3 == 0 else 0 for n in range(15)])
    color = np.zeros((24, 32, 3), np.uint8)
    color[..., 0] = index * 40
    binary = Image.fromarray((index > 2).astype(np.uint8) * 255)
    images = (Image.fromarray(index), palette, Image.fromarray(color), binary, Image.fromarray(index.astype(np.uint16)))
    with_classes = [Seed(f"{n}.png", _saved(image, "PNG"), folder / "masks") for n, image in enumerate(images)]
    alone = [Seed(f"{n}.png", _saved(image, "PNG")) for n, image in enumerate(images)]
    return [*with_classes, *alone, Seed("5.tif", _saved(images[0], "TIFF")), Seed("6.bmp", _saved(images[1], "BMP"))]


def classes(folder: Path) -> list[Seed]:
    home = folder / "classes"
    home.mkdir(exist_ok=True)
    (home / "mask.png").write_bytes(_saved(Image.fromarray(_pixels(24, 32) % len(NAMES)), "PNG"))
    (home / "data.csv").write_bytes(b"text,label\n" + b"".join(b"A text %d,%d\n" % (n, n % 5) for n in range(20)))
    entries = [{"name": name, "color": [40 * n, 0, 0]} for n, name in enumerate(NAMES)]
    texts = (json.dumps(entries), json.dumps(NAMES), json.dumps({"classes": entries, "void": [1, 2, 3]}))
    listed = [Seed("classes.json", text.encode(), home) for text in texts]
    by_number = json.dumps({"id2label": {str(n): name for n, name in enumerate(NAMES)}})
    return [
        *listed,
        Seed("labels.json", by_number.encode(), home),
        Seed("classes.txt", "\n".join(NAMES).encode(), home),
    ]


Make = Callable[[Path], list[Seed]]
