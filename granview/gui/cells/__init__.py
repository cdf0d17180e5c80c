"""The parts of one cell: head, foot, the card that says how things stand, and the whole."""
