import pytest

from granview.io.yaml_reading import MAX_DEPTH, YamlError, plain_yaml


def test_words_are_as_they_are_written() -> None:
    assert plain_yaml(b"names: [no, yes, 007, 1e3, ~, 2020-01-01]\nval:\n") == {
        "names": ["no", "yes", "007", "1e3", "~", "2020-01-01"],
        "val": "",
    }
    assert plain_yaml(b"names: {0: off, 1: on}") == {"names": {"0": "off", "1": "on"}}


@pytest.mark.parametrize("text", [b"[" * 100_000, b"a: " + b"[" * (MAX_DEPTH + 1), b"- " * 2000, b"? " * 2000])
def test_what_nests_too_deep_is_refused_and_does_not_end_the_process(text: bytes) -> None:
    with pytest.raises(YamlError):
        plain_yaml(text)


@pytest.mark.parametrize(("text", "line"), [(b"a: 1\nb: [c\n", 3), (b"a: 1\n\tb: 2\n", 2), (b"a: 1\n--- \nb: 2\n", 2)])
def test_what_is_no_yaml_is_refused_with_its_line(text: bytes, line: int) -> None:
    with pytest.raises(YamlError) as caught:
        plain_yaml(text)
    assert caught.value.line == line
