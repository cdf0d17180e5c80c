<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Metrics</name>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected for all that this table says (Holm): p {p}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference {mean}, 95 % interval {low} to {high} (studentised bootstrap of whole samples).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No references, so nothing to score against. Add references, or see where lanes differ (X).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not scored on all {n} samples: {lanes}. Such values are never bold, since they rest on other samples; Δ is over shared ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not shown to differ by less than {margin}, the margin that was set (p {p}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the {samples} of both: {value}, {pinned} {base}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One as large as this would take about {n} samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Params</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>References, but nothing is scored: below each sample and in the log it stands why. Where classes have other names, say which is which: Edit ▸ Match classes… (Ctrl+K).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown to differ by less than {margin}, the margin that was set (p {p}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many samples show a true difference of {least} in 80 % of cases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class that it was most often taken for by mistake, and how often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These samples were chosen by what lanes make of them: lanes differ among them by that choice alone, so that no difference and no interval is told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens per s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first {ms} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n = {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{difference} (n = {n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{difference} on {n} shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Δ without ±: too few samples (fewer than {least}, or fewer than {different} in which the lanes differ) to tell a difference from chance.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetricsPanel</name>
    <message>
        <source>Add models to compare; each becomes a lane with a row here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV files have every column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class by class, over all samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>No lane has a result for this sample yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No references, so nothing to score against. Add references to see metrics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the sample that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over all samples together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Run. Each lane gets a row: how well what it says matches the reference, and what it costs.
The best value of a column is bold. Pin a lane to see every difference to it, with its interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lane that the others are compared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} more columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Δ to {lane}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
