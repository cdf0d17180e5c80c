"""Makes the disk image that a person on macOS downloads, by Apple's own tools."""

import os
import shutil
from pathlib import Path
from typing import Final

from app.icons import write_packed
from app.layout import Layout, this_machine, version
from app.macos.info import write_info
from app.steps import Say, Step

HERE: Final = Path(__file__).resolve().parent
IDENTITY: Final = "GRANVIEW_SIGN_IDENTITY"
"""The certificate: ``Developer ID Application: NAME (TEAM)``; else it is signed for this Mac alone."""

NOTARY_PROFILE: Final = "GRANVIEW_NOTARY_PROFILE"
"""The credentials that ``xcrun notarytool store-credentials`` has kept under a name."""


def steps(layout: Layout, out: Path) -> list[Step]:
    """What is done after the folder is built."""
    app, image = app_folder(layout), disk_image(out)
    identity = os.environ.get(IDENTITY, "-")
    profile = os.environ.get(NOTARY_PROFILE, "PROFILE")
    launcher = HERE / "launcher.c"
    entitlements = HERE / "entitlements.plist"
    signed = ("codesign", "--force", "--options", "runtime", "--sign", identity, "--entitlements", str(entitlements))
    dated = ("--timestamp",) if identity != "-" else ()
    libraries = r"find '{0}' \( -name '*.so' -o -name '*.dylib' -o -perm -111 \) -type f -print0 | xargs -0 {1}"
    return [
        Step("move the folder into GranView.app, beside Info.plist and GranView.icns"),
        Step(
            "compile the application's executable",
            (
                "cc",
                "-O2",
                f'-DPYTHON="{layout.python_version}"',
                str(launcher),
                "-o",
                str(app / "Contents/MacOS/GranView"),
            ),
            needs=(launcher,),
        ),
        Step(
            "sign every library and program within",
            ("sh", "-c", libraries.format(app / "Contents/Resources", " ".join(map(_quoted, (*signed, *dated))))),
            needs=(entitlements,),
        ),
        Step("sign the application", (*signed, *dated, str(app))),
        Step("see whether the signature holds", ("codesign", "--verify", "--deep", "--strict", str(app))),
        Step(
            "offer the folder of applications beside it",
            ("ln", "-sfn", "/Applications", str(app.parent / "Applications")),
        ),
        Step(
            "make the disk image",
            (
                "hdiutil",
                "create",
                "-volname",
                "GranView",
                "-srcfolder",
                str(app.parent),
                "-format",
                "ULMO",
                "-ov",
                str(image),
            ),
        ),
        Step(
            "have Apple notarise it",
            ("xcrun", "notarytool", "submit", str(image), "--keychain-profile", profile, "--wait"),
            when=NOTARY_PROFILE,
        ),
        Step("staple the notary's ticket to it", ("xcrun", "stapler", "staple", str(image)), when=NOTARY_PROFILE),
    ]


def app_folder(layout: Layout) -> Path:
    """``GranView.app``, in a folder of its own: that becomes the disk image."""
    return layout.folder.parent / "image" / "GranView.app"


def disk_image(out: Path) -> Path:
    """The file that is downloaded."""
    return out / f"GranView-{version()}-macos-{this_machine()}.dmg"


def lay_out(layout: Layout) -> Path:
    """Put the built folder into ``GranView.app`` with what describes it; returns that."""
    app = app_folder(layout)
    shutil.rmtree(app.parent, ignore_errors=True)
    (app / "Contents" / "MacOS").mkdir(parents=True)
    (app / "Contents" / "Resources").mkdir()
    shutil.move(layout.folder, app / "Contents" / "Resources" / "GranView")
    write_info(app / "Contents" / "Info.plist")
    write_packed(app / "Contents" / "Resources" / "GranView.icns")
    return app


def build(layout: Layout, out: Path, say: Say) -> list[Path]:
    """Follow the steps; returns the disk image."""
    lay_out(layout)
    for step in steps(layout, out):
        if step.command and (not step.when or step.when in os.environ):
            say(f"To {step.what} …")
            step.run(out)
    return [disk_image(out)]


def _quoted(word: str) -> str:
    return "'" + word.replace("'", "'\\''") + "'"
