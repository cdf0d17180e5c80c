"""The device lease, in random use."""

import random

import pytest

from granview.engine.device_lease import DeviceLease


class Holder:
    """Compares equal to every other, so that only identity tells them apart."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]


def test_the_first_has_it_at_once_and_the_others_in_order() -> None:
    granted: list[str] = []
    lease = DeviceLease(granted.append)
    for holder in ("a", "b", "c", "a"):
        lease.want("cpu", holder)
    assert granted == ["a"]
    assert lease.holds("a")
    assert lease.waits("b")
    lease.release("b")
    assert granted == ["a"]
    lease.release("a")
    lease.release("b")
    assert granted == ["a", "b", "c"]


def test_devices_are_apart() -> None:
    granted: list[str] = []
    lease = DeviceLease(granted.append)
    lease.want("cpu", "a")
    lease.want("cuda:0", "b")
    assert granted == ["a", "b"]


def test_a_dead_holder_and_a_dead_waiter_block_nobody() -> None:
    granted: list[str] = []
    lease = DeviceLease(granted.append)
    for holder in ("a", "b", "c"):
        lease.want("cpu", holder)
    lease.drop("b")
    lease.drop("a")
    assert granted == ["a", "c"]
    assert not lease.holds("a")
    assert not lease.waits("b")


def test_what_is_taken_from_a_holder_goes_on_and_is_alone_again_once_it_is_given_back() -> None:
    granted: list[str] = []
    lease = DeviceLease(granted.append)
    for holder in ("late", "b", "c"):
        lease.want("cpu", holder)
    lease.take("late")
    assert granted == ["late", "b"]
    assert (lease.holds("late"), lease.overstays("late"), lease.is_alone("b")) == (False, True, False)
    lease.release("late")
    assert granted == ["late", "b"], "what is another's by now is not given back"
    assert (lease.overstays("late"), lease.is_alone("b")) == (False, True)
    lease.take("b")
    lease.drop("b")
    assert lease.is_alone("c")


def test_holders_are_told_apart_by_identity() -> None:
    granted: list[Holder] = []
    lease = DeviceLease(granted.append)
    first, second = Holder(), Holder()
    lease.want("cpu", first)
    lease.want("cpu", second)
    lease.drop(second)
    assert lease.holds(first)
    assert len(granted) == 1


@pytest.mark.parametrize("seed", range(20))
def test_never_granted_twice_and_never_out_of_turn(seed: int) -> None:
    rng = random.Random(seed)
    granted: list[int] = []
    lease = DeviceLease(granted.append)
    queues: dict[str, list[int]] = {"cpu": [], "cuda:0": []}
    device_of = {holder: rng.choice(sorted(queues)) for holder in range(12)}
    expected: list[int] = []
    for _ in range(2000):
        holder = rng.randrange(12)
        queue = queues[device_of[holder]]
        head = queue[:1]
        act = rng.choice(("want", "want", "release", "drop"))
        if act == "want":
            lease.want(device_of[holder], holder)
            if holder not in queue:
                queue.append(holder)
        elif act == "release":
            lease.release(holder)
            if head == [holder]:
                queue.pop(0)
        else:
            lease.drop(holder)
            if holder in queue:
                queue.remove(holder)
        if queue and queue[:1] != head:
            expected.append(queue[0])
        assert granted == expected
        assert all(lease.holds(other) == (q[:1] == [other]) for q in queues.values() for other in q)
        assert all(lease.waits(other) for q in queues.values() for other in q[1:])
