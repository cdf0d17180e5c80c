"""Draws pages of texts for exports: a process of its own, without a screen (``python -m granview.gui.page_renderer``)."""
