#!/usr/bin/env bash
# What every forge's workflow runs, so that they all do the same:
#
#   deploy/publish.sh check           what is wrong with the reports
#   deploy/publish.sh build DIR       the site, in the folder DIR
#   deploy/publish.sh release DIR     a release of the site below DIR, live at once
#
# The program is the one that MINGFA names, or the one compiled from this
# repository, or an installed one. The work is done in the folder above this one.
set -euo pipefail
cd "$(dirname "$0")/.."

usage() {
  sed -n 's/^#   //p' "$0" >&2
  exit 2
}

program() {
  if [ -n "${MINGFA:-}" ]; then
    return
  elif [ -f generator/main.go ]; then
    MINGFA=$PWD/.mingfa/bin/mingfa
    go build -o "$MINGFA" ./generator
  elif ! MINGFA=$(command -v mingfa); then
    echo "找不到明法的程序：请安装 mingfa，或用环境变量 MINGFA 指明它的路径" >&2
    exit 2
  fi
}

case "${1:-} $#" in
  "check 1")
    program
    # GitHub shows findings beside the lines that they are about. Forgejo and
    # Gitea set its variables too, but do not.
    if [ "${GITHUB_ACTIONS:-}" = true ] && [ -z "${FORGEJO_ACTIONS:-}${GITEA_ACTIONS:-}" ]; then
      exec "$MINGFA" check --format github
    fi
    exec "$MINGFA" check
    ;;
  "build 2")
    program
    exec "$MINGFA" build --to "$2"
    ;;
  "release 2")
    program
    exec "$MINGFA" publish --to "$2"
    ;;
  *) usage ;;
esac
