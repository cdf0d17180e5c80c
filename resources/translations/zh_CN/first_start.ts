<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BuildBar</name>
    <message>
        <source>Asking for the packages …</source>
        <translation>正在查询软件包…</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>下载进度</translation>
    </message>
    <message>
        <source>{why} Trying again …</source>
        <translation>{why} 正在重试…</translation>
    </message>
</context>
<context>
    <name>OfferCard</name>
    <message>
        <source>recommended</source>
        <translation>推荐</translation>
    </message>
</context>
<context>
    <name>OfferList</name>
    <message>
        <source>Why not {names}?</source>
        <translation>为什么不是 {names}？</translation>
    </message>
</context>
<context>
    <name>RuntimeDialog</name>
    <message>
        <source>Another is built beside it; one click goes back.</source>
        <translation>会在旁边另建一份；一键即可恢复。</translation>
    </message>
    <message>
        <source>Back to runtime {number}</source>
        <translation>恢复运行环境 {number}</translation>
    </message>
    <message>
        <source>Before models can run, this computer needs PyTorch, the program that computes them. It is downloaded once. Help › Runtime… changes the choice at any time.</source>
        <translation>要运行模型，本机需要 PyTorch，即计算模型的程序。它只需下载一次。可随时在“帮助 › 运行环境…”中更改选择。</translation>
    </message>
    <message>
        <source>Build again</source>
        <translation>重新构建</translation>
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
        <translation>下载并构建</translation>
    </message>
    <message>
        <source>Downloads for 2 seconds; what comes is kept</source>
        <translation>试下载 2 秒；已下载的内容会保留</translation>
    </message>
    <message>
        <source>How long will it take?</source>
        <translation>需要多长时间？</translation>
    </message>
    <message>
        <source>Looking what this computer has …</source>
        <translation>正在检测本机配置…</translation>
    </message>
    <message>
        <source>This computer: {device}</source>
        <translation>本机：{device}</translation>
    </message>
    <message>
        <source>This version of GranView brings newer packages for {backend}: build it again.</source>
        <translation>此版本的 GranView 为 {backend} 带来了更新的软件包：请重新构建。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>What models run on</source>
        <translation>模型的运行环境</translation>
    </message>
</context>
<context>
    <name>RuntimeWords</name>
    <message>
        <source> and </source>
        <translation>和</translation>
    </message>
    <message>
        <source>Computing something with it …</source>
        <translation>正在试运行…</translation>
    </message>
    <message>
        <source>From {index}, with the hashes that it states itself: {names}. All else is checked by GranView's own list.</source>
        <translation>{names} 来自 {index}，按该索引自己给出的哈希值校验；其余软件包均按 GranView 自带的清单校验。</translation>
    </message>
    <message>
        <source>Models run on runtime {number}: {backend}, torch {torch}, on {device}</source>
        <translation>模型在运行环境 {number} 上运行：{backend}，torch {torch}，设备 {device}</translation>
    </message>
    <message>
        <source>Unpacking; this takes a minute or two …</source>
        <translation>正在解压，需要一两分钟…</translation>
    </message>
    <message>
        <source>about {time} at {speed}/s</source>
        <translation>以 {speed}/s 约需 {time}</translation>
    </message>
    <message>
        <source>for every computer, needs no graphics card</source>
        <translation>适用于所有计算机，无需显卡</translation>
    </message>
    <message>
        <source>for graphics cards of AMD</source>
        <translation>适用于 AMD 显卡</translation>
    </message>
    <message>
        <source>for graphics cards of Intel</source>
        <translation>适用于 Intel 显卡</translation>
    </message>
    <message>
        <source>for graphics cards of NVIDIA</source>
        <translation>适用于 NVIDIA 显卡</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>{download} to download, about {disk} on the disk</source>
        <translation>需下载 {download}，约占磁盘 {disk}</translation>
    </message>
    <message>
        <source>{download} to download, and {names}, whose size PyTorch's index says</source>
        <translation>需下载 {download}，另加 {names}，其大小由 PyTorch 的软件包索引给出</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>{speed}/s</source>
        <translation>{speed}/s</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
</context>
<context>
    <name>SourceRow</name>
    <message>
        <source>A folder that has all packages already; no network is needed</source>
        <translation>已含全部软件包的文件夹；无需网络</translation>
    </message>
    <message>
        <source>A mirror of PyPI, such as that of a company or a university</source>
        <translation>PyPI 镜像，例如公司或大学的镜像</translation>
    </message>
    <message>
        <source>Address of the index</source>
        <translation>索引地址</translation>
    </message>
    <message>
        <source>Folder of packages (.whl)</source>
        <translation>软件包文件夹 (.whl)</translation>
    </message>
    <message>
        <source>Offline folder…</source>
        <translation>离线文件夹…</translation>
    </message>
    <message>
        <source>Other index…</source>
        <translation>其他索引…</translation>
    </message>
    <message>
        <source>Packages come from PyPI, each checked by its hash.</source>
        <translation>软件包来自 PyPI，逐个校验哈希值。</translation>
    </message>
    <message>
        <source>Packages come from this index:</source>
        <translation>软件包来自此索引：</translation>
    </message>
    <message>
        <source>Packages come from {folder}.</source>
        <translation>软件包来自 {folder}。</translation>
    </message>
    <message>
        <source>https://mirror.example.org/simple</source>
        <translation>https://mirror.example.org/simple</translation>
    </message>
</context>
</TS>
