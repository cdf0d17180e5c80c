"""Draws pages of texts for exports: a process, ``python -m granview.gui.page_renderer``, without a screen."""
