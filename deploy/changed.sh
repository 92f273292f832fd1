#!/bin/sh
# Whether there is something to publish: changed.sh PORTAL STAMP
#
# Status 0 when a file of PORTAL is newer than STAMP, which stands for the last
# successful publishing, and none was written within the last minute: a copy may
# be under way. Then STAMP.next tells when this look was taken; who has published
# moves it over STAMP, so that what changes meanwhile counts the next time.
# Of a portal in git it is commits that are published; logs/HEAD tells of them.
# Status 1 when there is nothing to do, 255 when PORTAL is not there.
set -eu
portal=$1 stamp=$2

[ -d "$portal/seeds" ] || { echo "找不到 $portal/seeds" >&2; exit 255; }
set --
for part in seeds content layouts static assets data hugo.toml .git/logs/HEAD; do
  [ ! -e "$portal/$part" ] || set -- "$@" "$portal/$part"
done

touch "$stamp.next"
[ -z "$(find "$@" -mmin -1 ! -newer "$stamp.next" -print -quit)" ] || exit 1
[ ! -e "$stamp" ] || [ -n "$(find "$@" -newer "$stamp" -print -quit)" ]
