<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>OfferCard</name>
    <message>
        <source>recommended</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuntimeDialog</name>
    <message>
        <source>Another build is made beside it; it can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking for the packages …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to runtime {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Download and build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloads for 2 seconds; what comes is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long will it take?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking what this computer has …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models run on PyTorch, which is built here once. Choose for what; it can be changed at any time in Help › Runtime…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer: {device}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version of GranView brings newer packages for {backend}: build it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What models run on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not {names}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} Trying again …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuntimeWords</name>
    <message>
        <source>Computing something with it …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runtime {number}: {backend}, torch {torch}, computes on {device}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacking; this takes a minute or two …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {time} at {speed}/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for GPUs of AMD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for GPUs of Intel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for GPUs of NVIDIA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>{download} to download, about {disk} on the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{speed}/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceRow</name>
    <message>
        <source>A folder that has all packages already; no network is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mirror of PyPI, such as that of a company or a university</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of packages (.whl)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other index…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages come from PyPI, each checked by its hash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages come from this index:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages come from {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>https://mirror.example.org/simple</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
