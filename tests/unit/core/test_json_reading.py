import codecs
import math
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

import granview
from granview.core.errors import InputError
from granview.core.json_reading import MAX_DEPTH, JsonError, decode_json, decode_large_json, parse_json


class Class(msgspec.Struct):
    name: str
    color: tuple[int, int, int] | None = None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_every_encoding_that_json_may_have_is_read(encoding: str) -> None:
    assert decode_json('{"name": "Straße 路"}'.encode(encoding), "a.json", kind=Class).name == "Straße 路"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "a.json is not JSON: expecting value at character 1."),
        (b'{"name":\n "a",,}', "a.json is not JSON: expecting property name enclosed in double quotes at line 2, char"),
        (b'{"name":\n "a\xe9"}', "a.json is not UTF-8 text: see byte 13, in line 2."),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x00", "a.json is not UTF-16 text: see byte"),
        (b"[" * 100_000, f"a.json nests lists and objects more than {MAX_DEPTH} deep."),
        (b'{"a":' * (MAX_DEPTH + 1) + b"1" + b"}" * (MAX_DEPTH + 1), "more than 100 deep"),
        (b'{"name": "a", "name": "b"}', "a.json has 'name' twice in one object."),
        (b'{"name": ' + b"9" * 5000 + b"}", "a.json holds a number that is too long."),
        (b'{"name": "a", "color": [1, 2, 99999999999999999999999]}', "a whole number of more than 64 bits"),
        (b"[]", "a.json is not understood: expected an object, got a list."),
        (b'{"name": "\\ud800"}', "a.json holds half a character, a lone surrogate: \\ud800."),
        (b'{"\\ud800": 1, "\\ud800": 2}', "a.json has '\\ud800' twice in one object."),
        (b'{"name": 5}', "a.json is not understood: expected text, got a whole number at name."),
        (b'{"name": "a", "color": [1, NaN, 2]}', "expected a whole number, got a number at color[1]."),
        (b'{"name": "a", "color": "red"}', "expected a list or null, got text at color."),
    ],
)
def test_what_is_wrong_is_said_with_its_place(data: bytes, words: str) -> None:
    with pytest.raises(InputError) as caught:
        decode_json(data, "a.json", kind=Class)
    assert words in caught.value.message
    assert caught.value.hint


def test_as_deep_as_allowed_is_read() -> None:
    assert parse_json("[" * MAX_DEPTH + "]" * MAX_DEPTH) is not None


def test_brackets_in_texts_are_not_depth() -> None:
    assert parse_json('"' + "[" * 10_000 + '"') == "[" * 10_000


def test_numbers_that_only_python_writes_are_read_as_numbers() -> None:
    value = decode_json(b"[NaN, Infinity]", "config.json", kind=list[float])
    assert math.isnan(value[0])
    assert value[1] == math.inf


def test_the_last_of_two_keys_counts_where_another_library_reads_it_so() -> None:
    assert decode_json(b'{"a": 1, "a": 2}', "config.json", kind=dict[str, Any], last_wins=True) == {"a": 2}


def test_a_second_value_is_told_by_its_line() -> None:
    with pytest.raises(JsonError) as caught:
        parse_json('{"a": 1}\n{"a": 2}')
    assert caught.value.extra_line == 2


def test_nobody_else_reads_json() -> None:
    """But for the reader of a session's cells and of a child's line, which are typed, and what was just written."""
    readers = {"core/json_reading.py", "store/cell_decoding.py", "store/queries.py", "report/explanations.py"}
    readers |= {"runtime/smoke_test.py"}
    package = Path(granview.__file__).parent
    calls = re.compile(r"json\.(load|decode|Decoder)")
    found = {path.relative_to(package).as_posix() for path in package.rglob("*.py") if calls.search(path.read_text())}
    assert found <= readers


def test_a_large_text_is_read_with_parts_left_as_they_are_written() -> None:
    class Held(msgspec.Struct):
        name: str
        rest: msgspec.Raw

    held = decode_large_json(b'\xef\xbb\xbf{"name": "x", "rest": [1, {"a": 2}]}', "big.json", "Mend it.", Held)

    assert (held.name, bytes(held.rest)) == ("x", b'[1, {"a": 2}]')


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'{"a":\n 1', "big.json is not JSON: it is damaged, cut off after byte 8, in line 2."),
        (b'{"a":\n\n ;1}', "big.json is not JSON: invalid character, damaged at byte 8, in line 3."),
        (b'{"a": NaN}', "big.json is not JSON: invalid character"),
        (b'{"a": "x"}', "big.json is not understood: expected a whole number, got text at ...."),
        (b"\xff", "big.json is not JSON"),
        (b"[" * 100_000, "big.json "),
    ],
)
def test_what_is_wrong_with_a_large_text_is_said(data: bytes, words: str) -> None:
    with pytest.raises(InputError) as caught:
        decode_large_json(data, "big.json", "Mend it.", dict[str, int])
    assert caught.value.message.startswith(words.rstrip("."))
