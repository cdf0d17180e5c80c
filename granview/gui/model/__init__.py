"""What several parts of the window share, as plain observable state: samples, lanes, results, how they are shown."""
