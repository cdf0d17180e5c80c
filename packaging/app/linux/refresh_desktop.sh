#!/bin/sh
# Lets the desktop know of entries, types and icons in the folder that is named, by those of its programs that are there.
data=$1
if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime" >/dev/null 2>&1; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$data/applications" 2>/dev/null; fi
if command -v gtk-update-icon-cache >/dev/null && [ -f "$data/icons/hicolor/index.theme" ]; then
    gtk-update-icon-cache -q -t "$data/icons/hicolor" 2>/dev/null
fi
if command -v xdg-mime >/dev/null && [ -f "$data/applications/granview.desktop" ]; then
    xdg-mime default granview.desktop application/x-granview 2>/dev/null
fi
exit 0
