"""The open session: read and written, samples brought in, lanes run, the shown sample opened, lanes explained."""
