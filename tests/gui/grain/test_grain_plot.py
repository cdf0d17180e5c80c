import numpy as np

from granview.analysis.grain_profile import GrainProfile
from granview.gui.grain.grain_plot import GrainPlot
from granview.gui.style.theme import DARK, LIGHT


def profile():
    half, n = np.array([0.5, 0.5]), np.array([9, 9])
    return GrainProfile((1.0, 2.0, 4.0), half, n, half - 0.1, half + 0.1, False, n)


def test_another_theme_leaves_out_lanes_that_are_gone(qapp):
    plot = GrainPlot(LIGHT)
    plot.show_profiles({"old": profile(), "here": profile()}, {"old": "#ff0000", "here": "#00ff00"}, "px")
    plot.set_theme(DARK, {"here": "#00ff00"})
    assert list(plot._profiles) == ["here"]
    plot.dispose()
