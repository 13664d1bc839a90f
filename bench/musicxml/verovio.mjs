// What Verovio reads in scores: one line a file, of tab-separated fields:
//   name, notes, grace notes, cue notes, measures, ties, then every struck note as ONSET:PITCH (quarters, MIDI key).
// Of a file that Verovio does not read: name, "unreadable".
//
//   npm install verovio && node verovio.mjs LIST ROOT > out.tsv      LIST: a file of names below ROOT, one a line
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
        const loaded = zipped
            ? toolkit.loadZipDataBuffer(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
            : toolkit.loadData(text(bytes));
        if (!loaded) {
            return ['unreadable'];
        }
        const mei = toolkit.getMEI({});
        const struck = [];
        const pitches = new Map();
        let notes = 0, graces = 0, cues = 0;
        for (const [element] of mei.matchAll(/<note [^>]*>/g)) {
            if (/ grace="/.test(element)) {
                graces++;
            } else if (/ cue="true"/.test(element)) {
                cues++;
            } else {
                notes++;
            }
        }
        const graced = new Set([...mei.matchAll(/<note [^>]*>/g)].map(m => m[0]).filter(e => / (grace="|cue="true")/.test(e))
            .map(e => /xml:id="([^"]*)"/.exec(e)[1]));
        for (const event of toolkit.renderToTimemap({ includeMeasures: false })) {
            for (const id of event.on ?? []) {
                if (!graced.has(id)) {
                    struck.push(`${event.qstamp.toFixed(4)}:${toolkit.getMIDIValuesForElement(id).pitch}`);
                }
            }
        }
        const count = (pattern) => [...mei.matchAll(pattern)].length;
        return [notes, graces, cues, count(/<measure[ >]/g), count(/<tie /g), struck.join(' ')];
    } finally {
        toolkit.destroy();
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
