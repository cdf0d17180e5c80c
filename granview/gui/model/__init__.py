"""What the window knows, as plain observable state: samples, lanes, results, the session, how they are shown."""
