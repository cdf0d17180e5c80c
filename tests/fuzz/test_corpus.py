"""A few damaged files of every kind through the front doors, as the fuzz takes thousands."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from tests.fuzz import doors
from tests.fuzz.json_mutations import JSON
from tests.fuzz.kinds import KINDS
from tests.fuzz.runner import laid_out
from tests.fuzz.seeds import Seed

MODELS = ("safetensors", "config", "tokenizer")
FILES = {**dict.fromkeys(KINDS, 20), **dict.fromkeys(MODELS, 6), "session": 10}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[Seed]]:
    home = tmp_path_factory.mktemp("whole")
    made: dict[str, list[Seed]] = {}

    def of(kind: str) -> list[Seed]:
        if kind not in made:
            (home / kind).mkdir()
            made[kind] = KINDS[kind].seeds(home / kind)
        return made[kind]

    return of


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    """What libraries warn of damaged files is said in their errors too, or is nothing to the user."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@pytest.mark.parametrize("kind", KINDS)
def test_damaged_files_are_read_or_told_in_words(kind: str, whole: Callable[[str], list[Seed]], tmp_path: Path) -> None:
    for n in range(FILES[kind]):
        rng = Random(f"suite {kind} {n}")
        seed = rng.choice(whole(kind))
        KINDS[kind].door(laid_out(tmp_path / str(n), seed, KINDS[kind].damaged(rng, seed.data)))


FOUND: dict[str, tuple[str, str, bytes]] = {
    "a WebP of 2^48 pixels": ("webp", "a.webp", b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + b"\xff" * 6),
    "a class of 5,000 digits": ("classes", "labels.json", b'{"' + b"9" * 5000 + b'": "a"}'),
    "a label of 5,000 digits": ("csv", "a.csv", b"text,label\n" + b"A text,1\n" * 9 + b"A text," + b"9" * 5000),
    "100,000 columns": ("csv", "a.csv", b"text," * 100_000 + b"\n1,2\n"),
    "brackets and nothing else": ("jsonl", "a.jsonl", b'{"text": ' + b"[" * 200_000),
    "an entity's offset of 5,000 digits": ("csv", "a.ann", b"T1\tX " + b"9" * 5000 + b" 1\ta"),
    "a directory of a TIFF that is its own next one": ("tiff", "a.tif", b"II*\0\x08\0\0\0\0\0\x08\0\0\0"),
    "classes that are one number": ("classes", "classes.json", b"1e400"),
    "a config in UTF-16": ("config", "config.json", '{"model_type": ["bert"]}'.encode("utf-16")),
    "a header of 2^63 bytes": ("safetensors", "model.safetensors", b"\0" * 7 + b"\x80{}"),
    "a tokenizer that is a list": ("tokenizer", "tokenizer.json", b"[1]"),
}


@pytest.mark.parametrize("name", FOUND)
def test_what_the_fuzz_once_found_is_told_in_words(
    name: str, whole: Callable[[str], list[Seed]], tmp_path: Path
) -> None:
    kind, file, data = FOUND[name]
    like = whole(kind)[0]
    KINDS[kind].door(laid_out(tmp_path / "found", Seed(file, data, like.beside), data))


def test_a_door_tells_an_error_that_is_not_in_words() -> None:
    with pytest.raises(doors.RawWords):
        doors.check_words("a.csv cannot be read: ValueError: invalid literal")
    with pytest.raises(KeyError):
        doors.told(lambda: {}["a"])


def test_whole_files_go_through_every_door(whole: Callable[[str], list[Seed]], tmp_path: Path) -> None:
    refused: list[str] = []
    for kind in ("bmp", "csv", "masks", "marks", "marked-lines", "conllu", "session", "config"):
        seed = whole(kind)[0]
        path = laid_out(tmp_path / kind, seed, seed.data)
        refused += doors.refusals(KINDS[kind].door, path)
    assert [words for words in refused if "in colour" not in words] == []


def test_damage_is_the_same_for_the_same_seed() -> None:
    for mutate in JSON:
        once, again = (mutate(Random("1"), b'{"a": [1, {"b": "c"}]}') for _ in range(2))
        assert once == again
