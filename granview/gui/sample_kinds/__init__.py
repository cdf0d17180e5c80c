"""What the window does with each kind of sample, one file a kind; see ``granview.gui.sample_kind_view``."""
