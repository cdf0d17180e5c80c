import re

from granview.io.catalogue_file import read_catalogue
from granview.report.verdict.chinese_families import family_name

_WORDS = re.compile(r"\b(?:built|in|distilled|and|to|for|with|English|Chinese|multilingual|news|metres|sentiment)\b")


def test_every_family_of_the_catalogue_is_described_in_chinese() -> None:
    named = [family_name(ladder.title) for ladder in read_catalogue()]
    assert [name for name in named if _WORDS.search(name)] == []


def test_names_stay() -> None:
    assert family_name("U-Net (built in)") == "U-Net（内置）"
    assert family_name("BART for expressions, distilled (built in)") == "BART（表达式，蒸馏版，内置）"
    assert family_name("cats and dogs") == "cats and dogs"
    assert family_name("a (b), c (d)") == "a (b), c (d)"
