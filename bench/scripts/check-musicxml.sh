#!/bin/sh
# Opens MusicXML files in MuseScore and compares what it plays with what the files say: the pitch and the onset, in
# quarters, of every note that is struck. A check by hand, no part of the build.
#
#   bench/scripts/check-musicxml.sh FILE.musicxml...
#
# Needs mscore3 (Debian: musescore3) and python3.
set -eu
for tool in mscore3 python3; do
    command -v "$tool" >/dev/null || { echo "$tool is not installed." >&2; exit 2; }
done
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
for file in "$@"; do
    QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR="$scratch" timeout 120 mscore3 -o "$scratch/out.mid" "$file" \
        >"$scratch/log" 2>&1 || { echo "$file: MuseScore does not open it"; cat "$scratch/log"; failed=1; continue; }
    python3 - "$file" "$scratch/out.mid" <<'PYTHON' || failed=1
import struct, sys, collections
import xml.etree.ElementTree as xml

def written(path):
    """(onset in 24ths of a quarter, pitch) of each struck note; drums by their key."""
    root = xml.parse(path).getroot()
    keys = {m.get('id'): int(m.findtext('midi-unpitched')) - 1 for m in root.iter('midi-instrument')
            if m.find('midi-unpitched') is not None}
    notes = collections.Counter()
    for part in root.findall('part'):
        start, divisions = 0, 1
        for measure in part.findall('measure'):
            at = last = start
            longest = start
            for e in measure:
                if e.tag == 'attributes' and e.find('divisions') is not None:
                    divisions = int(e.findtext('divisions'))
                elif e.tag == 'backup':
                    at -= int(e.findtext('duration'))
                elif e.tag == 'note':
                    if e.find('chord') is None:
                        last = at
                        at += int(e.findtext('duration'))
                        longest = max(longest, at)
                    if e.find('rest') is None and not any(t.get('type') == 'stop' for t in e.findall('tie')):
                        if e.find('unpitched') is not None:
                            pitch = keys[e.find('instrument').get('id')]
                        else:
                            p = e.find('pitch')
                            pitch = 12 * (int(p.findtext('octave')) + 1) + int(p.findtext('alter') or 0) \
                                + {'C': 0, 'D': 2, 'E': 4, 'F': 5, 'G': 7, 'A': 9, 'B': 11}[p.findtext('step')]
                        notes[(round(last * 24 / divisions), pitch)] += 1
            start = longest
    return notes

def played(path):
    data = open(path, 'rb').read()
    _, tracks, division = struct.unpack('>HHH', data[8:14])
    at, notes = 14, collections.Counter()
    for _ in range(tracks):
        size = struct.unpack('>I', data[at + 4:at + 8])[0]
        i, end, tick, status = at + 8, at + 8 + size, 0, 0
        at = end
        def number():
            nonlocal i
            value = 0
            while True:
                value = value << 7 | data[i] & 127
                i += 1
                if data[i - 1] < 128:
                    return value
        while i < end:
            tick += number()
            if data[i] >= 128:
                status = data[i]
                i += 1
            if status == 0xFF:
                i += 1
                length = number()
                i += length
            elif status in (0xF0, 0xF7):
                length = number()
                i += length
            else:
                if status & 0xF0 == 0x90 and data[i + 1] > 0:
                    notes[(round(tick * 24 / division), data[i])] += 1
                i += 1 if status & 0xF0 in (0xC0, 0xD0) else 2
    return notes

wrote, heard = written(sys.argv[1]), played(sys.argv[2])
missing, extra = wrote - heard, heard - wrote
print(f"{sys.argv[1]}: {sum(wrote.values())} notes written, {sum(heard.values())} played, "
      f"{sum(missing.values())} missing, {sum(extra.values())} added")
for name, odd in (('missing', missing), ('added', extra)):
    for (onset, pitch), n in sorted(odd.items())[:5]:
        print(f"  {name}: pitch {pitch} at quarter {onset / 24:.3f}" + (f" x{n}" if n > 1 else ''))
sys.exit(1 if missing or extra else 0)
PYTHON
done
exit $failed
