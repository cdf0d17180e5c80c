from pathlib import Path

from granview.engine.decode_queue import DecodeQueue

A, B = Path("/a.png"), Path("/b.png")


def ignore(answer: object) -> None:
    """Waits, and does nothing with the answer."""


def test_an_order_nobody_wants_any_more_leaves_a_newer_one_of_the_same_file_alone() -> None:
    book = DecodeQueue()
    first, ticket = book.add(A, None, ignore)
    assert book.begin() is first
    book.finish(first.id)
    second, _ = book.add(A, None, ignore)
    book.drop(first, ticket)
    assert book.begin() is second


def test_an_abandoned_order_is_told_once_and_not_joined() -> None:
    book = DecodeQueue()
    first, ticket = book.add(A, None, ignore)
    book.begin()
    book.drop(first, ticket)
    assert book.take_unwanted() == [first.id]
    assert book.take_unwanted() == []
    again, _ = book.add(A, None, ignore)
    assert again is not first


def test_a_picture_asked_for_again_becomes_the_latest_and_a_thumbnail_keeps_its_place() -> None:
    book = DecodeQueue()
    orders = {(path, edge): book.add(path, edge, ignore)[0] for edge in (None, 64) for path in (A, B)}
    for edge in (None, 64):
        assert book.add(A, edge, ignore)[0] is orders[A, edge]
    begun = []
    while job := book.begin():
        begun.append((job.path, job.edge_px))
        book.finish(job.id)
    assert begun == [(A, None), (B, None), (A, 64), (B, 64)]


def test_an_order_that_must_be_alone_waits_for_the_others_and_holds_them_up() -> None:
    book = DecodeQueue()
    thumbnail, _ = book.add(A, 64, ignore)
    assert book.begin() is thumbnail
    picture, _ = book.add(B, None, ignore)
    picture.alone = True
    assert book.begin() is None
    book.finish(thumbnail.id)
    assert book.begin() is picture
    book.add(A, 64, ignore)
    assert book.begin() is None


def test_what_nobody_wants_is_not_put_back() -> None:
    book = DecodeQueue()
    job, ticket = book.add(A, None, ignore)
    book.begin()
    book.drop(job, ticket)
    book.put_back(job)
    assert book.begin() is None
    assert book.active() == []
