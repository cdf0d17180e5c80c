"""The report: one file that a colleague reads without the program. One description of it, written as HTML and as PDF."""
