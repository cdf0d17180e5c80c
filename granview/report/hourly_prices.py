"""What an hour of a device costs by the user's settings, which hold wherever no price is given."""

from granview.report.lane_costs import HourlyPrices
from granview.settings import Settings


def hourly_prices(settings: Settings) -> HourlyPrices:
    """The prices that are set; a device without one lacks."""
    prices = {"cpu": settings.cpu_price_per_hour, "cuda": settings.gpu_price_per_hour}
    return HourlyPrices({device: price for device, price in prices.items() if price})
