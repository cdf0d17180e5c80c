"""What macOS is told of the application."""

import plistlib
from pathlib import Path

from app.layout import version
from app.macos.info import FILE_TYPE, write_info
from app.macos.recipe import HERE


def test_the_type_that_it_owns_is_the_type_that_it_opens(tmp_path: Path) -> None:
    write_info(tmp_path / "Contents" / "Info.plist")
    info = plistlib.loads((tmp_path / "Contents" / "Info.plist").read_bytes())

    assert info["CFBundleShortVersionString"] == version()
    assert info["CFBundleDocumentTypes"][0]["LSItemContentTypes"] == [FILE_TYPE]
    declared = info["UTExportedTypeDeclarations"][0]
    assert declared["UTTypeIdentifier"] == FILE_TYPE
    assert declared["UTTypeTagSpecification"] == {"public.filename-extension": ["granview"]}


def test_entitlements_are_a_property_list_of_three_rights() -> None:
    assert len(plistlib.loads((HERE / "entitlements.plist").read_bytes())) == 3
