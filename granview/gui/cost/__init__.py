"""The cost panel, its report and its plot. The plot imports pyqtgraph, and is imported when first shown."""
