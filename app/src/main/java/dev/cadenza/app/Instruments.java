package dev.cadenza.app;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The 128 sounds of General MIDI, by name and number.
public final class Instruments {

    private static final List<String> NAMES = List.of(
            "Acoustic Grand Piano", "Bright Acoustic Piano", "Electric Grand Piano", "Honky-tonk Piano",
            "Electric Piano 1", "Electric Piano 2", "Harpsichord", "Clavinet",
            "Celesta", "Glockenspiel", "Music Box", "Vibraphone", "Marimba", "Xylophone", "Tubular Bells", "Dulcimer",
            "Drawbar Organ", "Percussive Organ", "Rock Organ", "Church Organ",
            "Reed Organ", "Accordion", "Harmonica", "Tango Accordion",
            "Acoustic Guitar (nylon)", "Acoustic Guitar (steel)", "Electric Guitar (jazz)", "Electric Guitar (clean)",
            "Electric Guitar (muted)", "Overdriven Guitar", "Distortion Guitar", "Guitar Harmonics",
            "Acoustic Bass", "Electric Bass (finger)", "Electric Bass (pick)", "Fretless Bass",
            "Slap Bass 1", "Slap Bass 2", "Synth Bass 1", "Synth Bass 2",
            "Violin", "Viola", "Cello", "Contrabass",
            "Tremolo Strings", "Pizzicato Strings", "Orchestral Harp", "Timpani",
            "String Ensemble 1", "String Ensemble 2", "Synth Strings 1", "Synth Strings 2",
            "Choir Aahs", "Voice Oohs", "Synth Voice", "Orchestra Hit",
            "Trumpet", "Trombone", "Tuba", "Muted Trumpet",
            "French Horn", "Brass Section", "Synth Brass 1", "Synth Brass 2",
            "Soprano Sax", "Alto Sax", "Tenor Sax", "Baritone Sax", "Oboe", "English Horn", "Bassoon", "Clarinet",
            "Piccolo", "Flute", "Recorder", "Pan Flute", "Blown Bottle", "Shakuhachi", "Whistle", "Ocarina",
            "Lead 1 (square)", "Lead 2 (sawtooth)", "Lead 3 (calliope)", "Lead 4 (chiff)",
            "Lead 5 (charang)", "Lead 6 (voice)", "Lead 7 (fifths)", "Lead 8 (bass and lead)",
            "Pad 1 (new age)", "Pad 2 (warm)", "Pad 3 (polysynth)", "Pad 4 (choir)",
            "Pad 5 (bowed)", "Pad 6 (metallic)", "Pad 7 (halo)", "Pad 8 (sweep)",
            "FX 1 (rain)", "FX 2 (soundtrack)", "FX 3 (crystal)", "FX 4 (atmosphere)",
            "FX 5 (brightness)", "FX 6 (goblins)", "FX 7 (echoes)", "FX 8 (sci-fi)",
            "Sitar", "Banjo", "Shamisen", "Koto", "Kalimba", "Bagpipe", "Fiddle", "Shanai",
            "Tinkle Bell", "Agogo", "Steel Drums", "Woodblock", "Taiko Drum", "Melodic Tom", "Synth Drum", "Reverse Cymbal",
            "Guitar Fret Noise", "Breath Noise", "Seashore", "Bird Tweet", "Telephone Ring", "Helicopter", "Applause",
            "Gunshot");

    /// What people mean by words that would first match something else.
    private static final Map<String, String> MEANT = Map.of("strings", "String Ensemble 1", "organ", "Church Organ",
            "sax", "Alto Sax", "bass", "Acoustic Bass", "voice", "Voice Oohs", "harp", "Orchestral Harp", "horn", "French Horn",
            "brass", "Brass Section");

    private Instruments() {
    }

    /// The General MIDI name of a sound.
    ///
    /// @param program 0..127
    public static String name(int program) {
        return NAMES.get(program);
    }

    /// The instruments of a list like `violin,viola,cello`: names or parts of names of General MIDI sounds (the first
    /// sound that has all the words counts), or their numbers 1..128.
    ///
    /// @param flag the flag the list came from, for the error
    /// @throws RequestException where one is unknown
    public static List<Instrument> list(String flag, String names) {
        List<Instrument> instruments = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            instruments.add(new Instrument(program(flag, name.strip()), false));
        }
        return List.copyOf(instruments);
    }

    private static int program(String flag, String name) {
        String wanted = MEANT.getOrDefault(name.toLowerCase(Locale.ROOT), name).toLowerCase(Locale.ROOT);
        if (wanted.matches("\\d{1,3}")) {
            int number = Integer.parseInt(wanted);
            if (number >= 1 && number <= NAMES.size()) {
                return number - 1;
            }
        }
        List<String> words = List.of(wanted.split("[^a-z0-9]+"));
        if (wanted.matches(".*[a-z].*")) {
            for (int program = 0; program < NAMES.size(); program++) {
                String candidate = NAMES.get(program).toLowerCase(Locale.ROOT);
                if (candidate.equals(wanted) || words.stream().allMatch(candidate::contains)) {
                    return program;
                }
            }
        }
        throw new RequestException(flag, "INSTRUMENT_UNKNOWN", "there is no instrument '" + name + "'.",
                "Use General MIDI names such as piano, violin, flute, church organ, or numbers from 1 to 128.");
    }
}
