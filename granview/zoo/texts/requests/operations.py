"""The operations of the expression language, with the ways to ask for them in English."""

from dataclasses import dataclass
from enum import Enum


class Type(Enum):
    """What an expression gives."""

    INT = "int"
    LIST = "list"
    STR = "str"
    BOOL = "bool"


N, L, S, B = Type.INT, Type.LIST, Type.STR, Type.BOOL


@dataclass(frozen=True)
class Operation:
    """One operation.

    Attributes:
        result: What it gives.
        operands: What it takes.
        code: Its Python, with {0} and {1} for the operands in brackets, and the constants {n} (a number), {k} (a small
            positive number), {c} and {d} (letters).
        phrases: Ways to ask for it, wherever it stands.
        tight: Ways that are clear only where all operands are plain names or numbers.
        root: Ways that are clear only for the whole request, where the first operand is a plain name or number.
        cost: How many operations it counts for.
    """

    result: Type
    operands: tuple[Type, ...]
    code: str
    phrases: tuple[str, ...]
    tight: tuple[str, ...] = ()
    root: tuple[str, ...] = ()
    cost: int = 1


NUMBERS = (
    Operation(N, (N, N), "{0} + {1}", ("the sum of {0} and {1}",), root=("{0} plus {1}", "{0} increased by {1}")),
    Operation(N, (N, N), "{0} - {1}", ("the difference of {0} and {1}",), root=("{0} minus {1}",)),
    Operation(N, (N, N), "{0} * {1}", ("the product of {0} and {1}",), root=("{0} times {1}",)),
    Operation(N, (N,), "2 * {0}", ("twice {0}", "the double of {0}")),
    Operation(
        N, (N,), "{0} // {k}", ("the integer quotient of {0} and {k}",), root=("{0} divided by {k} rounded down",)
    ),
    Operation(N, (N,), "{0} % {k}", ("the remainder of {0} divided by {k}",), root=("{0} modulo {k}",)),
    Operation(N, (N,), "{0} ** 2", ("the square of {0}",), tight=("{0} squared",)),
    Operation(N, (N,), "{0} ** 3", ("the cube of {0}",), tight=("{0} cubed",)),
    Operation(N, (N,), "abs({0})", ("the absolute value of {0}", "the magnitude of {0}")),
    Operation(N, (N,), "-{0}", ("the negative of {0}", "the opposite of {0}")),
    Operation(N, (N, N), "max({0}, {1})", ("the larger of {0} and {1}", "the maximum of {0} and {1}")),
    Operation(N, (N, N), "min({0}, {1})", ("the smaller of {0} and {1}", "the minimum of {0} and {1}")),
    Operation(N, (L,), "sum({0})", ("the sum of {0}", "the total of {0}", "the sum of all elements of {0}")),
    Operation(N, (L,), "max({0})", ("the largest element of {0}", "the maximum of {0}")),
    Operation(N, (L,), "min({0})", ("the smallest element of {0}", "the minimum of {0}")),
    Operation(N, (L,), "len({0})", ("the number of elements in {0}", "the length of {0}", "the size of {0}")),
    Operation(N, (S,), "len({0})", ("the number of characters in {0}", "the length of {0}")),
    Operation(N, (S,), "len({0}.split())", ("the number of words in {0}", "the word count of {0}"), cost=2),
    Operation(N, (L,), "{0}[0]", ("the first element of {0}", "the head of {0}")),
    Operation(N, (L,), "{0}[1]", ("the second element of {0}",)),
    Operation(N, (L,), "{0}[-1]", ("the last element of {0}",)),
    Operation(N, (L,), "{0}.count({n})", ("the number of times {n} occurs in {0}", "the count of {n} in {0}")),
    Operation(
        N, (S,), "{0}.count({c!r})", ("the number of times the letter {c} occurs in {0}", "the count of {c} in {0}")
    ),
)
LISTS = (
    Operation(L, (L,), "sorted({0})", ("the result of sorting {0}", "the sorted version of {0}"), ("{0} sorted",)),
    Operation(
        L,
        (L,),
        "sorted({0}, reverse=True)",
        ("the descending version of {0}", "the result of sorting in descending order {0}"),
        ("{0} in descending order",),
    ),
    Operation(L, (L,), "{0}[::-1]", ("the reverse of {0}", "the result of reversing {0}"), ("{0} backwards",)),
    Operation(L, (L,), "{0}[:{k}]", ("the first {k} elements of {0}",)),
    Operation(L, (L,), "{0}[-{k}:]", ("the last {k} elements of {0}",)),
    Operation(
        L, (L,), "{0}[{k}:]", ("all but the first {k} elements of {0}",), ("{0} without the first {k} elements",)
    ),
    Operation(L, (L,), "{0}[:-{k}]", ("all but the last {k} elements of {0}",), ("{0} without the last {k} elements",)),
    Operation(L, (L,), "{0}[::2]", ("every other element of {0}", "every second element of {0}")),
    Operation(L, (L,), "[v ** 2 for v in {0}]", ("the squares of {0}", "the list of squares of {0}")),
    Operation(L, (L,), "[abs(v) for v in {0}]", ("the absolute values of {0}", "the magnitudes of {0}")),
    Operation(L, (L,), "[v + {n} for v in {0}]", ("the list obtained by adding {n} to each element of {0}",)),
    Operation(L, (L,), "[v * {n} for v in {0}]", ("the list obtained by multiplying by {n} each element of {0}",)),
    Operation(L, (L,), "[v for v in {0} if v > 0]", ("the positive elements of {0}",)),
    Operation(L, (L,), "[v for v in {0} if v < 0]", ("the negative elements of {0}",)),
    Operation(L, (L,), "[v for v in {0} if v % 2 == 0]", ("the even elements of {0}",)),
    Operation(L, (L,), "[v for v in {0} if v % 2 == 1]", ("the odd elements of {0}",)),
    Operation(
        L,
        (L,),
        "[v for v in {0} if v > {n}]",
        ("the elements above {n} in {0}", "the elements greater than {n} in {0}"),
    ),
    Operation(
        L, (L,), "[v for v in {0} if v < {n}]", ("the elements below {n} in {0}", "the elements less than {n} in {0}")
    ),
    Operation(L, (L, L), "{0} + {1}", ("the concatenation of {0} and {1}",), root=("{0} followed by {1}",)),
)
STRINGS = (
    Operation(S, (S,), "{0}.upper()", ("the upper-case version of {0}", "the capitals of {0}"), ("{0} in upper case",)),
    Operation(S, (S,), "{0}.lower()", ("the lower-case version of {0}",), ("{0} in lower case",)),
    Operation(S, (S,), "{0}.title()", ("the title-case version of {0}",), ("{0} in title case",)),
    Operation(S, (S,), "{0}.strip()", ("the stripped version of {0}",), ("{0} without surrounding spaces",)),
    Operation(S, (S,), "{0}[::-1]", ("the reverse of {0}", "the result of reversing {0}"), ("{0} backwards",)),
    Operation(S, (S,), "{0}[:{k}]", ("the first {k} characters of {0}",)),
    Operation(S, (S,), "{0}[-{k}:]", ("the last {k} characters of {0}",)),
    Operation(S, (S,), "{0}[{k}:]", ("all but the first {k} characters of {0}",)),
    Operation(S, (S,), "{0}[0]", ("the first character of {0}",)),
    Operation(S, (S,), "{0}[-1]", ("the last character of {0}",)),
    Operation(S, (S,), "{0} * {k}", ("{k} copies of {0}",), ("{0} repeated {k} times",)),
    Operation(
        S,
        (S,),
        "{0}.replace({c!r}, {d!r})",
        ("the result of replacing {c} by {d} in {0}", "the result of changing every {c} to {d} in {0}"),
    ),
    Operation(S, (S, S), "{0} + {1}", ("the concatenation of {0} and {1}",), root=("{0} followed by {1}",)),
    Operation(S, (N,), "str({0})", ("the text form of {0}", "the digits of {0}")),
)
TRUTHS = (
    Operation(B, (N, N), "{0} > {1}", ("{0} is greater than {1}", "{0} exceeds {1}")),
    Operation(B, (N, N), "{0} < {1}", ("{0} is less than {1}", "{0} is below {1}")),
    Operation(B, (N, N), "{0} == {1}", ("{0} equals {1}", "{0} is equal to {1}")),
    Operation(B, (N, N), "{0} >= {1}", ("{0} is at least {1}",)),
    Operation(B, (N, N), "{0} <= {1}", ("{0} is at most {1}",)),
    Operation(B, (N,), "{0} % 2 == 0", ("{0} is even",), cost=2),
    Operation(B, (N, L), "{0} in {1}", ("{0} is in {1}", "{0} occurs in {1}")),
    Operation(B, (S,), "{c!r} in {0}", ("the letter {c} occurs in {0}",)),
    Operation(B, (S,), "{0}.startswith({c!r})", ("{0} starts with the letter {c}", "{0} begins with {c}")),
    Operation(B, (S,), "{0}.endswith({c!r})", ("{0} ends with the letter {c}",)),
    Operation(B, (S,), "{0}.isdigit()", ("{0} consists of digits",)),
    Operation(B, (S, S), "{0} == {1}", ("{0} equals {1}", "{0} is the same as {1}")),
    Operation(B, (B,), "not {0}", ("it is false that {0}",)),
    Operation(B, (B, B), "{0} and {1}", ("both {0} and {1}",)),
    Operation(B, (B, B), "{0} or {1}", ("either {0} or {1}",)),
)
OPERATIONS: tuple[Operation, ...] = (*NUMBERS, *LISTS, *STRINGS, *TRUTHS)
BY_RESULT: dict[Type, tuple[Operation, ...]] = {
    kind: tuple(operation for operation in OPERATIONS if operation.result is kind) for kind in Type
}
