"""Every kind of fact has a sentence in every language, with the same numbers, which are those of the facts."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import msgspec
import pytest

from granview.core.slices import Condition, Slice
from granview.report.verdict.advice import RULES
from granview.report.verdict.caveat import Caveat, CaveatKind
from granview.report.verdict.chinese_places import AXES, TITLES
from granview.report.verdict.chinese_spacing import tidy
from granview.report.verdict.language import Language
from granview.report.verdict.languages import LANGUAGES
from granview.report.verdict.pair_facts import Advice, PairFacts
from granview.report.verdict.passage import passage_of
from granview.report.verdict.places import MAIN_COLUMNS
from granview.report.verdict.plain_text import plain_text
from granview.report.verdict.statement import Dimension, Statement, Subgroup
from granview.tasks.base import TASKS
from tests.helpers import verdict_facts as made

_NUMBER = re.compile(r"[−+]?\d+(?:,\d{3})*(?:\.\d+)?")
_NAMES = re.compile(r"Top-1|F1|Accuracy@1|U-Net")
ENGLISH, CHINESE = LANGUAGES["en"], LANGUAGES["zh"]
_CONSTANTS = {"95", "0", "1", "0.05", "6", "8", "24", "20", "100"}
"""The level of intervals, the ends of scores, the level of tests, how many samples are few, and what power misses."""


def numbers(text: str) -> Counter[str]:
    """The numbers in a text, each as often as it stands there; without those in names."""
    return Counter(_NUMBER.findall(_NAMES.sub("", text)))


@pytest.mark.parametrize("pair", made.every_pair(), ids=lambda pair: pair.advice.name)
def test_advice_is_whole_in_both_languages_and_has_the_same_numbers(pair: PairFacts) -> None:
    english, chinese = ENGLISH.advice(pair), CHINESE.advice(pair)
    assert english.endswith(".")
    assert chinese.endswith("。")
    assert numbers(english) == numbers(chinese)
    for text in (english, chinese):
        assert pair.larger in text
        assert pair.smaller in text
        assert "  " not in text
        assert "None" not in text
        assert "{" not in text


@pytest.mark.parametrize("pair", made.every_pair(), ids=lambda pair: pair.advice.name)
def test_the_whole_passage_has_the_same_numbers_in_both_languages(pair: PairFacts) -> None:
    verdict = made.facts(pair, caveats=tuple(made.every_caveat()))
    english, chinese = (plain_text(passage_of(verdict, language)) for language in (ENGLISH, CHINESE))
    assert numbers(english) == numbers(chinese)
    assert not re.search(r"[A-Za-z]{4,} [a-z]{3,} [a-z]{3,}", re.sub(r"It is too large\.", "", chinese))


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
def test_more_samples_are_asked_for_only_where_more_are_needed(language: Language) -> None:
    enough = replace(made.statement(0.013), needed=20)
    assert "131" not in language.advice(made.pair(enough))
    assert "20 " in language.advice(made.pair(enough))
    assert language.advice(made.pair(enough)) == language.advice(made.pair(replace(enough, needed=None)))


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
def test_lanes_that_are_the_same_over_all_have_no_interval_where_places_differ(language: Language) -> None:
    advice = language.advice(made.pair(made.same(), made.places_for(needs_larger=True, smaller_does=False)))
    assert "95" not in advice
    assert "24" in advice


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
def test_one_difference_on_every_sample_has_no_interval_without_width(language: Language) -> None:
    pair = made.pair(made.alike(), (made.alike(made.bucket(0, 2)),))
    for text in (language.advice(pair), language.over_all(pair, made.facts(pair)), language.place_line(pair.places[0])):
        assert not re.search("95 ?%", text)
        assert "0.250" in text
        assert "24" in text


def _values(tree: object) -> Iterator[float]:
    if isinstance(tree, dict):
        for value in tree.values():
            yield from _values(value)
    elif isinstance(tree, list | tuple):
        for value in tree:
            yield from _values(value)
    elif isinstance(tree, int | float) and not isinstance(tree, bool):
        yield float(tree)


def _facts_of(pair: PairFacts) -> list[float]:
    statements: list[Statement] = [*([pair.over_all] if pair.over_all else []), *pair.places]
    differences = [each.difference for each in statements if each.difference is not None]
    ratios = [fact.ratio for fact in pair.costs if fact.ratio is not None]
    in_units = [fact.larger / 1e6 for fact in pair.costs if fact.larger]
    in_units += [fact.smaller / 1e3 for fact in pair.costs if fact.smaller]
    return [abs(value) for value in (*_values(msgspec.to_builtins(pair)), *differences, *ratios, *in_units)]


@pytest.mark.parametrize("pair", made.every_pair(), ids=lambda pair: pair.advice.name)
@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
def test_every_number_of_a_passage_is_a_fact(pair: PairFacts, language: Language) -> None:
    verdict = made.facts(pair)
    known = [*_facts_of(pair), verdict.n_compared, verdict.resamples]
    for text in numbers(plain_text(passage_of(verdict, language))):
        if text in _CONSTANTS or text == "0.001":
            continue
        value = abs(float(text.replace("−", "-").replace(",", "")))
        digits = len(text.partition(".")[2])
        within = 0.5 * 10**-digits * 1.001
        is_rounded_up = any(fact <= value <= fact * 1.1 + 1 for fact in known if fact >= 100)
        assert is_rounded_up or any(abs(fact - value) <= within for fact in known), text


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
def test_costs_caveats_and_places_all_have_words(language: Language) -> None:
    pair = made.pair(made.OVER_ALL[RULES[6].over_all])
    lines = [language.cost(fact, pair) for fact in made.every_cost()]
    lines += [language.caveat(caveat) for caveat in made.every_caveat()]
    lines += [language.place(place) for place in made.every_place()]
    assert all(lines)
    assert len(set(lines)) == len(lines)
    assert not any(re.search(r"None|\{|  ", line) for line in lines)


def test_costs_and_caveats_have_the_same_numbers() -> None:
    pair = made.pair(made.OVER_ALL[RULES[6].over_all])
    for fact in made.every_cost():
        assert numbers(ENGLISH.cost(fact, pair)) == numbers(CHINESE.cost(fact, pair))
    for caveat in made.every_caveat():
        assert numbers(ENGLISH.caveat(caveat)) == numbers(CHINESE.caveat(caveat))


def test_one_and_many_are_told_apart() -> None:
    caveats = {each.kind: each for each in made.every_caveat()}
    marked = caveats[CaveatKind.MARKED]
    assert ENGLISH.caveat(marked).startswith("7 references are marked")
    from dataclasses import replace

    assert ENGLISH.caveat(replace(marked, n=1)).startswith("1 reference is marked")
    one = made.too_few(n=1)
    assert "1 sample was scored in both" in ENGLISH.advice(made.pair(one))
    assert "5 samples were scored in both" in ENGLISH.advice(made.pair(made.too_few()))


def test_places_are_named_as_a_reader_would() -> None:
    names = [ENGLISH.place(place) for place in made.every_place()]
    assert names == [
        "regions below 2 px",
        "regions of 2 to 64 px",
        "regions of 64 px or more",
        "regions of any size",
        "entities of 1 word",
        "nesting depth 0 to 2",
        "weight of the patient 40 to 80 kg",
        "the class crack",
        "the slice “dark”",
    ]
    assert [CHINESE.place(place) for place in made.every_place()] == [
        "尺寸小于 2 px 的区域",
        "尺寸 2–64 px 的区域",
        "尺寸 64 px 及以上的区域",
        "尺寸任意的区域",
        "长度 1 个词的实体",
        "嵌套深度 0–2 的样本",
        "Weight of the patient 40–80 kg 的单元",
        "类别 crack",
        "切片“dark”",
    ]


def test_a_sentence_leaves_out_measures_that_would_need_several_ranges() -> None:
    def thin(low: float, high: float) -> Subgroup:
        return Subgroup(Dimension.GRAIN, "Thinness", "region", bucket_slice("thinness", low, high), low, high)

    def bucket_slice(column: str, low: float, high: float) -> Slice:
        return Slice((Condition(column, low=low, high=high),))

    scattered = [made.statement(0.2, shown=True, place=thin(*ends)) for ends in ((1.5, 2.0), (4.0, 8.0))]
    size = made.statement(0.2, shown=True, place=made.bucket(2, 4))
    one = made.pair(made.statement(0.06, shown=True), (size, scattered[1]))
    several = made.pair(made.statement(0.06, shown=True), (size, *scattered))
    assert "regions of 2 to 4 px, and regions 4 to 8 times as long as wide." in ENGLISH.advice(one)
    assert ENGLISH.advice(several).endswith("It is needed for regions of 2 to 4 px.")


def test_one_negation_is_one() -> None:
    def negating(low: float, high: float) -> Subgroup:
        wanted = Slice((Condition("negations", low=low, high=high),))
        return Subgroup(Dimension.GRAIN, "Negations", "text", wanted, low, high, is_count=True)

    assert ENGLISH.place(negating(1, 2)) == "texts with 1 negation"
    assert ENGLISH.place(negating(0, 1)) == "texts with 0 negations"
    assert CHINESE.place(negating(1, 2)) == "含 1 个否定词的文本"


def test_neighbouring_buckets_are_one_range() -> None:
    larger = made.pair(made.statement(0.06, shown=True), made.places_for(needs_larger=True, smaller_does=True))
    assert "It is needed for regions of 2 to 8 px, and the class crack;" in ENGLISH.advice(larger)
    assert (
        "nano is better for the class sky and nano is enough (rare failures aside) for regions of 16 to 32 px."
        in ENGLISH.advice(larger)
    )
    assert "尺寸 2–8 px 的区域，以及类别 crack 需要它" in CHINESE.advice(larger)


@pytest.mark.parametrize("task", list(TASKS.all().values()), ids=lambda task: task.name)
def test_every_headline_and_axis_has_a_chinese_name(task: object) -> None:
    known = TASKS.get(task.name)  # type: ignore[attr-defined]
    titles = {column.name: column.title for column in known.columns}
    assert [titles[name] for name in known.headline if titles[name] not in TITLES] == []
    looked_into = (axis.title for axis in known.grain_axes if axis.column in MAIN_COLUMNS)
    assert [title for title in looked_into if title not in AXES] == []


MIXED = ("模型A", "小模型v2  b")
"""Lanes whose names the rules of spacing would change, were they text."""


@pytest.mark.parametrize("pair", made.every_pair(), ids=lambda pair: pair.advice.name)
@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
def test_names_of_lanes_stay_as_they_are_in_every_language(pair: PairFacts, language: Language) -> None:
    renamed = replace(pair, larger=MIXED[0], smaller=MIXED[1])
    plain = plain_text(passage_of(made.facts(pair), language))
    mixed = plain_text(passage_of(made.facts(renamed), language))
    n_larger, n_smaller = (len(re.findall(rf"\b{name}\b", plain, re.ASCII)) for name in (pair.larger, pair.smaller))
    assert (mixed.count(MIXED[0]), mixed.count(MIXED[1])) == (n_larger, n_smaller)


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
def test_names_of_classes_slices_and_files_stay_as_they_are_in_every_language(language: Language) -> None:
    slice_of = Subgroup(Dimension.SLICE, "夜间x2", "", Slice(name="夜间x2"), name="夜间x2")
    assert "裂纹A型" in language.place(made.of_class("裂纹A型"))
    assert "夜间x2" in language.place(slice_of)
    for caveat in made.every_caveat():
        text = language.caveat(replace(caveat, lane=MIXED[1], words="无法读取图1 ，见a.png"))
        assert ("小模型" in text) == (MIXED[1] in text)
        assert ("无法读取" in text) == ("无法读取图1 ，见a.png" in text)


def test_chinese_and_latin_stand_apart_by_one_space_but_not_beside_full_width_marks() -> None:
    assert tidy("类别 pit需要它 ， 见 图1 （如下）") == "类别 pit 需要它，见图 1（如下）"


def test_a_p_value_that_does_not_go_with_its_interval_is_said_to_be_corrected() -> None:
    """Beside an interval that excludes 0, p 0.40 would else be read as a contradiction."""
    lost = made.statement(0.1, place=made.bucket(2, 4))
    lost = replace(lost, low=0.02, high=0.18, p_value=0.03, corrected=0.4)
    assert lost.is_lost_to_correction
    assert ENGLISH.place_line(lost).replace("\u00a0", " ").endswith("; p 0.40 corrected (Holm))")
    assert "经 Holm 校正后" in CHINESE.place_line(lost)
    shown = made.statement(0.1, shown=True, place=made.bucket(2, 4))
    assert "corrected" not in ENGLISH.place_line(shown)


@pytest.mark.parametrize(("n", "is_open"), [(24, True), (148, True), (149, False)])
def test_enough_leaves_rare_failures_aside_until_there_are_samples_that_would_show_them(n: int, is_open: bool) -> None:
    """149 is where the bound on what no sample shows comes to the margin of 0.02."""
    measure = replace(made.MIOU, top=1.0)
    each = made.pair(made.statement(0.004, within=True, n=n, measure=measure))
    assert each.advice is Advice.ENOUGH
    assert ("nano is enough, rare failures aside: over all" in ENGLISH.advice(each)) == is_open
    assert ("（罕见失败除外）" in CHINESE.advice(each)) == is_open


def test_how_often_unseen_failures_may_be_is_told_in_both_languages() -> None:
    caveat = Caveat(CaveatKind.RARE, n=24, total=149)
    assert "on up to 12 % of others (Clopper–Pearson" in ENGLISH.caveat(caveat)
    for language in (ENGLISH, CHINESE):
        assert {"24", "12", "149"} <= set(numbers(language.caveat(caveat)))


def test_a_lane_that_failed_is_not_recommended_without_a_word() -> None:
    """The short form stands alone in the window's headline and on the command line."""
    failures = (Caveat(CaveatKind.FAILED, "nano", 12, 24, "It is too large."),)
    failing = replace(made.pair(made.statement(-0.06, shown=True)), failures=failures)
    assert ENGLISH.advice(failing).endswith(". But nano failed on 12 of 24 samples.")
    assert CHINESE.advice(failing).endswith("。但 nano 在 24 个样本中的 12 个上失败。")
    assert "failed" not in ENGLISH.advice(replace(failing, failures=()))


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
def test_one_statement_alone_is_corrected_for_nothing(language: Language) -> None:
    over_all = made.statement(0.15, shown=True)
    alone, more = (
        language.method(made.facts(made.pair(over_all, places)))
        for places in ((), (made.statement(0.2, place=made.bucket(8)),))
    )
    assert "Holm" in more["correction"]
    assert "Holm" not in alone["correction"]
    assert "1" not in alone["correction"]
    assert more["interval"] == alone["interval"]
