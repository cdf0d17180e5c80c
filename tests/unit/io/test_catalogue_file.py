import pytest

from granview.core.errors import InputError
from granview.io.catalogue_file import read_catalogue

GOOD = """# a comment
[[ladder]]
name = "one"
title = "One"
task = "fill-mask"
licence = "MIT"
languages = ["en"]
rungs = [
  { name = "small", source = "hf:org/small", params_m = 1.5 },
  { name = "large", source = "hf:org/large", params_m = 3.0, licence = "other", stored = "bfloat16" },
]

[[ladder]]
name = "two"
title = "Two"
task = "translation"
rungs = [
  { name = "only", source = "zoo:code-nano", params_m = 0.3 },
]
"""


@pytest.fixture
def read(tmp_path):
    def read_text(text):
        path = tmp_path / "catalogue.toml"
        path.write_text(text, "utf-8")
        return read_catalogue(path)

    return read_text


def test_a_rung_says_what_its_ladder_says_unless_it_says_otherwise(read):
    small, large = read(GOOD)[0].rungs
    assert (small.licence, small.languages, small.params, small.estimated_bytes) == (
        "MIT",
        ("en",),
        1_500_000,
        6_000_000,
    )
    assert (large.licence, large.languages, large.estimated_bytes) == ("other", ("en",), 6_000_000)
    assert (small.title, small.task, small.lane_name) == ("One · small", "fill-mask", "one-small")


@pytest.mark.parametrize(
    ("before", "after", "line", "words"),
    [
        ('title = "Two"', 'title = "Two', 15, "illegal character|unterminated|expected"),
        ("params_m = 3.0", "params_m = true", 10, "expected `float`, got `bool`"),
        ("params_m = 1.5", "params_m = -1", 9, r"expected `float` > 0"),
        ('source = "hf:org/large"', 'source = "org/large"', 10, "matching regex"),
        ('{ name = "only", ', "{ ", 18, "missing required field `name`"),
        ('task = "translation"', 'task = "translating"', 16, "there is no task 'translating'"),
        ('name = "two"', 'name = "one"', 14, "there is a ladder 'one' already"),
        ('name = "large"', 'name = "small"', 10, "the ladder has a rung 'small' already"),
        ('licence = "MIT"', 'license = "MIT"', 2, "unknown field `license`"),
        ('languages = ["en"]', 'languages = ["English!"]', 7, "matching regex"),
        ('stored = "bfloat16"', 'stored = "int3"', 10, "invalid enum value"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(before, after, line, words, read):
    assert GOOD.count(before) == 1
    with pytest.raises(InputError, match=rf"catalogue.toml, line {line}: .*(?:{words})"):
        read(GOOD.replace(before, after))


def test_a_file_that_ends_too_early_is_told(read):
    with pytest.raises(InputError, match=r"line \d+"):
        read(GOOD.rstrip("]\n"))


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        read_catalogue(tmp_path / "none.toml")


def test_a_file_that_is_not_utf_8_is_told(tmp_path):
    path = tmp_path / "catalogue.toml"
    path.write_bytes(GOOD.replace("One", "Ünö").encode("latin-1"))
    with pytest.raises(InputError, match="not UTF-8"):
        read_catalogue(path)
