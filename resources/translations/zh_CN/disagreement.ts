<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>DisagreementPanel</name>
    <message>
        <source>Disagreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here stand the objects, regions, entities and texts on which two lanes differ: what only the larger one has right, what only the smaller one has, what both have wrong. J and K go through them. It needs references and a run of two models of one task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out, since one of the lanes has no score of them: {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow metrics, grain, cost and inputs to the units of this group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow to these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No unit is in this group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One unit after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {lane} has units with scores here. Run a second model of the same task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lane on the left: the smaller one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lane on the right: the larger one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the errors of both have in common</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who has them right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lane} was scored against other references in {samples}, left out here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} marked as 'reference is wrong' count in all metrics; a slice can leave them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} marked as wrong, and still counted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkBar</name>
    <message>
        <source>Mark as '{mark}' the unit that is looked at, or else the sample: key {key}. Once more removes the mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note beside the mark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All units that both have a score of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class, taken for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to narrow everything to these units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cohen's kappa of their errors is not defined here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence of the lane that is wrong, or of the surer of two that are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its class in the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No difference shown in how often they err (p {p}, {n} units of {samples} samples).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {lane}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score of {second} less that of {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size of the unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no errors of {lanes} here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These units were chosen by what lanes make of them, so that nothing is said of who errs less often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They err on nearly the same units (Cohen's κ {kappa}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They err on the same units hardly more often than by chance (Cohen's κ {kappa}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They err on the same units more often than by chance (Cohen's κ {kappa}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few samples have units that only one of them has right, to say which errs less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units of this task are neither right nor wrong, so that errors cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units that both have right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units that both have wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units that only {lane} has right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units that {lane} scores by 0.1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units that {lane} took so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units whose scores differ by 0.1 at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is thought of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {lane} took it for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the unit is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of its sample, as in units.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lane} as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lane} better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lane} errs less often (McNemar's test by sample, p {p}, {n} units of {samples} samples).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lane} right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lane} wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueMenu</name>
    <message>
        <source>Copy this unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark: {mark}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
