<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CellStatus</name>
    <message>
        <source>Drop a reference, such as a mask, of the same name beside it to score it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file that has labels, entities, answers or targets beside its texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the text…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassScoresPresenter</name>
    <message>
        <source>Least probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lane}: {classes}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DepthMapPresenter</name>
    <message>
        <source>Aligned to the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As near, or not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different after alignment, full from {percent} % of the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different, full from {percent} % of the distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One is of distances, the other of one by distances: without a reference they cannot be brought together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One scale, aligned to the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One scale, in metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own scale: not comparable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same, or not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These depth maps are of different sizes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This depth map cannot be drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depth maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lane} nearer, full from {percent} % of the distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}, {distance} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} (relative distance)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} (relative, larger is nearer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} m</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DifferenceScene</name>
    <message>
        <source>Both right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {lane} right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These masks differ in size and cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InstancesDifference</name>
    <message>
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither finds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {lane}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {lane} finds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are objects of pictures of different sizes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lane} invents</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InstancesLinks</name>
    <message>
        <source>Found by all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found by none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found by some</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a crowd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IoU {iou}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These objects cannot be compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a crowd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filtered out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n/a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{area} px</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InstancesPainter</name>
    <message>
        <source>These objects cannot be drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a reference nothing is right or missed: coloured by class.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InstancesPresenter</name>
    <message>
        <source>Colour by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From this overlap on, two objects are the same one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IoU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves out objects that a model is less sure of, in every lane at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves out objects whose area's square root is less, in px.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right, missed and invented objects, against the reference and at the IoU below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right or wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where there is room</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelMapPainter</name>
    <message>
        <source>This mask cannot be drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{present} classes are in this mask: the {own} largest have their colours, the others are grey.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelMapPresenter</name>
    <message>
        <source>masks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PicturePresenter</name>
    <message>
        <source>Differences of {plural} cannot be drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no painter for {plural}: update what makes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predictions of the type “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} and {right} cannot be compared with each other.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptedMasks</name>
    <message>
        <source>prompted masks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Readout</name>
    <message>
        <source>not labelled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RestoredPicturePresenter</name>
    <message>
        <source>As near (full colour: {levels} levels)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same (full colour: {levels} levels)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These pictures are of different sizes and cannot be compared px by px.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture cannot be drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restored pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lane} nearer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextCell</name>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut off: it reached the limit on new tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given to the model: {n} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No entity is said, and none is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first of {n} texts that are right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no presenter for predictions of the type “{name}”: update what makes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These texts are too long to be compared word by word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[… {n} characters …]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {n} less likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer in this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} invented ✗</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} missed –</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} more had no room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of another type ✗</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {all} words as in {whom}, {more} more, {less} missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} right ✓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} with other bounds ↔</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} (reference: {known})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
