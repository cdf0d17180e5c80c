<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>MarginButton</name>
    <message>
        <source>Forget what was set: again 2 % of a metric's best value, 0.25 dB of PSNR, and of what is better the lower 2 % of the smaller model's value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin {margin}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The margin is the smallest difference that matters to you, in the metric's unit. A smaller model is called enough where it is shown to be worse by less than this. Kept in the session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual margins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {margin}, set by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {margin}, the usual one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassageView</name>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Click: narrow everything to this, and list its samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} {weights} For the interval are drawn anew: {drawn}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source>Copy passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here stands what the comparison comes to: which model is enough, where the larger one is needed, how surely, and at what cost. It needs two models with one task, and references.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session is open elsewhere, so that its margins stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
