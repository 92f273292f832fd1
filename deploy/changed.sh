#!/bin/sh
# Whether there is something to publish: changed.sh PORTAL STAMP
#
# Status 0 when the files of PORTAL are others than those that STAMP tells of, which
# stands for the last successful publishing, and none was written within the last
# minute: a copy may be under way. Then STAMP.next tells of them; who has published
# moves it over STAMP, so that what changes meanwhile counts the next time.
# What counts is which files there are, their sizes, times and places on the disk: a
# file that is copied there with its old date is a new one all the same. What
# publishing itself writes into the portal does not count. Of a portal in git it is
# commits that are published; they are all that counts there.
# Status 1 when there is nothing to do, 255 when PORTAL is not there.
set -eu
portal=$1 stamp=$2

[ -d "$portal/seeds" ] || { echo "找不到 $portal/seeds" >&2; exit 255; }
cd "$portal"
parts="seeds content layouts static assets data i18n hugo.toml"
[ ! -d .git ] || parts=".git/HEAD .git/logs/HEAD .git/refs/heads .git/packed-refs"
set --
for part in $parts; do
  [ ! -e "$part" ] || set -- "$@" "$part"
done

# each PATH… TEST… : the files below PATH that pass TEST, one a line.
each() {
  find "$@" -printf '%p\t%s\t%T@\t%i\n'
}
set -- "$@" -type d '(' -path content/reports -o -path content/bodies -o -path content/regions -o -path content/indicators -o -path content/glossary \
  -o -path content/search/index ')' -prune -o -type f ! -name '*.lock'

touch "$stamp.next"
[ -z "$(each "$@" -mmin -1 ! -newer "$stamp.next")" ] || exit 1
each "$@" | LC_ALL=C sort | sha256sum >"$stamp.next"
! cmp -s "$stamp.next" "$stamp"
