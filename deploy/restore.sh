#!/bin/sh
# Puts a backup back, and says whether what it holds is what was published:
#
#   restore.sh BACKUP.tar.gz [ROOT]
#
# ROOT is / unless it is given. Nothing that is there is overwritten. The program is
# the one that MINGFA names, /opt/mingfa/mingfa without it. Status 1 when the site
# that was restored is not as its manifest says, 2 when nothing was restored.
set -eu
backup=${1:-} root=${2:-/}
if [ -z "$backup" ] || [ $# -gt 2 ]; then
  sed -n 's/^#   //p' "$0" >&2
  exit 2
fi
mingfa=${MINGFA:-/opt/mingfa/mingfa}

[ -f "$backup" ] || { echo "找不到备份 $backup" >&2; exit 2; }
gzip -t "$backup" 2>/dev/null || { echo "备份 $backup 已经损坏，没有恢复" >&2; exit 2; }
for folder in srv/mingfa srv/git; do
  if [ -n "$(ls -A "$root/$folder" 2>/dev/null)" ]; then
    echo "$root/$folder 里已经有文件，没有恢复。请先把它移走" >&2
    exit 2
  fi
done
if tar -tzf "$backup" | grep -qvE '^srv/(mingfa|git)(/|$)'; then
  echo "备份 $backup 里有 srv/mingfa 和 srv/git 以外的文件，没有恢复" >&2
  exit 2
fi

tar -C "$root" --no-same-owner -xzpf "$backup"
echo "已恢复到 $root；请把文件交给发布的账户：chown -R mingfa:mingfa $root/srv/mingfa"
[ -e "$root/srv/mingfa/site/current" ] || { echo "备份里没有发布过的网站" >&2; exit 1; }
exec "$mingfa" verify "$root/srv/mingfa/site"
