"""The report: one file that a colleague reads without the program. One description, written as HTML and as PDF."""
