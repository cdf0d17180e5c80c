"""The window. The only package that knows Qt."""

from granview.gui.singletons import keep_singletons

keep_singletons()
