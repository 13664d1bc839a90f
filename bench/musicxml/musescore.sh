#!/bin/sh
# Opens scores in MuseScore 3 and keeps what it read as its own files (.mscx), which MscxNotes reads.
#
#   bench/musicxml/musescore.sh LIST ROOT OUT [SUFFIX]     LIST: a file of names below ROOT, one a line; OUT/NAME.mscx is written
#
# Needs musescore3 (Debian: musescore3) and python3. Batches of 40: where MuseScore dies in one, its files are tried one by one.
set -eu
list=$1 root=$2 out=$3
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR="$scratch" XDG_CONFIG_HOME="$scratch/config" XDG_DATA_HOME="$scratch/data"
split -l 40 "$list" "$scratch/batch."
convert() {
    python3 - "$1" "$root" "$out" > "$scratch/job.json" <<'PYTHON'
import json, os, sys
names, root, out = sys.argv[1:]
jobs = []
for name in open(names, encoding='utf-8').read().split('\n'):
    target = os.path.join(out, name + '.mscx')
    if name and not os.path.exists(target):
        os.makedirs(os.path.dirname(target), exist_ok=True)
        jobs.append({'in': os.path.join(root, name), 'out': target})
json.dump(jobs, sys.stdout)
PYTHON
    [ "$(cat "$scratch/job.json")" = "[]" ] || timeout "$2" musescore3 -j "$scratch/job.json" >"$scratch/log" 2>&1
}
for batch in "$scratch"/batch.*; do
    convert "$batch" 600 && continue
    split -l 1 -a 4 "$batch" "$scratch/single."
    for single in "$scratch"/single.*; do
        convert "$single" 60 || { echo "not opened: $(cat "$single")"; tail -2 "$scratch/log"; }
    done
    rm -f "$scratch"/single.*
done
