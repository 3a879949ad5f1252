#!/usr/bin/env bash
# What a person does first: clone, `npm start`, kill it in the middle, `npm start` again, Ctrl-C. In an empty folder,
# from the last commit. Ends with 0 when the pages answered both times and nothing of it runs any more.
# With a folder, which is not there: as soon as the packages are installed it holds the same files.
set -euo pipefail

checkout="$(cd "$(dirname "$0")/.." && pwd)"
work="$(mktemp -d)"
clone="$work/traguardo"
packages="${1:-}"
leader=""

# Everything that works in the clone or was started with a path in it, but for this script.
processes() {
  local proc pid
  cd /
  for proc in /proc/[0-9]*; do
    pid="${proc#/proc/}"
    [ "$pid" = "$$" ] && continue
    if [[ "$(readlink "$proc/cwd" 2>/dev/null)" == "$clone"* ]] ||
      tr '\0' ' ' 2>/dev/null <"$proc/cmdline" | grep -qF "$clone"; then
      grep -q '^State:.*[ZX]' "$proc/status" 2>/dev/null || echo "$pid"
    fi
  done
  return 0
}

clean() {
  local code=$? pid
  cd /
  for pid in $(processes); do kill -KILL "$pid" 2>/dev/null || true; done
  if [ "$code" -ne 0 ]; then
    echo "bare clone: FAILED; the terminal and the log said:" >&2
    tail -n 60 "$work"/terminal-* "$clone/.traguardo/log" >&2 2>/dev/null || true
  fi
  rm -rf "$work" ${packages:+"$packages.part"}
}
trap clean EXIT

free_port() {
  node -e 'const s = require("net").createServer(); s.listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); });'
}

# Links where the folders share a disk: an installation costs half a minute of processor.
share_packages() {
  grep -qF "Pacchetti installati" "$work/terminal-first" || return 0
  # Of one that was broken off: a copy would go inside it.
  rm -rf "$packages.part"
  cp -al "$clone/node_modules" "$packages.part" 2>/dev/null ||
    { rm -rf "$packages.part" && cp -a "$clone/node_modules" "$packages.part"; }
  mv "$packages.part" "$packages"
  packages=""
}

# Starts in a process group of its own, as a terminal does, and waits for the line with the address.
start() {
  local terminal="$work/terminal-$1" since=$SECONDS
  set -m
  npm start -- --port "$port" >"$terminal" 2>&1 &
  leader=$!
  set +m
  until grep -qF "http://localhost:$port" "$terminal"; do
    kill -0 "$leader" 2>/dev/null || { echo "bare clone: npm start ended early" >&2; return 1; }
    [ -z "$packages" ] || share_packages
    [ $((SECONDS - since)) -lt 600 ] || { echo "bare clone: no address after 10 minutes" >&2; return 1; }
    sleep 0.2
  done
  node -e '
    fetch(process.argv[1]).then(async (answer) => {
      if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
    }).catch((error) => { console.error(error); process.exit(1); });
  ' "http://127.0.0.1:$port/salute/pronto"
  echo "bare clone: start $1 ready after $((SECONDS - since)) s"
}

git clone --quiet "$checkout" "$clone"
cd "$clone"
port="$(free_port)"

start first
# The supervisor alone is killed; npm and its shell end by themselves.
supervisor="$(node -p 'JSON.parse(require("fs").readFileSync(".traguardo/lock", "utf8")).pid')"
kill -KILL "$supervisor"
wait "$leader" || true

start second
kill -INT -- "-$leader"
wait "$leader" || [ $? -eq 130 ]
left="$(processes)"
if [ -n "$left" ]; then
  echo "bare clone: still running after Ctrl-C:" >&2
  for pid in $left; do echo "$pid $(tr '\0' ' ' <"/proc/$pid/cmdline")" >&2 || true; done
  exit 1
fi
[ ! -e .traguardo/lock ] || { echo "bare clone: the lock was left behind" >&2; exit 1; }
git diff --exit-code -- package-lock.json
echo "bare clone: installed, started, killed, started again, stopped"
