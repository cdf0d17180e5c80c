"""Windows cover their text, names are safe and told apart, label sets merge without a loss."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from granview.core.class_matching import match_classes
from granview.core.file_names import safe_name, unique_name
from granview.core.labels import LabelSet, normalized
from granview.core.palette import class_colors
from granview.export.safe_names import safe_names
from granview.io.datasets.tag_schemes import entities_of, join_tokens
from granview.models.texts.tokens import SPECIAL, Tokens
from granview.models.texts.windows import innermost, strided, truncated
from granview.scoring.label_space import joint_labels

NAMES = st.text(st.characters(exclude_categories=()), max_size=200)


@given(st.integers(1, 120), st.integers(8, 40), st.integers(0, 60))
def test_windows_cover_every_token_and_are_never_too_long(n: int, limit: int, stride: int) -> None:
    tokens = Tokens([1, *range(n), 2], [SPECIAL, *[0] * n, SPECIAL], [0] * (n + 2))
    windows = strided(tokens, 0, limit, stride)
    covered = np.unique(np.concatenate([window.indices(n + 2) for window in windows]))
    assert covered.tolist() == list(range(n + 2))
    assert all(len(window.indices(n + 2)) <= limit for window in windows)
    chosen, places = innermost(windows, n + 2)
    for token, (window, place) in enumerate(zip(chosen, places, strict=True)):
        assert windows[window].indices(n + 2)[place] == token


@given(st.integers(1, 120), st.integers(8, 40), st.booleans())
def test_a_shortened_text_keeps_one_end_and_the_special_tokens(n: int, limit: int, keep_end: bool) -> None:
    tokens = Tokens([1, *range(n), 2], [SPECIAL, *[0] * n, SPECIAL], [0] * (n + 2))
    kept = truncated(tokens, 0, limit, keep_end).indices(n + 2).tolist()
    assert len(kept) == min(limit, n + 2)
    assert (kept[0], kept[-1]) == (0, n + 1)
    assert (n if keep_end else 1) in kept


@given(NAMES)
def test_a_safe_name_is_a_file_name_and_stays_as_it_is(name: str) -> None:
    safe = safe_name(name)
    assert 0 < len(safe.encode()) <= 255
    assert not set(safe) & set('/\\:*?"<>|\0 ')
    assert safe not in (".", "..")
    assert safe_name(safe) == safe


@given(st.lists(NAMES, max_size=12, unique=True))
def test_names_of_files_are_told_apart_whatever_their_case(names: list[str]) -> None:
    files = safe_names(names)
    assert list(files) == names
    assert len({file.casefold() for file in files.values()}) == len(names)


@given(NAMES, st.lists(NAMES, max_size=8))
def test_a_unique_name_is_not_taken(wanted: str, taken: list[str]) -> None:
    assert unique_name(wanted, taken).casefold() not in {name.casefold() for name in taken}


def _label_set(names: list[str]) -> LabelSet:
    return LabelSet(tuple(names), class_colors(names))


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=6, unique=True), min_size=1, max_size=4))
def test_merged_label_sets_hold_every_class_once(sets: list[list[str]]) -> None:
    merged = joint_labels(map(_label_set, sets))
    assert sorted(merged.names) == sorted({name for names in sets for name in names})
    for names in sets:
        matched = match_classes(_label_set(names), merged).class_map
        assert [merged.names[target] for target in matched.targets if target is not None] == names


@given(st.lists(st.text(max_size=8), max_size=6, unique_by=normalized))
def test_a_label_set_matches_itself(names: list[str]) -> None:
    labels = _label_set(names)
    assert match_classes(labels, labels).class_map.targets == tuple(range(len(names)))


@given(st.lists(st.tuples(st.text("ab ", min_size=1, max_size=4), st.sampled_from(("O", "B-X", "I-X", "E-X", "S-Y")))))
def test_entities_lie_in_their_text_and_do_not_overlap(tagged: list[tuple[str, str]]) -> None:
    tokens, tags = [token for token, _ in tagged], [tag for _, tag in tagged]
    text, _ = join_tokens(tokens)
    spans = entities_of(tags, tokens)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
