from pathlib import Path

import pytest

from granview.core.errors import InputError
from granview.io.hashing import sha256_file
from granview.io.page_address import PageAddress, Region, file_of, split_address, split_words
from granview.io.regular_files import check_regular

ADDRESSES = [PageAddress(), PageAddress(3), PageAddress(0, 2), PageAddress(1, 0, Region(5, 6, 70, 80))]


@pytest.mark.parametrize("address", ADDRESSES, ids=str)
def test_an_address_is_read_as_it_is_written(address: PageAddress) -> None:
    path = address.path(Path("/scans/a.tif"))
    assert split_address(path) == (Path("/scans/a.tif"), address)
    assert file_of(path) == Path("/scans/a.tif")


@pytest.mark.parametrize("name", ["a.tif", "a[1].tif", "a.tif[]", "a.tif[old]"])
def test_other_names_are_files(name: str) -> None:
    assert split_address(Path(name)) == (Path(name), None)
    assert file_of(Path(name)) == Path(name)


@pytest.mark.parametrize("words", ["channel=DAPI", "page=1-3", "x=1,y=2", "x=1,y=2,width=0,height=4"])
def test_what_names_several_pictures_or_none_is_no_address(words: str) -> None:
    assert split_address(Path(f"a.tif[{words}]")) == (Path("a.tif"), None)
    assert split_words(Path(f"a.tif[{words}]")) == (Path("a.tif"), words)


def test_a_file_that_is_called_so_is_a_file(tmp_path: Path) -> None:
    odd = tmp_path / "a.tif[page=1]"
    odd.write_bytes(b"x")
    assert file_of(odd) == odd


def test_a_file_is_asked_and_hashed_whatever_is_meant_of_it(tmp_path: Path) -> None:
    file = tmp_path / "a.tif"
    file.write_bytes(b"abc")
    assert check_regular(PageAddress(2).path(file)).st_size == 3
    assert sha256_file(PageAddress(2).path(file)) == sha256_file(file)
    with pytest.raises(InputError, match=r"b\.tif\[page=2\] is not there"):
        check_regular(PageAddress(2).path(tmp_path / "b.tif"))
