import pytest

from granview.core.file_names import SampleNames, UniqueNames, safe_name, unique_name


def test_names_are_told_apart_whatever_their_case() -> None:
    assert unique_name("Scan", ["scan", "scan-2"]) == "Scan-3"


@pytest.mark.parametrize("wanted", ["../../etc/passwd", "a/b", "..", "", "\x00", "con:*?", "\ud800", "x" * 79 + ".y"])
def test_a_name_is_safe_as_a_file_name(wanted: str) -> None:
    name = safe_name(wanted)
    assert name
    assert not set(name) & set('/\\:*?"<>|\x00')
    assert name not in (".", "..")
    assert name[-1] not in ". "


@pytest.mark.parametrize(
    "wanted", ["CON", "nul.txt", "Aux", "com1", "LPT9.tar.gz", "com\u00b9", "nul.", "con ", "-prn-", "COM0"]
)
def test_names_of_devices_on_windows_are_not_given(wanted: str) -> None:
    assert safe_name(wanted).startswith("_")
    assert unique_name(wanted, [safe_name(wanted)]).endswith("-2")


@pytest.mark.parametrize("wanted", ["console", "com10", "nullable.txt", "a.con", "lpt", "\u540d\u524d", "a+b_c-d.e"])
def test_good_names_are_kept(wanted: str) -> None:
    assert safe_name(wanted) == wanted


def test_accents_are_composed_so_that_names_equal_on_a_mac_are_told_apart() -> None:
    assert safe_name("cafe\u0301") == "caf\u00e9"
    assert unique_name("cafe\u0301", ["CAF\u00c9"]) == "caf\u00e9-2"


@pytest.mark.parametrize("letter", ["x", "\u540d", "\U00020000"])
def test_a_long_name_leaves_room_within_what_file_systems_allow(letter: str) -> None:
    name = safe_name(letter * 500)
    assert set(name) == {letter}
    assert len(name) <= 80
    assert 100 < len(name.encode()) <= 160 or name == "x" * 80


class _Probed(set[str]):
    """Names that count how often one is looked up."""

    probes = 0

    def __contains__(self, name: object) -> bool:
        self.probes += 1
        return super().__contains__(name)


def test_each_name_costs_at_most_a_few_look_ups_however_many_share_a_stem() -> None:
    book = UniqueNames()
    book._taken = probed = _Probed()
    names = [book.claim(("Scan", "scan", "scan-2")[n % 3]) for n in range(3000)]
    assert len({name.casefold() for name in names}) == 3000
    assert probed.probes < 3 * 3000


def test_samples_keep_the_names_that_they_have() -> None:
    names = SampleNames()
    assert [names.claim("sam ple #1"), names.claim("Sam ple #1"), names.claim("a/b: ü?")] == [
        "sam ple #1",
        "Sam ple #1-2",
        "a/b: ü?",
    ]
    assert (names.claim(" two\nlines\t"), names.claim("\x1f"), len(names.claim("x" * 999))) == (
        "two lines",
        "unnamed",
        200,
    )
