#!/bin/sh
# Installs GranView for the user who runs this; root is not needed, and nothing outside the user's own folders is touched.
#
#   ./install.sh               install beside other versions, and switch to this one
#   ./install.sh --into DIR    keep versions in DIR instead
#   ./install.sh --help
#
# A version that is running goes on running: it keeps its own folder until the next but one is installed.
set -eu

here=$(dirname -- "$(readlink -f -- "$0")")
data=${XDG_DATA_HOME:-$HOME/.local/share}
apps=$data/granview/app
commands=$HOME/.local/bin
adopt=no

# A folder of GranView, and no other that somebody keeps in the folder of --into.
is_version() { [ ! -L "$1" ] && [ -f "$1/VERSION" ] && [ -f "$1/granview" ] && [ -f "$1/share/granview.desktop" ]; }
say() { printf '%s\n' "$*"; }
fail() { printf 'install.sh: %s\n' "$*" >&2; exit 1; }

while [ $# -gt 0 ]; do
    case $1 in
        --into) [ $# -ge 2 ] || fail "--into needs a folder."; apps=$2; shift 2 ;;
        --adopt) adopt=yes; shift ;;  # of the file that unpacks itself: move this folder, do not copy it
        -h|--help) sed -n '2,8s/^# \{0,1\}//p' "$0"; exit 0 ;;
        *) fail "There is no option '$1'. See --help." ;;
    esac
done

[ -x "$here/granview" ] && [ -f "$here/VERSION" ] || fail "$here is no folder of GranView."
version=$(cat -- "$here/VERSION")
mkdir -p -- "$apps"
apps=$(readlink -f -- "$apps")

# 1. The new version, whole, beside the others.
number=1
target=$apps/$version
while [ -e "$target" ]; do
    number=$((number + 1))
    target=$apps/$version-$number
done
if [ "$adopt" = yes ]; then
    mv -- "$here" "$target"
else
    needed=$(du -sk -- "$here" | cut -f1)
    free=$(df -Pk -- "$apps" | awk 'NR == 2 { print $4 }')
    [ "$free" -gt "$needed" ] || fail "$apps has $((free / 1024)) MiB free, and GranView needs $((needed / 1024)) MiB."
    rm -rf -- "$apps/.new.$$"
    trap 'rm -rf -- "$apps/.new.$$"' EXIT INT TERM
    cp -a -- "$here" "$apps/.new.$$"
    mv -- "$apps/.new.$$" "$target"
    trap - EXIT INT TERM
fi

# 2. It must start before anything points to it.
if ! said=$("$target/granview" --version 2>&1); then
    rm -rf -- "$target"
    fail "This version does not start here, and nothing was changed. It says: $said"
fi
"$target/python/bin/python3" -I "$target/check_system.py" || true

# 3. The switch: one rename, so that there is never a moment without a version.
previous=$(readlink -- "$apps/current" || true)
ln -s -- "$(basename -- "$target")" "$apps/.current.$$"
mv -T -- "$apps/.current.$$" "$apps/current"

# 4. The menu, the file type and the command.
exec_word() { printf '%s' "$1" | sed -e 's/\\/\\\\\\\\/g' -e 's/["`$]/\\\\&/g' -e 's/%/%%/g'; }
plain_word() { printf '%s' "$1" | sed -e 's/\\/\\\\/g'; }
replacement() { sed -e 's/[\\&|]/\\&/g'; }

command=$apps/current/granview
mkdir -p -- "$data/applications" "$data/mime/packages" "$data/icons/hicolor" "$commands"
sed -e "s|@COMMAND@|$(exec_word "$command" | replacement)|" -e "s|@TRY@|$(plain_word "$command" | replacement)|" \
    "$target/share/granview.desktop" > "$data/applications/.granview.$$"
mv -- "$data/applications/.granview.$$" "$data/applications/granview.desktop"
cp -- "$target/share/granview.xml" "$data/mime/packages/granview.xml"
cp -R -- "$target/share/icons/." "$data/icons/hicolor/"
linked=yes
if [ -e "$commands/granview" ] && [ ! -L "$commands/granview" ]; then linked=no; else ln -sfn -- "$command" "$commands/granview"; fi
"$target/refresh_desktop.sh" "$data"

# 5. Of older versions, the one before stays: it may be running, and it is there to go back to.
for old in "$apps"/*; do
    name=$(basename -- "$old")
    case $name in current|"$(basename -- "$target")"|"$previous") continue ;; esac
    is_version "$old" || continue
    running=no
    for exe in /proc/[0-9]*/exe; do
        case $(readlink -- "$exe" 2>/dev/null || true) in "$old"/*) running=yes ;; esac
    done
    [ "$running" = yes ] || rm -rf -- "$old"
done

say "GranView $version is installed in $target."
say "It is in the menu of applications, and opens files that end in .granview."
case "$linked:$PATH:" in
    no:*) say "$commands/granview is another program, and was left; the command is $command." ;;
    *":$commands:"*) say "The command is 'granview'." ;;
    *) say "The command is $commands/granview; $commands is not on your PATH." ;;
esac
say "To remove it: $apps/current/uninstall.sh"
