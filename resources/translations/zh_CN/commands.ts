<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ColumnCommands</name>
    <message>
        <source>Choose columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not certain which column of {name} is the text, so nothing of it was added yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataSetGate</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at what is chosen now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through what was dropped…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through {folder}: {n} so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was loaded: looking through it was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was dropped is being looked through.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DialogCommands</name>
    <message>
        <source>&amp;About GranView</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy what is on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How &amp;texts are run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How tasks are &amp;run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match &amp;classes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is on screen is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropFrame</name>
    <message>
        <source>Drop to add to the comparison</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExplainCommands</name>
    <message>
        <source>&amp;Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what each model attends to, or what its answer rests on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop explaining</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>&amp;Open images and texts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste image or text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove this sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add re&amp;ferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of references</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open data &amp;set…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open images and texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples and sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds no image, no text and no files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pasted image was kept as {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text was added as {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FocusCommands</name>
    <message>
        <source>Clear focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the unit that is looked at, or else the sample; once more removes the mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark: {mark}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow nothing any more, and look at no unit in particular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next unit of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous unit of the queue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImageCommands</name>
    <message>
        <source>&amp;Brightness of pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not certain how the new pictures or masks are to be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What &amp;masks mean…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainToolBar</name>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReferenceGate</name>
    <message>
        <source>1 file is left over, since no sample is called so: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sample has another reference by {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The samples have their earlier references again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {n} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} files are left over, since no sample is called so: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {all} samples have their reference in {name} now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunCommands</name>
    <message>
        <source>&amp;Add models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close all lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;variants…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run &amp;everything again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a lane's model in other ways beside it: number formats, quantised, pruned, compiled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run every sample in every lane again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run what has no result yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop all lanes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionCommands</name>
    <message>
        <source>&amp;New session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comparison of {when} was not saved under a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose it in the dialog to replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;session…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save session &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions (*{suffix})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session was saved as {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is there already, and was not replaced.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewCommands</name>
    <message>
        <source>&amp;Blink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find in texts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Loupe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Outline only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual &amp;size (1:1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences of &amp;words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lane {n} alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One lane a&amp;lone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predictions less opaque</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predictions more opaque</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;wipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shade by &amp;confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all of the picture; texts in their usual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what lies at the cursor px for px, at the same place in every lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
