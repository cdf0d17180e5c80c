<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BlinkScene</name>
    <message>
        <source>Go on blinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause blinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CellMenu</name>
    <message>
        <source>Close {lane}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin {lane}: compare the others with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart {lane}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {lane} alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin {lane}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CellStatus</name>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Run to see what this model says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Run: the model is loaded again first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restarting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run was stopped before it came to this sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the device…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DifferenceScene</name>
    <message>
        <source>These two cannot be compared</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Divider</name>
    <message>
        <source>Divider between left and right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag, or press the arrow keys, to move the divider</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Capitals matter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in all texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of more than {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GridController</name>
    <message>
        <source>Add a model to see what it makes of this picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model to see what it makes of this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanes that know another type of reference are compared with {files}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of date. Press Run to compute it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model could not be loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as {lane} attends to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first token {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % on special tokens.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Heat</name>
    <message>
        <source>head {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stack} layer {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LaneGrid</name>
    <message>
        <source>Drop images, texts or folders here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version of GranView shows no {samples}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or open the gallery to see the models at work</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LaneStrip</name>
    <message>
        <source>Add this model with another device…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add variants…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: this lane alone. Right click: more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this lane and forget its results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the others with this lane (pin)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle; holds {held} of memory, which unloading gives back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read its files again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart its process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run this lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unload its model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unload its model (gives back {held})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unloaded: its memory was given back. The next run or question loads it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unloaded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartBar</name>
    <message>
        <source>Next part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part {n} of {all} of a text of {length} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous part</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureGrid</name>
    <message>
        <source>This view compares two lanes. Add another lane.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SceneLegend</name>
    <message>
        <source>Legend of colours</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SummaryRows</name>
    <message>
        <source>Shown up to the {n}th character.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextCell</name>
    <message>
        <source>A line of more than {n} characters is shown in pieces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is said of this text cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>character {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextGrid</name>
    <message>
        <source>Swipe, blink and difference compare pictures; texts stand side by side.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
