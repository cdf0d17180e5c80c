"""How much of what the layers below the window say is Chinese, by their source; what is not is here with its reason."""

import re
import time
from typing import Final

import pytest

from granview.gui.language.chinese.below.tables import BELOW
from granview.gui.language.chinese.lookup import in_chinese
from granview.gui.language.chinese.sentence_patterns import places
from tests.helpers.sentences_below import PACKAGES, Sentence, sentences_below

NEVER_SHOWN: Final = {
    "zoo/": "the training of embedded models is a program of its own",
    "report/column_descriptions.py": "columns of CSV files, for the command line; what the window shows is in PARAMS",
    "report/regressions/change_tables.py": "columns of CSV files",
    "report/session_tables/": "columns of CSV files",
    "report/verdict/english.py": "a language of verdicts beside chinese.py, which the Chinese window takes",
    "export/report/words/": "words of reports, each language in files of its own",
    "models/texts/batch_sharing.py": "a text that a model is tried on",
    "analysis/estimand.py": "where estimands are shown, for the guide",
}
"""Files, or folders, whose sentences do not come to the window in English, and why."""

COMPOSED: Final = {
    "{channels} needs {n}.": "the description of an exported network, told where it is written",
    "{what} {trouble}.": "JSON that is not as it should be, with the place in it",
    "{what} {damage}.": "JSON that is no JSON, with the place in it",
    "{needed}; {free}.": "an estimate of memory",
    "{what}: {name}.": "what a library says",
    "{words}; {free}.": "an estimate of room on a disk",
    "{name}: {strerror}.": "what the system says",
    "{name} has {which}.": "whole sentences are in the table, for one picture and for several",
    "{name} {trouble}.": "JSON that is no JSON",
    "{name}: {unit} {place} {words}.": "a line of a data set, with what is wrong with it",
    "{title}: {join}.": "a data set and what it holds",
    "{n} {n_2} no masks.": "whole sentences are in the table, for one picture and for several",
    "{title} {rstrip}.": "a row of a table, with what is wrong with it",
    "{title} {message}.": "tags of a sentence, with what is wrong with them",
    "{title} holds {shape} of {dtype}.": "an array, by its shape and type",
    "{name} {refusal}.": "a table of references that is refused",
    "{words} {numbers}.": "a config that asks for too much",
}
"""Sentences of hardly any words of their own: a pattern of them would match everything, so what they bring is shown."""

COLUMNS: Final = "_columns.py"
"""What columns are is put together of several texts; test_lookup holds it as it comes to the window."""

QUERIES: Final = ("SELECT ", "INSERT ", "DELETE ", "UPDATE ")
_LEFT_ENGLISH: Final = re.compile(r"(?:\b[a-z]{2,} ){2}[a-z]{2,}")
_BEFORE: Final = re.compile(r"^\{(?:message|error|what|words|by_index)\} (?=[A-Z])")
_COMMANDS: Final = re.compile(r"`[^`]*`|--[\w-]+ [\w=,-]+|granview runtime (?:install|list)[\w -]*")


def _is_shown(sentence: Sentence) -> bool:
    is_elsewhere = sentence.file.startswith(tuple(NEVER_SHOWN)) or sentence.file.endswith(COLUMNS)
    return not is_elsewhere and not sentence.text.startswith(QUERIES)


def _with_numbers(text: str) -> str:
    """A sentence with numbers in its places, without one that stands before it as a whole."""
    own = _BEFORE.sub("", text)
    numbers = {name: str(number) for number, name in enumerate(sorted(places(own)), 101)}
    return re.sub(r"\{(\w+)\}", lambda place: numbers[place[1]], own)


@pytest.mark.parametrize("package", PACKAGES)
def test_every_sentence_that_can_come_to_the_window_is_chinese(package: str) -> None:
    left = []
    for sentence in filter(_is_shown, sentences_below(package)):
        english = _with_numbers(sentence.text)
        chinese = in_chinese(english)
        if sentence.text not in COMPOSED and (chinese == english or _LEFT_ENGLISH.search(_COMMANDS.sub("", chinese))):
            left.append(f"{sentence.file}:{sentence.line} {sentence.text} → {chinese}")
    assert not left, "\n".join(left)


def test_what_is_excused_is_still_there() -> None:
    sentences = [sentence for package in PACKAGES for sentence in sentences_below(package)]
    texts = {sentence.text for sentence in sentences}
    assert set(COMPOSED) <= texts
    for start in NEVER_SHOWN:
        assert any(sentence.file.startswith(start) for sentence in sentences), start


def test_every_place_of_a_sentence_is_kept() -> None:
    """But for the endings of English words in the plural."""
    for english, chinese in BELOW.items():
        kept = {name for name in places(english) if f"{{{name}}}" in chinese}
        assert places(english) - kept <= {"bad_2", "count_2", "n_2"}, english
        assert places(chinese.replace("{{", "").replace("}}", "")) <= places(english), english


def test_a_message_and_its_hint_are_known_each_by_itself() -> None:
    said = "/a/s.granview is open elsewhere: another window or run holds it. Choose another folder."
    assert in_chinese(said) == "/a/s.granview 已在别处打开：被另一个窗口或运行占用。请选择其他文件夹。"
    assert in_chinese("s.granview is damaged, or not a session.") == "s.granview 已损坏，或不是会话。"
    assert in_chinese("/a b is a folder, not a file.") == "/a b 是文件夹，不是文件。"
    assert in_chinese("A library broke. Choose another folder.") == "A library broke. 请选择其他文件夹。"
    assert in_chinese("my.png is empty. masks/a b.png is empty.") == "my.png 是空的。masks/a b.png 是空的。"


def test_a_sentence_whose_place_holds_unknown_words_stays_english() -> None:
    said = "my.png cannot be shown: the decoder went away for good."
    assert in_chinese(said) == said
    assert in_chinese("/x cannot be removed: Permission denied.") == "/x 无法删除：没有权限。"
    assert in_chinese("/x cannot be removed: someone else has it.") == "/x 无法删除：someone else has it。"


def test_an_unknown_sentence_is_passed_in_little_time() -> None:
    """Under a millisecond each: twenty such sentences, the fastest of five rounds."""
    said = [f"the {n} brown foxes cannot be read: they do not stand still, and nobody knows why." for n in range(20)]
    rounds = []
    for _ in range(5):
        in_chinese.cache_clear()
        start = time.perf_counter()
        for each in said:
            in_chinese(each)
        rounds.append(time.perf_counter() - start)
    assert min(rounds) < 0.001 * len(said)
