#!/bin/sh
# GranView @VERSION@ for Linux on @MACHINE@, from glibc @GLIBC@ on. Run this file: it needs neither root nor a network.
#
#   sh @NAME@                  install for the user who runs it
#   sh @NAME@ --extract DIR    only unpack; DIR/GranView/granview starts it where it lies
#   sh @NAME@ --check          only see whether the file came whole
set -eu

self=$(readlink -f -- "$0")
offset=@OFFSET@
first=@FIRST@
sum=@SHA256@
mib=@MIB@

fail() { printf '%s\n' "$*" >&2; exit 1; }
payload() { tail -c "+$offset" -- "$self"; }
whole() {
    [ "$(payload | sha256sum | cut -d' ' -f1)" = "$sum" ] || fail "This file did not come whole. Download it again."
}
unpack() {
    mkdir -p -- "$1"
    free=$(df -Pk -- "$1" | awk 'NR == 2 { print $4 }')
    [ "$((free / 1024))" -gt "$mib" ] || fail "$1 has $((free / 1024)) MiB free, and GranView needs $mib MiB."
    payload | head -c "$first" | tar -xzf - -C "$1"
    # The rest is of xz, which a system may lack, and the interpreter that has just come reads.
    python=$1/GranView/python/bin/python3
    "$python" -I -S -c "import lzma" || fail "GranView needs glibc @GLIBC@ or newer; this system's is older."
    payload | tail -c "+$((first + 1))" | "$python" -I -S -c "$read_xz" | tar -xf - -C "$1"
}
read_xz='import lzma, shutil, sys; shutil.copyfileobj(lzma.open(sys.stdin.buffer), sys.stdout.buffer, 1 << 20)'

case ${1:-} in
    --check) whole; printf '%s\n' "The file is whole."; exit 0 ;;
    --extract)
        [ $# -ge 2 ] || fail "--extract needs a folder."
        whole; unpack "$2"; printf '%s\n' "Unpacked into $2/GranView. Start it with $2/GranView/granview."; exit 0 ;;
    -h|--help) sed -n '2,6s/^# \{0,1\}//p' "$self"; exit 0 ;;
esac

whole
# Within the folder of versions, so that installing is a rename and never half a copy.
apps=${XDG_DATA_HOME:-$HOME/.local/share}/granview/app
mkdir -p -- "$apps"
fresh=$(mktemp -d "$apps/.unpacked.XXXXXX")
trap 'rm -rf -- "$fresh"' EXIT INT TERM
printf '%s\n' "Unpacking $mib MiB ..."
unpack "$fresh"
"$fresh/GranView/install.sh" --adopt "$@"
exit 0
