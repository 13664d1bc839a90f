// What Verovio reads in scores: one line a file, of tab-separated fields:
//   name, notes, grace notes, cue notes, measures, ties, then every struck note as ONSET:PITCH (quarters, MIDI key).
// Of a file that Verovio does not read: name, "unreadable".
//
//   npm install verovio && node verovio.mjs LIST ROOT > out.tsv      LIST: a file of names below ROOT, one a line
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(path.join(process.cwd(), 'here.js'));
const verovio = require('verovio');
const [list, root] = process.argv.slice(2);

verovio.module.onRuntimeInitialized = () => {
    for (const name of readFileSync(list, 'utf8').split('\n').filter(line => line)) {
        let line;
        try {
            line = read(path.join(root, name));
        } catch (error) {
            process.stderr.write(`${name}: ${error}\n`);
            line = ['unreadable'];
        }
        process.stdout.write([name, ...line].join('\t') + '\n');
    }
};

function read(file) {
    const toolkit = new verovio.toolkit();
    try {
        toolkit.setOptions({ breaks: 'none', expandNever: true, xmlIdSeed: 1 });
        const bytes = readFileSync(file);
        const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
        let loaded = zipped
            ? toolkit.loadZipDataBuffer(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
            : toolkit.loadData(text(bytes));
        if (!loaded && zipped) {
            // Its list of contents is damaged; the score itself may not be.
            loaded = toolkit.loadData(execFileSync('unzip', ['-p', file, '*.xml', '-x', 'META-INF/*'], { maxBuffer: 1e8 }).toString('utf8'));
        }
        if (!loaded) {
            return ['unreadable'];
        }
        const mei = toolkit.getMEI({});
        const pitches = new Map();
        const tied = new Set([...mei.matchAll(/<tie [^>]*endid="#([^"]*)"/g)].map(match => match[1]));
        let notes = 0, graces = 0, cues = 0;
        for (const note of notesOf(mei)) {
            if (note.grace) {
                graces++;
            } else if (note.cue) {
                cues++;
            } else {
                notes++;
                if (!tied.has(note.id)) {
                    pitches.set(note.id, note.pitch);
                }
            }
        }
        // It plays arpeggios and grace notes, in time that it takes from others; what is written is asked for here.
        const plain = mei.replace(/<arpeg\b[^>]*\/>/g, '').replace(/<graceGrp\b[^>]*>.*?<\/graceGrp>/gs, '')
            .replace(/<chord\b[^>]* grace="[^>]*>.*?<\/chord>/gs, '').replace(/<note\b[^>]* grace="[^>]*\/>/g, '')
            .replace(/<note\b[^>]* grace="[^>]*[^\/]>.*?<\/note>/gs, '');
        if (plain !== mei) {
            toolkit.loadData(plain);
        }
        const struck = [];
        for (const event of toolkit.renderToTimemap({ includeMeasures: false })) {
            for (const id of event.on ?? []) {
                if (pitches.has(id)) {
                    struck.push(`${event.qstamp.toFixed(4)}:${pitches.get(id)}`);
                }
            }
        }
        const count = (pattern) => [...mei.matchAll(pattern)].length;
        return [notes, graces, cues, count(/<measure[ >]/g), count(/<tie /g), struck.join(' ')];
    } finally {
        toolkit.destroy();
    }
}

/** The notes of an MEI file with their sounding keys. Asking Verovio for each takes minutes for a long score. */
function* notesOf(mei) {
    const steps = { c: 0, d: 2, e: 4, f: 5, g: 7, a: 9, b: 11 };
    const alters = { s: 1, f: -1, ss: 2, x: 2, ff: -2, ts: 3, tf: -3 };
    const transpositions = new Map();
    let staff = '1', note, chord = {};
    for (const [tag, name] of mei.matchAll(/<(staffDef|staff|chord|\/chord|note|accid|\/note)\b[^>]*>/g)) {
        const value = (attribute) => new RegExp(` ${attribute}="([^"]*)"`).exec(tag)?.[1];
        switch (name) {
            case 'staffDef':
                if (value('trans.semi') !== undefined) {
                    transpositions.set(value('n'), Number(value('trans.semi')));
                }
                break;
            case 'staff':
                staff = value('n');
                break;
            case 'chord':
                chord = tag.endsWith('/>') ? {} : { grace: value('grace') !== undefined, cue: value('cue') === 'true' };
                break;
            case '/chord':
                chord = {};
                break;
            case 'note':
                note = {
                    id: value('xml:id'), grace: chord.grace || value('grace') !== undefined,
                    cue: chord.cue || value('cue') === 'true', alter: alters[value('accid.ges') ?? value('accid')] ?? 0,
                    base: 12 * (Number(value('oct.ges') ?? value('oct')) + 1) + steps[value('pname')] + (transpositions.get(staff) ?? 0),
                };
                if (tag.endsWith('/>')) {
                    yield { ...note, pitch: note.base + note.alter };
                }
                break;
            case 'accid':
                note.alter = alters[value('accid.ges') ?? value('accid')] ?? 0;
                break;
            default:
                yield { ...note, pitch: note.base + note.alter };
        }
    }
}

function text(bytes) {
    if (bytes[0] === 0xfe && bytes[1] === 0xff) {
        return Buffer.from(bytes).swap16().toString('utf16le').slice(1);
    }
    if (bytes[0] === 0xff && bytes[1] === 0xfe) {
        return bytes.toString('utf16le').slice(1);
    }
    const head = bytes.subarray(0, 200).toString('latin1');
    return bytes.toString(/encoding=["'](iso-8859-1|windows-1252)/i.test(head) ? 'latin1' : 'utf8');
}
