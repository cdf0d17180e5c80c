"""What comes from below the window, in Simplified Chinese: names, explanations, notices, errors.

The lower layers know no Qt and speak English, to the command line, to logs and to files as well. The window shows their
sentences in its own language, by tables that give each English text its Chinese one, with places for what it names.
The report has tables of its own, which are used here too: what a metric is has one translation.
"""
