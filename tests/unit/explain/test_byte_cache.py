from granview.explain.byte_cache import ByteCache


def cache(limit: int, gone: list[str] | None = None) -> ByteCache[str, str]:
    return ByteCache(limit, len, (gone if gone is not None else []).append)


def test_what_was_used_longest_ago_goes_first() -> None:
    gone: list[str] = []
    values = cache(10, gone)
    values.put("a", "aaaa")
    values.put("b", "bbbb")
    assert values.get("a") == "aaaa"
    values.put("c", "cccc")
    assert gone == ["bbbb"]
    assert values.get("b") is None
    assert (len(values), values.nbytes()) == (2, 8)


def test_the_one_used_last_stays_however_large() -> None:
    gone: list[str] = []
    values = cache(3, gone)
    values.put("a", "aa")
    values.put("b", "bbbbbb")
    assert gone == ["aa"]
    assert values.get("b") == "bbbbbb"


def test_a_value_is_replaced_and_all_can_go() -> None:
    gone: list[str] = []
    values = cache(100, gone)
    values.put("a", "first")
    values.put("a", "second")
    assert gone == ["first"]
    values.put("b", "third")
    values.clear()
    assert sorted(gone) == ["first", "second", "third"]
    assert len(values) == 0


def test_values_that_grew_are_let_go_when_asked() -> None:
    gone: list[bytearray] = []
    values: ByteCache[str, bytearray] = ByteCache(10, len, gone.append)
    values.put("a", bytearray(4))
    values.put("b", growing := bytearray(4))
    growing.extend(bytes(5))
    values.shrink()
    assert [len(value) for value in gone] == [4]
