<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About GranView</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the bigger model see the finer grain, and what does it cost?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GranView comes under the Apache License 2.0. Its parts come under their own terms:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of the sample gallery</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddLanesDialog</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one or more models; each becomes a lane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the last one can do is not known on this machine: choose its task.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddVariantsDialog</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds 1 lane: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds {n} lanes: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check what is to be tried. Lanes that there are already are not added again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same model on the same device, run in other ways. Each becomes a lane, and the panel Variants says what it keeps of the quality, what it costs, and where on the grain it loses.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoicePlanView</name>
    <message>
        <source>Asking the hub how large the models are…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together they need</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassesDialog</name>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is loaded yet, so its classes are not known. Press Run first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reference has been read yet. Show a sample with a reference, or press Run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores need to know which class of a model is which class of the references. Equal names, usual spellings and numbers that are indices match by themselves; set the others here. A class without a counterpart counts as wrong wherever it is predicted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{matched} of {count} classes have a counterpart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (by itself)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class: {labels}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entities: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First file: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First text: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages of a chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Should become: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags of the tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it should become</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With it: {roles}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the column of the text, of the context, of the tokens, or of the files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First row holds the names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the first {all} rows, {n} become {samples}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what the columns of {name} are. Each row becomes one sample of the comparison.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {all} rows all become {samples}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The others: a row {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files with what goes with them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>texts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataSetChoicesColumn</name>
    <message>
        <source> and {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>References</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Splits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {n}, all with reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {n}, {m} with reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {n}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataSetView</name>
    <message>
        <source>&amp;Forget that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Values of the masks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was chosen last time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left &amp;over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told by {evidence}. {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, in no layout that is known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataSetsDialog</name>
    <message>
        <source>&amp;Load 1 sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Load {n} samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open data sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}
{title}: {n} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DescribeNetworkDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How {name} is run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep in {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is guessed from names and shapes. Correct it, and keep it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison pages: a PNG per sample, of texts an HTML page too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each table as Parquet too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything, into a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanations: raw values, pictures and tables of what was asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder to write into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For all samples and lanes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predictions: each type in its own format, such as masks as index PNGs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace files there that GranView has not written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results of a session that lies there are replaced in any case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables: results.csv, summary.csv, differences.csv, variants.csv, cost.csv, grain.csv, units.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lanes as they are shown now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session: session.granview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sample, all lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the type and the meaning of each column; large tables are small so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is there already, and was not replaced. Choose it in the dialog to replace it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageRangeDialog</name>
    <message>
        <source>All that was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full range of each file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full range: {ranges}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey values of more than 8 bits are brought to 0 to 255, for display and for the models alike. One range for all pictures of this comparison, so that a value means the same grey in each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture here has more than 8 bits of grey; the choice is for those that come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They take up {share} of the brightness.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>White</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{bits} bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} % to {high} % of all values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} pictures hold values from {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of their pixels lie outside and become black or white.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyboardDialog</name>
    <message>
        <source>Add the text that was typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask about a box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask about a place, while explaining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask about a whole region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click, or drag over it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl and click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag with the middle button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit, remove or choose columns of a sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pan, while explaining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin, restart or close a lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift and drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to the cursor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LaneOptions</name>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto takes the GPU where there is one, and says so where there is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>torch.compile</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LateReferencesDialog</name>
    <message>
        <source>Add as &amp;inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>References or inputs?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use as &amp;references</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of the {all} samples here are called as what was dropped ({name}). Are these their references, or new inputs?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeftoverTable</name>
    <message>
        <source>How many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is left over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeftoversDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was read from these, for the reasons beside them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the &amp;log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MaskMeaning</name>
    <message>
        <source>1 is the first class, 0 is void</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is the index of its class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As named below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class of {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes: {classes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How values are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In masks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masks that hold {values} are refused, since nothing says what that is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Void, and not scored: {share} of the pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MaskTab</name>
    <message>
        <source>Not certain: {doubts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The masks are being looked at…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MaskValuesDialog</name>
    <message>
        <source>All that have no reading of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the picture is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the picture is stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masks in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masks of turned pictures lie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not certain: {doubts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each value in the reference masks stands for: one choice for all masks of this comparison, or one for each of its folders. Void pixels are scored by nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What masks mean</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelChooser</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every model that is known of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders that you have named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hugging Face models in this machine's cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the models for this task, and choose them for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models of torchvision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model here. Search the hub, or name one below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public models, each at several sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the Hugging Face hub by words of a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching the hub…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size ladders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small models that come with GranView</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub has no model of that name for this task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type words of a model's name to search the hub.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoreVariants</name>
    <message>
        <source>More variants…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run each chosen model in other ways too, as lanes beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} more variants…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OtherModel</name>
    <message>
        <source>A file that is a model by itself: ONNX, torch.export, TorchScript, weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of a model, or of saved predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or a Hugging Face id, organisation/name@revision, or saved:FOLDER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes into this network and what comes out: look at it, and correct it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this model is to do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device of new lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In any currency; the cost panel shows what a million samples cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the confidence of every pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity of predictions at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of an hour of the CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of an hour of the GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart a lane that is silent for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown under the cursor; makes sessions larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads of a lane on the CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolerance of the boundary F-score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file that a colleague reads without the program: verdict, tables, plots, and what decided it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first of each task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The names of the lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no lanes yet. Add a model and run it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units where the lanes differ most, both ways, and typical ones; of each task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SamplePreview</name>
    <message>
        <source>class {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} texts that it should become</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}, {n} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavedPredictionsDialog</name>
    <message>
        <source>Add as a lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add as inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add as references</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only where it is wrong, such as classes=background|cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} looks like saved predictions: {title}; {n} of {total} samples have one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskParams</name>
    <message>
        <source>words or phrases, with commas between</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskParamsDialog</name>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How tasks are run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lanes' tasks have no parameters of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These hold for all lanes of this comparison that do such a task, from the next run on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextParamsDialog</name>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How texts are run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These hold for all lanes of this comparison, from the next run on, and for new ones. Lanes of pictures do not use them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrustCodeDialog</name>
    <message>
        <source>Do not run it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it run on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let this program run?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To load this model is to run a program, with all your rights: it can read and change your files. Read it first. It is asked about again when it changes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VariantChooser</name>
    <message>
        <source>All number formats that the device runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compilation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every number format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several changes at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bf16, int8, int4, half of the weights pruned: as far as the device runs them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as 4 16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as bf16+int8+compile</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Variants</name>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pruning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes seconds to minutes once; no latency contains it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is compiled to kernels of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, {low:g} to {high:g}; several with a space between them, such as 0.3 0.5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WritingRow</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Reading</name>
    <message>
        <source> tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A class counts from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word's first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word's surest token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers and words to keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By words, an entity never begins or ends inside one; by tokens, words are torn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not use the one of the model's config either</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each token's own tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entities from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer than the model's window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No prefix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlap of windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlapping windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put before every text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The average over a word's tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the model's chat template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by the tasks that can join windows; the others leave out the end and say so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the model's config says</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_VariantsPage</name>
    <message>
        <source>Batch sizes can be added to a lane: Lanes ▸ Add variants…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each chosen model becomes a lane for each of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Writing</name>
    <message>
        <source> tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 for greedy search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 for none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among the top k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among the top p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw tokens by their probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No repeated run of tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
