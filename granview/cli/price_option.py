"""The option of the commands that write what lanes cost: what an hour of a device costs."""

import sys
from argparse import ArgumentParser, Namespace, _ArgumentGroup
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from granview.report.lane_costs import HourlyPrices


def add_price_option(parser: ArgumentParser | _ArgumentGroup, follows: str) -> None:
    """Add the option.

    Args:
        parser: Of the command.
        follows: What follows from a price, in words.
    """
    parser.add_argument(
        "--price-per-hour",
        nargs="+",
        default=(),
        metavar="PRICE",
        help=f"what an hour of the device costs, such as 2.5, or cpu=0.1 cuda=2.5 (default: as set in the window's "
        f"preferences); {follows}",
    )


def prices_of(options: Namespace) -> "HourlyPrices":
    """The prices that were given; where none was, those of the user's settings.

    Raises:
        ArgumentError: one is no price.
    """
    from granview.report.hourly_prices import hourly_prices
    from granview.report.lane_costs import read_prices
    from granview.settings import load_settings, settings_path

    if options.price_per_hour:
        return read_prices(options.price_per_hour)
    loaded = load_settings(settings_path())
    for notice in loaded.notices:
        print(f"granview: {notice}", file=sys.stderr)
    return hourly_prices(loaded.settings)
