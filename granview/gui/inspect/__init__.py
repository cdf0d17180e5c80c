"""The inspect panel: how results are shown, the legend, and the values under the mouse."""
