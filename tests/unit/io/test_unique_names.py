from granview.io.unique_names import UniqueNames


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
