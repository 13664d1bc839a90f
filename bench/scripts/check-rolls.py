#!/usr/bin/env python3
"""Opens what Cadenza writes as NPZ, .mat, JSON rolls and CSV with NumPy, SciPy and Python's own readers, and compares the
notes with those of the CSV; then gives it arrays as NumPy writes them, in every layout, and compares what it reads.
A check by hand, no part of the build.

    bench/scripts/check-rolls.py FILE...        needs python3 with numpy and scipy; CADENZA names another launcher
"""
import csv, json, os, pathlib, subprocess, sys, tempfile, zipfile
import numpy, scipy.io, scipy.sparse

root = pathlib.Path(__file__).resolve().parents[2]
cadenza = os.environ.get("CADENZA", str(root / "cadenza"))
STEPS = 24


def convert(source, target, *flags):
    subprocess.run([cadenza, "convert", "--quiet", str(source), str(target), *flags], check=True)
    return target


def table(path):
    """Notes of each part as (onset, duration, pitch, velocity), in steps."""
    parts = {}
    for row in csv.DictReader(open(path, encoding="utf-8", newline="")):
        per = int(row["ticks_per_quarter"])
        step = lambda ticks: (2 * int(ticks) * STEPS + per) // (2 * per)
        start = step(row["onset_ticks"])
        end = max(start + 1, step(int(row["onset_ticks"]) + int(row["duration_ticks"])))
        parts.setdefault(int(row["part"]), []).append((start, end, int(row["pitch"]), int(row["velocity"])))
    return parts


def cells(notes, steps):
    """The grid by the rule of docs/formats/rolls.md."""
    merged = {}
    for start, end, pitch, velocity in notes:
        old = merged.get((pitch, start), (0, 0))
        merged[pitch, start] = (max(old[0], end), max(old[1], velocity))
    roll, onset = numpy.zeros((steps, 128), numpy.uint8), numpy.zeros((steps, 128), bool)
    for (pitch, start), (end, velocity) in sorted(merged.items()):
        roll[start:end, pitch] = 0
        roll[start:end, pitch] = velocity
        onset[start, pitch] = True
    # A later note of the same pitch ends the earlier one, and nothing of that sounds after it.
    for pitch in range(128):
        starts = sorted(s for p, s in merged if p == pitch)
        for i, start in enumerate(starts):
            until = starts[i + 1] if i + 1 < len(starts) else steps
            end = min(merged[pitch, start][0], until)
            roll[start:until, pitch] = 0
            roll[start:end, pitch] = merged[pitch, start][1]
    return roll, onset


def same(what, a, b):
    if not numpy.array_equal(numpy.asarray(a), numpy.asarray(b)):
        sys.exit(f"{what}: differs")


for file in sys.argv[1:]:
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        parts = table(convert(file, scratch / "a.csv"))
        npz = numpy.load(convert(file, scratch / "a.npz"))
        mat = scipy.io.loadmat(convert(file, scratch / "a.mat"))
        rolls = json.load(open(convert(file, scratch / "a.roll.json"), encoding="utf-8"))
        info = json.loads(npz["info.json"])
        assert info["resolution"] == STEPS == mat["steps_per_quarter"][0, 0] == rolls["stepsPerQuarter"]
        notes = 0
        number = 0
        while f"roll_{number}" in npz:
            dense, onset = npz[f"roll_{number}"], npz[f"onset_{number}"]
            assert dense.dtype == numpy.uint8 and onset.dtype == bool and dense.shape[1] == 128
            roll, begun = cells(parts.get(number + 1, []), len(dense))
            same(f"{file} roll {number}", dense, roll)
            same(f"{file} onset {number}", onset, begun)
            name = f"pianoroll_{number}_csc_"
            sparse = scipy.sparse.csc_matrix((npz[name + "data"], npz[name + "indices"], npz[name + "indptr"]), shape=npz[name + "shape"])
            same(f"{file} sparse {number}", sparse.toarray(), dense)
            same(f"{file} mat roll {number}", mat["rolls"][0, number], dense)
            same(f"{file} mat onset {number}", mat["onsets"][0, number], onset)
            track = rolls["tracks"][number]
            same(f"{file} frames", [[p in f for p in range(128)] for f in map(set, track["frames"])] or numpy.zeros((0, 128)), dense > 0)
            same(f"{file} onsets", [[p in f for p in range(128)] for f in map(set, track["onsets"])] or numpy.zeros((0, 128)), onset)
            notes += int(onset.sum())
            number += 1
        assert number == len(rolls["tracks"]) == mat["rolls"].shape[1]
        assert npz["tempo"].shape == npz["downbeat"].shape == (len(npz["roll_0"]), 1)

        # Arrays as NumPy writes them, back into notes.
        dense = npz["roll_0"]
        for what, array in {"bytes": dense, "columns first": numpy.asfortranarray(dense), "big end first": dense.astype(">i8"),
                            "fractions": dense.astype(numpy.float32) / 127, "pitches by steps": dense.T.copy() if len(dense) not in (88, 128) else dense}.items():
            for save in (numpy.savez, numpy.savez_compressed):
                save(scratch / "b.npz", piano=array)
                back = numpy.load(convert(scratch / "b.npz", scratch / "c.npz", "--force"))["roll_0"]
                same(f"{file} {what}", back > 0, dense[:len(back)] > 0)
        scipy.io.savemat(scratch / "b.mat", {"piano": dense.astype(float)}, do_compression=True)
        same(f"{file} savemat", numpy.load(convert(scratch / "b.mat", scratch / "c.npz", "--force"))["roll_0"] > 0, dense[:len(back)] > 0)
        # pypianoroll's own way to save.
        numpy.savez_compressed(scratch / "p.npz", **{k: npz[k] for k in npz.files if k.startswith("pianoroll_") or k in ("tempo", "downbeat")})
        with zipfile.ZipFile(scratch / "p.npz", "a") as archive:
            archive.writestr("info.json", json.dumps({k: v for k, v in info.items() if k != "cadenza"}), zipfile.ZIP_DEFLATED)
        back = numpy.load(convert(scratch / "p.npz", scratch / "c.npz", "--force"))
        same(f"{file} as pypianoroll", back["roll_0"] > 0, dense[:len(back["roll_0"])] > 0)
        print(f"{file}: {notes} notes in {number} rolls are the same")
