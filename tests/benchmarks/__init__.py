"""Speed, measured: each module times GranView against what a user would pick instead, in the same run.

``make bench`` prints all tables; ``python -m tests.benchmarks scoring overlay`` prints some. Ratios travel from machine
to machine, absolute times do not. None of this runs with the tests.
"""
