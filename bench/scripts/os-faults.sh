#!/bin/bash
# What Cadenza does where the operating system stands in the way: pipes, devices, huge and packed files, names of all
# kinds, full and read-only disks. Each case must end soon, with the exit code it should have, one clear sentence, no
# stack trace, and nothing half-written. Prints a table; exits with 1 where a case failed.
#
#   bench/scripts/os-faults.sh [FOLDER]     FOLDER is made and emptied; a temporary one by default
#
# Full disks need the right to mount, other users need root; what cannot be tried here is told as skipped.
# CADENZA names another launcher than that of this checkout; SECONDS_EACH (60) bounds each run.
set -u

root=$(cd "$(dirname "$0")/../.." && pwd -P)
cadenza=${CADENZA:-$root/cadenza}
limit=${SECONDS_EACH:-60}
work=${1:-$(mktemp -d)}
mkdir -p "$work" && cd "$work" || exit 2
rm -rf ./in ./out && mkdir in out && chmod 755 . in
song=$root/docs/samples/chorale.mid
passed=0; failed=0; skipped=0
mounted=
trap '[ -n "$mounted" ] && umount "$mounted" 2>/dev/null' EXIT

row() { printf '%-8s %-52s %s\n' "$1" "$2" "$3"; }
skip() { skipped=$((skipped + 1)); row skipped "$1" "$2"; }

# check NAME CODE PATTERN COMMAND...: what is said must match PATTERN; failures say one line.
check() {
    name=$1; wanted=$2; pattern=$3; shift 3
    find out -mindepth 1 2>/dev/null | sort > before
    timeout -k 5 "$limit" "$@" > said.out 2> said.err < /dev/null
    code=$?
    find out -mindepth 1 2>/dev/null | sort > after
    said=$(cat said.err said.out | tr '\n' '|' | cut -c1-400)
    fault=
    if [ "$code" -eq 124 ] || [ "$code" -eq 137 ]; then fault="hung"
    elif [ "$code" -ne "$wanted" ]; then fault="exit code $code, not $wanted"
    elif grep -q 'Exception\|^[[:space:]]*at \|fault of Cadenza itself' said.err said.out; then fault="a stack trace"
    elif ! grep -Eqa -- "$pattern" said.err said.out; then fault="not the sentence wanted ($pattern)"
    elif [ "$wanted" -ne 0 ] && [ -s said.err ] && [ "$(grep -c '^cadenza: ' said.err)" -gt 1 ]; then fault="more than one sentence"
    elif [ "$wanted" -ne 0 ] && ! cmp -s before after; then fault="left behind: $(comm -13 before after | tr '\n' ' ')"
    elif [ -n "$(find out -name '.*.tmp' 2>/dev/null)" ]; then fault="a temporary file is left"
    fi
    if [ -z "$fault" ]; then
        passed=$((passed + 1)); row ok "$name" "${said%%|*}"
    else
        failed=$((failed + 1)); row FAILED "$name" "$fault: $said"
    fi
}

# Every command that reads a file, on a bad one. import and train name files by their endings before they open them.
reads() {
    what=$1; file=$2; pattern=$3
    check "$what: info" 1 "$pattern" "$cadenza" info "$file"
    check "$what: convert" 1 "$pattern" "$cadenza" convert "$file" out/x.csv
    check "$what: render" 1 "$pattern" "$cadenza" render "$file" --to mid --out out/
    check "$what: continue" 1 "$pattern" "$cadenza" continue "$file" --to mid --out out/
    check "$what: play" 1 "$pattern" "$cadenza" play "$file"
}
learns() {
    what=$1; file=$2; pattern=$3
    check "$what: import" 1 "$pattern" "$cadenza" import "$file" --out out/corpus
    [ "${LEARN:-yes}" = yes ] && check "$what: train" 1 "$pattern" "$cadenza" train "$file" --recipe melody --epochs 1 --out out/model
}

"$cadenza" --version > said.out 2>&1 || { cat said.out; exit 2; }
# What builds itself first says so, which is not what is tried here.
"$cadenza" train in/nothing > said.out 2>&1
row result "case" "what was said"

# ---- input
mkfifo in/pipe.mid
reads "a pipe" in/pipe.mid 'pipe'
learns "a pipe" in/pipe.mid 'pipe|no plain file|no music'
reads "a folder" in 'this is a folder'
ln -s /dev/zero in/zero.mid
reads "a device that never ends" in/zero.mid 'device'
learns "a device that never ends" in/zero.mid 'device|no plain file|no music'
truncate -s 5G in/huge.mid
reads "a file of 5 GB" in/huge.mid 'longer than 256 MB|too large|limit'
learns "a file of 5 GB" in/huge.mid 'none of its music can be used|a single piece'
truncate -s 5G in/huge.npz
check "an archive of 5 GB: convert" 1 'longer than 256 MB' "$cadenza" convert in/huge.npz out/x.csv
truncate -s 5G in/huge.musicxml
check "a score of 5 GB: convert" 1 'longer than' "$cadenza" convert in/huge.musicxml out/x.csv
for tool in gzip bzip2 xz zstd; do
    command -v $tool > /dev/null || { skip "packed with $tool" "there is no $tool"; continue; }
    $tool -c "$song" > "in/$tool.mid"
    reads "packed with $tool" "in/$tool.mid" "compressed with $tool"
done
python3 -c 'import sys, zipfile; zipfile.ZipFile(sys.argv[1], "w").write(sys.argv[2], "song.mid")' in/zip.mid "$song" 2>/dev/null \
    && reads "packed with zip" in/zip.mid 'compressed with zip'
: > in/empty.mid
reads "an empty file" in/empty.mid 'empty'
reads "no such file" in/none.mid 'no such file'
ln -s loop-b.mid in/loop-a.mid; ln -s loop-a.mid in/loop-b.mid
reads "links in a circle" in/loop-a.mid 'circle|symbolic links'
ln -s gone.mid in/dangling.mid
reads "a link to nothing" in/dangling.mid 'no such file'
mkdir in/circle && cp "$song" in/circle/ && ln -s . in/circle/again
check "a folder with itself in it: import" 0 '1 ' "$cadenza" import in/circle --out out/circle
rm -rf out/circle
newline=$'in/two\nlines.mid'
printf '<html>' > "$newline"
reads "a name of two lines" "$newline" 'two lines.mid.*web page|web page'
bytes=$'in/no\xff\xfeutf8.mid'
cp "$song" "$bytes"
reads "a name that is no UTF-8" "$bytes" 'no UTF-8'
mkdir in/odd && cp "$song" $'in/odd/no\xff.mid' && cp "$song" $'in/odd/b\xc3\xbc.mid'
check "a folder of such names: import" 0 'kept|2|1 ' "$cadenza" import in/odd --out out/odd
rm -rf out/odd

# ---- names in other languages, whatever the locale
cp "$song" 'in/süß 日本.mid'
for locale in C POSIX xx_YY.UTF-8 C.UTF-8; do
    check "LC_ALL=$locale: convert" 0 'Wrote' env LC_ALL=$locale "$cadenza" convert 'in/süß 日本.mid' 'out/größe 音.csv'
    [ -s 'out/größe 音.csv' ] || { failed=$((failed + 1)); row FAILED "LC_ALL=$locale: the name of the file" "it is another: $(ls out)"; }
    check "LC_ALL=$locale: render" 0 'Wrote' env LC_ALL=$locale "$cadenza" render 'in/süß 日本.mid' --to mid --out 'out/ж'
    [ -s 'out/ж.mid' ] || { failed=$((failed + 1)); row FAILED "LC_ALL=$locale: the name of the file" "it is another: $(ls out)"; }
    rm -rf out/*
done
check "LANG and LC_ALL unset: info" 0 'chorale|note' env -u LC_ALL -u LANG -u LC_CTYPE "$cadenza" info 'in/süß 日本.mid'

# ---- output
touch in/plain
check "below a file: convert" 1 'cannot be written' "$cadenza" convert "$song" in/plain/x.csv
check "below a file: render" 1 'cannot be written' "$cadenza" render "$song" --to mid --out in/plain/x
check "below a file: compose" 1 'cannot be written' "$cadenza" compose --bars 4 --to mid --out in/plain/x
check "below a file: import" 1 'cannot|not a folder|is a file' "$cadenza" import "$song" --out in/plain/x
long=$(printf 'n%.0s' $(seq 300))
check "a name of 300 letters: convert" 1 'cannot be written' "$cadenza" convert "$song" "out/$long.csv"
mkdir -p out/taken.csv
check "a folder has the name: convert --force" 1 'cannot be written' "$cadenza" convert --force "$song" out/taken.csv
rmdir out/taken.csv 2>/dev/null

if [ "$(id -u)" -eq 0 ] && mkdir -p small && mount -t tmpfs -o size=64k tmpfs small 2>/dev/null; then
    mounted=$work/small
    rm -rf out && ln -s small out
    check "a full disk: render" 1 'cannot be written.*space|space' "$cadenza" render "$song" --to wav --out out/
    check "a full disk: convert" 1 'space' "$cadenza" convert "$song" out/x.wav
    head -c 60000 /dev/zero > small/filler
    check "a full disk: convert to JSON" 1 'space' "$cadenza" convert "$song" out/x.json
    check "a full disk: compose" 1 'space' "$cadenza" compose --bars 8 --to musicxml --out out/x
    check "a full disk: continue" 1 'space' "$cadenza" continue "$song" --to musicxml --out out/x
    check "a full disk: import" 1 'space' "$cadenza" import "$song" --out out/corpus
    mount -o remount,ro small 2>/dev/null && {
        check "a disk to read only: convert" 1 'cannot be written' "$cadenza" convert "$song" out/x.csv
        check "a disk to read only: compose" 1 'cannot be written' "$cadenza" compose --bars 4 --to mid --out out/x
        check "a disk to read only: import" 1 'cannot' "$cadenza" import "$song" --out out/corpus
    }
    umount small && mounted=
    rm -f out && mkdir out
else
    skip "full disks, and disks to read only" "this needs the right to mount"
fi

if [ "$(id -u)" -eq 0 ] && command -v setpriv > /dev/null; then
    as="setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=$work"
    if $as test -r "$root/cadenza" && $as "$cadenza" --version > /dev/null 2>&1; then
        cp "$song" in/secret.mid && chmod 000 in/secret.mid
        mkdir in/locked && chmod 555 in/locked out
        check "a file one may not read: convert" 1 'may not be read' $as "$cadenza" convert in/secret.mid out/x.csv
        check "a file one may not read: info" 1 'may not be read' $as "$cadenza" info in/secret.mid
        check "a file one may not read: render" 1 'may not be read' $as "$cadenza" render in/secret.mid --to mid --out /tmp/
        check "a folder to read only: convert" 1 'cannot be written' $as "$cadenza" convert "$song" out/x.csv
        check "a folder to read only: render" 1 'cannot be written' $as "$cadenza" render "$song" --to mid --out out/
        check "a folder to read only: compose" 1 'cannot be written' $as "$cadenza" compose --bars 4 --to mid --out out/x
        check "a folder to read only: import" 1 'cannot' $as "$cadenza" import "$song" --out out/corpus
    else
        skip "files and folders of others" "nobody may not run the launcher here"
    fi
else
    skip "files and folders of others" "this needs root"
fi

echo "$passed as they should be, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
