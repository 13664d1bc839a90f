package dev.cadenza.app;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.GeneralMidi;
import dev.cadenza.score.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The 128 sounds of General MIDI, by name and number.
public final class Instruments {

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
        return GeneralMidi.name(program);
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
            if (number >= 1 && number <= GeneralMidi.NAMES.size()) {
                return number - 1;
            }
        }
        List<String> words = List.of(wanted.split("[^a-z0-9]+"));
        if (wanted.matches(".*[a-z].*")) {
            for (int program = 0; program < GeneralMidi.NAMES.size(); program++) {
                String candidate = GeneralMidi.name(program).toLowerCase(Locale.ROOT);
                if (candidate.equals(wanted) || words.stream().allMatch(candidate::contains)) {
                    return program;
                }
            }
        }
        throw new RequestException(flag, "INSTRUMENT_UNKNOWN", "there is no instrument '" + name + "'.",
                "Use General MIDI names such as piano, violin, flute, church organ, or numbers from 1 to 128.");
    }
}
