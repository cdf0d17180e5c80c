<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow everything to some units: by class, grain, answer, right or wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset &amp;layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;lices…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportPanel</name>
    <message>
        <source>The task whose lanes are compared here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleKinds</name>
    <message>
        <source>Every lane, with captions and legend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not for {samples}: they stand side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {samples}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} {samples} added</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>1 more notice is in the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add images or texts, and at least one model first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is up to date. Shift+R runs it all again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model here is for samples like these. Add one that is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not used: {what}; a line in the log says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not used: {what}; {count} lines in the log say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found that can be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching {folder}: {found} samples so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is left over…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The like is to be said of {count} more files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns to be chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsaved comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more files were passed over, for reasons like these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} given a reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} more notices are in the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} were here already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} with reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
