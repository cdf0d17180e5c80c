<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Grain</name>
    <message>
        <source>95 % interval {low} to {high}, corrected over this measure alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to narrow everything to it; click again to end that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From large to small, {lane} and {base} begin to differ at {axis} {title}: {better} scores {mean} more ({sure}, {n}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From small to large, {lane} and {base} begin to differ at {axis} {title}: {better} scores {mean} more ({sure}, {n}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interval: whole samples are drawn anew, with all that lies in them (cluster bootstrap, studentised), 95 % over all sizes together (Bonferroni): of 100 pairs of lanes that differ at no size, at most about 5 are said to.
n: how many things of that size, and in how many samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lowest scores:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {n} most frequent have a bucket each; {rest} others are together in the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is in focus was chosen by what lanes make of it: they differ by that choice alone, so that there are no intervals and nothing is said of differences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the lanes differ most:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n = {units} in 1 sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n = {units} in {samples} samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same in each sample, corrected over this measure alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lanes}: of {titles} there are too few samples (fewer than {least}, or fewer than {different} in which the lanes differ): nothing is said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lane} and {base} differ at {axis} {title}: {better} scores {mean} more ({sure}, {n}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lane} and {base} differ most at {axis} {title}: {better} scores {mean} more ({sure}, {n}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lane} and {base} do not differ beyond chance at any {axis} ({n}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lane} and {base} do not differ beyond chance at any {axis} that enough samples have ({n}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lane} and {base}: too few samples to say whether they differ ({n}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lane}: {mean}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lane}: {mean} (95 % interval {low} to {high}), {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {total} have no {axis} that is in a bucket, and are left out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GrainPanel</name>
    <message>
        <source>Buckets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By which measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COCO: 32², 96²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fifths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here stands how well every lane does on things of each size: objects, regions and details from small to large, texts and entities from short to long, or by contrast, class or any column of the data; and where the lanes begin to differ. It needs references and a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the measure is divided into buckets. Under each stands how many things / in how many samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in focus has such units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Powers of two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual buckets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
