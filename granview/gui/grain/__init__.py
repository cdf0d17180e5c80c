"""The grain panel, its plot and its sentences. The plot imports pyqtgraph, and is imported when first shown."""
