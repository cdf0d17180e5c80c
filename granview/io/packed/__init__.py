"""Pictures that lie inside rows of Arrow and Parquet files, as Hugging Face's ``datasets`` writes them.

A picture has an address of its own (``granview.io.row_address``), so that whatever opens a file opens it too.
"""
