"""Runtimes that lanes run on, and their downloads, in Simplified Chinese."""

from typing import Final

RUNTIMES: Final = {
    "Here lanes run in GranView's own environment, which has torch already.": (
        "模型在此运行于 GranView 自己的环境，其中已有 torch。"
    ),
    "Runtimes are for the application that one double-clicks.": "运行环境只供双击启动的应用程序使用。",
    "This copy of GranView cannot build {backends}: PyTorch's own index, which alone has it, could not be "
    "reached when the copy was made, so that no hash is known to check a download against.": (
        "此份 GranView 无法构建 {backends}：只有 PyTorch 自己的索引提供它，而制作此份程序时无法连接该索引，因此没"
        "有可核对下载的哈希值。"
    ),
    "There is no NVIDIA GPU, or no driver of it: lanes would compute on the CPU.": (
        "没有 NVIDIA GPU 或其驱动程序：模型将在 CPU 上计算。"
    ),
    "{name} has compute capability {dotted}, and torch {torch} has kernels for {dotted_2} and newer only: "
    "lanes would compute on the CPU.": (
        "{name} 的计算能力为 {dotted}，torch {torch} 只有 {dotted_2} 及更新的内核：模型将在 CPU 上计算。"
    ),
    "The NVIDIA driver runs CUDA {dotted} at most, and this build brings {dotted_2}: update the driver, or "
    "lanes would compute on the CPU.": (
        "NVIDIA 驱动程序至多支持 CUDA {dotted}，而此构建需要 {dotted_2}：请更新驱动程序，否则模型将在 CPU 上计算。"
    ),
    "There is no build of torch for '{backend}' on this system.": ("此系统没有“{backend}”的 torch 构建。"),
    "Choose one of {names}.": "请选择：{names}。",
    "{folder} lacks {len} of {len_2} files: {listed}{more}.": (
        "{folder} 缺少 {len_2} 个文件中的 {len} 个：{listed}{more}。"
    ),
    "granview runtime list --files BACKEND lists all that are needed.": (
        "“granview runtime list --files BACKEND”列出全部所需文件。"
    ),
    "{title} needs {gigabytes} on the disk while it is built, and {gigabytes_2} are free ({home}).": (
        "构建 {title} 期间需要 {gigabytes} 磁盘空间，而可用空间为 {gigabytes_2}（{home}）。"
    ),
    "Make room on that disk, or choose a smaller build.": "请在该磁盘上腾出空间，或选择较小的构建。",
    "A runtime is being built already.": "已有运行环境正在构建。",
    "Wait for it, or cancel it where it was started.": "请等它完成，或在启动它的地方取消。",
    "{folder} is not the file that was locked: its SHA-256 is another one.": (
        "{folder} 不是锁定的文件：其 SHA-256 不同。"
    ),
    "Take it from the index again.": "请从索引重新获取。",
    "Check its rights.": "请检查其权限。",
    "Install GranView again; what you made with it stays where it is.": ("请重新安装 GranView；您的成果保留在原处。"),
    "The application is not whole: {part} is missing.": "应用程序不完整：缺少 {part}。",
    "The download was cancelled.": "下载已取消。",
    "What has come is kept; start it again to go on.": "已下载的部分会保留；重新开始即可继续。",
    "{filename} is not the file that was locked: its SHA-256 is another one. It was removed.": (
        "{filename} 不是锁定的文件：其 SHA-256 不同，已删除。"
    ),
    "Try again; if that happens again, the index or something on the way changes files: name another index.": (
        "请重试；如再次发生，说明索引或中途某处改动了文件：请指定另一个索引。"
    ),
    "Make room on that disk.": "请在该磁盘上腾出空间。",
    "Check the folder.": "请检查该文件夹。",
    "Check the network and the proxy (HTTPS_PROXY), name another index, or take a folder of wheels.": (
        "请检查网络和代理（HTTPS_PROXY），指定另一个索引，或使用 wheel 文件夹。"
    ),
    "{address} cannot be reached: {reason}.": "无法连接 {address}：{reason}。",
    "{address} is no address of an index.": "{address} 不是索引地址。",
    "It begins with https:// or http://.": "地址以 https:// 或 http:// 开头。",
    "{page} does not have {filename}.": "{page} 没有 {filename}。",
    "The index must be a whole mirror of PyPI; name another one, or take a folder of wheels.": (
        "索引必须是 PyPI 的完整镜像；请指定另一个，或使用 wheel 文件夹。"
    ),
    "{address} is no page of an index.": "{address} 不是索引页面。",
    "Name the address of a simple index.": "请指定 simple 索引的地址。",
    "Build the runtime again: Help › Runtime…, or granview runtime install.": (
        "请重新构建运行环境：“帮助 › 运行环境…”，或 granview runtime install。"
    ),
    "Runtime {number} is not there, or not whole ({home}).": ("运行环境 {number} 不存在或不完整（{home}）。"),
    "There is no runtime yet: GranView has not been told what models shall run on.": (
        "尚无运行环境：还没有指定模型在什么上运行。"
    ),
    "Help › Runtime… offers the builds for this machine; so does granview runtime list.": (
        "“帮助 › 运行环境…”列出适合本机的构建；granview runtime list 亦然。"
    ),
    "Runtime {number} ({backend}) was built for another Python ({python}) than that of this version of "
    "GranView ({python_tag}).": (
        "运行环境 {number}（{backend}）是为另一个 Python（{python}）构建的，而此版本 GranView 使用 {python_tag}。"
    ),
    "There is no earlier runtime to go back to.": "没有可退回的更早运行环境。",
    "Build another one beside it.": "请在旁边另建一个。",
    "There is no runtime {number}.": "没有运行环境 {number}。",
    "Those that are there: {listed}.": "现有：{listed}。",
    "{folder} cannot be removed: {strerror}.": "{folder} 无法删除：{strerror}。",
    "Close what uses it.": "请关闭正在使用它的程序。",
    "{path} is no lock of a runtime.": "{path} 不是运行环境的锁定文件。",
    "{name} {version} has no file for this system and Python.": ("{name} {version} 没有适合此系统和 Python 的文件。"),
    "Take the application that was made for this system.": "请使用为此系统制作的应用程序。",
    "The runtime that counted before still does. Try again, or choose another build.": (
        "先前的运行环境仍然有效。请重试，或选择另一个构建。"
    ),
    "The new runtime does not work: {rstrip}.": "新运行环境无法工作：{rstrip}。",
    "torch {torch} of the new runtime cannot drive the GPU, although it is there: it computes on the CPU alone.": (
        "新运行环境的 torch {torch} 无法使用 GPU（虽然 GPU 存在）：它只在 CPU 上计算。"
    ),
    "The new runtime does not work: {ending}; {last}.": "新运行环境无法工作：{ending}；{last}。",
    "The test was cancelled.": "测试已取消。",
    "The new runtime did not compute anything within {limit_s} s.": ("新运行环境在 {limit_s} 秒内没有算出任何结果。"),
    "The packages cannot be unpacked: {last_words}.": "软件包无法解压：{last_words}。",
    "Try again.": "请重试。",
    "{uv}, which unpacks packages, does not start: {strerror}.": ("负责解压软件包的 {uv} 无法启动：{strerror}。"),
    "A virus scanner may hold it back; allow it, or install GranView again.": (
        "可能被杀毒软件拦截；请允许它，或重新安装 GranView。"
    ),
    "Unpacking was cancelled.": "解压已取消。",
    "What is downloaded is kept; start it again.": "已下载的内容会保留；请重新开始。",
    "The hashes of {names} are known to PyTorch's index alone, so that files in a folder cannot be checked.": (
        "{names} 的哈希值只有 PyTorch 自己的索引才有，因此无法核对文件夹中的文件。"
    ),
    "Build it with a network once, or choose another build.": "请联网构建一次，或选择另一个构建。",
    "Another version of GranView may ask for one that it has.": "另一版本的 GranView 所需的可能在其中。",
    "Name another index, or choose another build.": "请指定另一个索引，或选择另一个构建。",
    "{without_login} states no SHA-256 of {filename}: it cannot be checked.": (
        "{without_login} 没有给出 {filename} 的 SHA-256：无法核对。"
    ),
    "{without_login} does not say how large it is.": "{without_login} 没有说明其大小。",
}
"""By the English text."""
