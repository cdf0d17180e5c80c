#!/bin/sh
# Removes GranView for the user who runs this: all its versions, its entry in the menu, its file type and its command.
#
#   uninstall.sh           keep comparisons, settings, and the runtimes that lanes run under
#   uninstall.sh --help
set -eu

here=$(dirname -- "$(readlink -f -- "$0")")
data=${XDG_DATA_HOME:-$HOME/.local/share}
commands=$HOME/.local/bin

is_version() { [ ! -L "$1" ] && [ -f "$1/VERSION" ] && [ -f "$1/granview" ] && [ -f "$1/share/granview.desktop" ]; }
fail() { printf 'uninstall.sh: %s\n' "$*" >&2; exit 1; }

case ${1:-} in
    '') ;;
    -h|--help) sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) fail "There is no option '$1'. See --help." ;;
esac

apps=$(dirname -- "$here")
[ -L "$apps/current" ] || fail "$here was not installed: a folder that is used where it was unpacked can simply be deleted."

case $(readlink -- "$commands/granview" 2>/dev/null || true) in "$apps"/*) rm -f -- "$commands/granview" ;; esac
rm -f -- "$data/applications/granview.desktop" "$data/mime/packages/granview.xml"
find "$data/icons/hicolor" \( -name 'granview.*' -o -name 'application-x-granview.*' \) -type f -exec rm -f -- {} +
"$here/refresh_desktop.sh" "$data"
rm -f -- "$apps/current"
for version in "$apps"/*; do
    is_version "$version" && rm -rf -- "$version"
done
rmdir -- "$apps" "$(dirname -- "$apps")" 2>/dev/null || true
printf '%s\n' "GranView is removed. Comparisons, settings and runtimes are kept in $data/GranView and ${XDG_CONFIG_HOME:-$HOME/.config}/GranView."
