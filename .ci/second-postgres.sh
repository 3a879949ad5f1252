#!/usr/bin/env bash
# Runs the tests of the store on Debian's PostgreSQL 15, in a cluster of its own that goes afterwards.
# The words given are handed to `npm test`.
set -euo pipefail

cd "$(dirname "$0")/.."
bin=/usr/lib/postgresql/15/bin
# In memory where there is room, as tests/servers.ts does.
place="${TMPDIR:-/tmp}"
if [ "$(df --output=avail /dev/shm 2>/dev/null | tail -n 1)" -ge 4000000 ] 2>/dev/null; then place=/dev/shm; fi
work="$(mktemp -d -p "$place")"
server=""

clean() {
  if [ -n "$server" ]; then
    kill -INT "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap clean EXIT

# PostgreSQL refuses to be root.
unprivileged=()
if [ "$(id -u)" -eq 0 ]; then
  unprivileged=(setpriv --reuid=65534 --regid=65534 --clear-groups)
  chown 65534:65534 "$work"
fi
cd "$work"
"${unprivileged[@]}" "$bin/initdb" -D "$work/data" -U postgres --auth-local=trust --auth-host=reject \
  --encoding=UTF8 --locale=C.UTF-8 --no-sync --no-instructions >"$work/initdb.log" || { cat "$work/initdb.log" >&2; exit 1; }
"${unprivileged[@]}" "$bin/postgres" -D "$work/data" -k "$work" -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
  -c max_connections=200 2>"$work/postgres.log" &
server=$!
cd - >/dev/null
until "$bin/pg_isready" -q -h "$work"; do
  kill -0 "$server" 2>/dev/null || { cat "$work/postgres.log" >&2; exit 1; }
  sleep 0.1
done
export DATABASE_URL="postgres://postgres@localhost/postgres?host=$work"
npm test -- "$@"
