"""The verdict: what the larger model has over the smaller, where, how surely, at what cost, and what follows from it.

``facts`` are made from a session by ``read_verdict`` from numbers alone; ``passage`` puts them into words, which one
file for each language has.
"""
