"""Models as lanes run them. Torch lives here, on the worker's side only.

``load.load_adapter`` turns a lane's specification into an ``Adapter``; each file under ``families`` knows one
family of models.
"""
