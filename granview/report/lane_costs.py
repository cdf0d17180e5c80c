"""What lanes cost, in quantities that can stand on an axis, and in money."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from granview.core.errors import ArgumentError
from granview.report.results import Row

MONEY: Final = "money_per_million"
ENERGY: Final = "energy_j_per_thousand"

QUANTITIES: Final[Mapping[str, str]] = {
    "forward_ms_p50": "ms",
    "peak_rss_mb": "MB",
    "peak_cuda_mb": "MB",
    "params": "",
    "flops": "",
    ENERGY: "J",
    MONEY: "",
    "first_token_ms_p50": "ms",
}
"""Costs by which lanes are set against their quality, with their units; money is in that of the price."""

_PER_MILLION: Final = 1_000_000
_S_PER_HOUR: Final = 3_600
_ENERGY_OF: Final = 1_000


@dataclass(frozen=True)
class HourlyPrices:
    """What an hour of a device costs, in any currency.

    Attributes:
        by_device: By ``cpu`` or ``cuda``, above 0; devices without a price lack.
    """

    by_device: Mapping[str, float]

    def of(self, device: str) -> float | None:
        """The price of an hour of a device, such as ``cuda:0``; None where it is not known."""
        return self.by_device.get(device.partition(":")[0]) or None


NO_PRICES: Final = HourlyPrices({})


def read_prices(words: Sequence[str]) -> HourlyPrices:
    """Prices as they are typed: one number for every device, or ``cpu=0.1`` and ``cuda=2.5``.

    Raises:
        ArgumentError: that is no price.
    """
    prices: dict[str, float] = {}
    for word in words:
        device, sign, number = word.rpartition("=")
        try:
            price = float(number)
        except ValueError:
            price = 0.0
        if not 0 < price < float("inf") or (bool(sign) and device not in ("cpu", "cuda")):
            raise ArgumentError(f"'{word}' is no price of an hour.", "Give a number above 0, or cpu=0.1 and cuda=2.5.")
        prices |= {device: price} if sign else {"cpu": price, "cuda": price}
    return HourlyPrices(prices)


def lane_costs(row: Row, prices: HourlyPrices = NO_PRICES) -> dict[str, float | None]:
    """The costs of a lane by ``QUANTITIES``, above 0; None for what is not known.

    Args:
        row: Of ``summary.csv``.
        prices: What an hour of a device costs. Money is for a million samples, by the throughput of forward passes.
    """
    known = {name: _positive(row.get(name)) for name in QUANTITIES}
    energy, n = _positive(row.get("energy_j")), _positive(row.get("n"))
    price, per_s = prices.of(str(row["device"])), _positive(row.get("throughput_per_s"))
    known[ENERGY] = None if energy is None or n is None else energy / n * _ENERGY_OF
    known[MONEY] = None if price is None or per_s is None else price / _S_PER_HOUR / per_s * _PER_MILLION
    return known


def _positive(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and 0 < value < float("inf") else None
