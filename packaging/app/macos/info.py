"""``Info.plist``: what macOS knows of the application and of the type of its files."""

import plistlib
from pathlib import Path
from typing import Any, Final

from app.layout import version

IDENTIFIER: Final = "org.granview.GranView"
FILE_TYPE: Final = "org.granview.comparison"
OLDEST_SYSTEM: Final = "13.0"


def info() -> dict[str, Any]:
    """The content."""
    return {
        "CFBundleName": "GranView",
        "CFBundleDisplayName": "GranView",
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleExecutable": "GranView",
        "CFBundleIconFile": "GranView.icns",
        "CFBundlePackageType": "APPL",
        "CFBundleInfoDictionaryVersion": "6.0",
        "CFBundleShortVersionString": version(),
        "CFBundleVersion": version(),
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "zh-Hans"],
        "LSMinimumSystemVersion": OLDEST_SYSTEM,
        "LSApplicationCategoryType": "public.app-category.developer-tools",
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "Apache License 2.0",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "GranView comparison",
                "CFBundleTypeRole": "Editor",
                "CFBundleTypeIconFile": "GranView.icns",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [FILE_TYPE],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": FILE_TYPE,
                "UTTypeDescription": "GranView comparison",
                "UTTypeConformsTo": ["public.data", "public.database"],
                "UTTypeTagSpecification": {"public.filename-extension": ["granview"]},
            }
        ],
    }


def write_info(file: Path) -> None:
    """Write the content."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(plistlib.dumps(info()))
