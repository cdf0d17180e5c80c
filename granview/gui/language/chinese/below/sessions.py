"""Session files, in Simplified Chinese."""

from typing import Final

SESSIONS: Final = {
    "There is a {kind} '{name}' again.": "“{kind}”中又有了“{name}”。",
    "Remove it first.": "请先将其移除。",
    "{what} is damaged: {rstrip}.": "{what} 已损坏：{rstrip}。",
    "Open a copy of the session, or run it again.": "请打开会话的副本，或重新运行。",
    "Open another .granview file, or a copy of this one.": "请打开另一个 .granview 文件，或此文件的副本。",
    "Change its permissions, or copy it elsewhere.": "请修改其权限，或复制到别处。",
    "Make room, then run again.": "请腾出空间，然后重新运行。",
    "Check that its folder exists and that you may write there.": "请检查其文件夹是否存在、您是否有写入权限。",
    "Close it there, then try again.": "请在那里关闭它，然后重试。",
    "Save it under another name.": "请以其他名称保存。",
    "Check it, then try again.": "请检查，然后重试。",
    "Close other programs, then try again.": "请关闭其他程序，然后重试。",
    "{name} is open for reading only.": "{name} 以只读方式打开。",
    "{name} is closed.": "{name} 已关闭。",
    "{name} is empty.": "{name} 是空的。",
    "Open a .granview file.": "请打开 .granview 文件。",
    "{target} cannot be replaced: {strerror}.": "{target} 无法替换：{strerror}。",
    "There is no sample '{name}'.": "没有样本“{name}”。",
    "Give it another name.": "请另取名称。",
    "There is a sample '{name}' already.": "已有样本“{name}”。",
    "{name} has {size_bytes} MB, and its disk has room for {free} MB more; what is changed is kept in a copy "
    "beside it.": ("{name} 有 {size_bytes} MB，其磁盘还可容纳 {free} MB；更改保存在旁边的副本中。"),
    "Make room, or save it on another disk.": "请腾出空间，或保存到另一个磁盘。",
    "{document} is gone.": "{document} 已不存在。",
    "Save the session under another name.": "请以其他名称保存会话。",
    "Save it elsewhere.": "请保存到别处。",
    "{path} is no working copy.": "{path} 不是工作副本。",
    "Move it elsewhere.": "请移到别处。",
    "A note has more than {most_note_characters} characters.": ("备注超过 {most_note_characters} 个字符。"),
    "Shorten it.": "请缩短。",
    "{target} is this session itself.": "{target} 就是此会话本身。",
    "The model's weights have changed since this ran.": "运行之后，模型的权重已改变。",
    "The model's classes have changed since this ran.": "运行之后，模型的类别已改变。",
    "This file is a database of another program.": "此文件是其他程序的数据库。",
    "This file is damaged: it does not say which format it has.": "此文件已损坏：没有注明格式。",
    "Open a copy of it, if any.": "如有副本，请打开副本。",
    "This session was written by a newer GranView (format {version}; this one reads up to {newest}).": (
        "此会话由更新的 GranView 写入（格式 {version}；此版本至多读取 {newest}）。"
    ),
    "Update GranView.": "请更新 GranView。",
    "There is no session {path}.": "没有会话 {path}。",
    "Check the name.": "请检查名称。",
    "Unsaved changes of {name} cannot be read. They are kept in {name_2}.": (
        "{name} 未保存的更改无法读取，保留在 {name_2} 中。"
    ),
    "{path} is not an unnamed session.": "{path} 不是未命名会话。",
    "Close it.": "请将其关闭。",
    "{path} exists already.": "{path} 已存在。",
    "Close it there, wait for the run to end, or open it for reading only.": (
        "请在那里关闭它，等运行结束，或以只读方式打开。"
    ),
    "{absolute} is open elsewhere: another window or run holds it.": (
        "{absolute} 已在别处打开：被另一个窗口或运行占用。"
    ),
    "Choose another folder.": "请选择其他文件夹。",
    "It was opened for reading only.": "已以只读方式打开。",
    "Open the comparison that it was removed from.": "请打开移除它的那个比较。",
    "{name} does not say what of it was saved.": "{name} 没有说明其中已保存的部分。",
    "Beside {name} lie changes that cannot be read; it was read as it was saved.": (
        "{name} 旁边有无法读取的更改；已按保存时的内容读取。"
    ),
    "{name} has changes of {when} that were not saved; it was read as it was saved. Open it in the window to "
    "save or to drop them.": (
        "{name} 有 {when} 的未保存更改；已按保存时的内容读取。请在窗口中打开它，以保存或放弃更改。"
    ),
    "{name} is damaged, or not a session.": "{name} 已损坏，或不是会话。",
    "{name} cannot be written: the disk is full.": "{name} 无法写入：磁盘已满。",
    "{name} cannot be opened.": "{name} 无法打开。",
    "{name} is in use by another program.": "{name} 正被其他程序使用。",
    "{name} cannot be read or written: the disk or the connection to it fails.": (
        "{name} 无法读写：磁盘或其连接出错。"
    ),
    "{name} needs more memory than there is.": "{name} 所需内存超过现有内存。",
    "{name} may not be written.": "{name} 不可写入。",
}
"""By the English text."""
