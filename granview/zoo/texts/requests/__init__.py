"""Requests in plain English for Python expressions over the numbers x and y, the list xs and the string s."""

from granview.zoo.texts.requests.sentences import MAX_OPERATIONS, make_request, operations_of

__all__ = ["MAX_OPERATIONS", "make_request", "operations_of"]
