<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Variants</name>
    <message>
        <source>95 % interval {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A score that fell by more than {much:g} is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest memory of the lane's process, with its libraries, by the parent's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loses most at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median time of the forward pass by the parent's: below 1 is faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was scored, or the parent's value is not above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {n} units of kind {kind}. {rule}
Click to list the samples: {samples}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right in the parent and wrong here is lost; right is a score above {right:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the parent's quality by the metric that says most, with MLPerf's marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The grain at which the mean score falls most below the parent's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metric less the parent's, with the 95 % interval of the paired difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the parent had right and the variant has wrong, and the other way about. Click it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the weights take in memory, counted by storage, by the parent's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below 99 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loses nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may be chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n = {units} in {samples} samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parent, {variant}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same in each sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too few samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gained} gained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lane} loses most at {axis} {place}, which may be chance: {mean} less than {parent} ({sure}, {n}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lane} loses most at {axis} {place}: {mean} less than {parent} ({sure}, {n}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lost} lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mark}, not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{metric}: {value}, the parent {base}, on the {samples} of both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: {mean}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of the parent's {metric}; {low} at the worse end of the 95 % interval of the difference, the parent's value taken as known. MLPerf's marks are 99 % and 99.9 %. On the {samples} of both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{values}
95 % interval of the paired difference {low} to {high}; p {p}, corrected over the variants (Holm): {verdict}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Δ quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≥ 99 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≥ 99.9 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VariantsPanel</name>
    <message>
        <source>Add a model, then variants of it: fewer bits, pruned, compiled, on another engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer than 8 samples, or fewer than 6 that differ, tell no interval, so no mark is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanes ▸ Add variants… (Shift+N) runs a model in other ways: fewer bits, pruned, compiled.
Here stands what each keeps of the quality, what it costs, what flipped, and where on the grain it loses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality is compared on samples that a variant and its parent were both scored on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These samples were chosen by what lanes make of them: lanes differ among them by that choice alone, so that there are no intervals and no marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times of different runs are not compared: run both again together (Shift+R).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without references there is no quality to compare; costs are compared all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lane}: nothing flipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lost} lost and {gained} gained in {lane}, in {samples}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
