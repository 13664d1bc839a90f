package dev.cadenza.corpus.read;

/// Something of a piece that was repaired.
///
/// @param code stable name in capitals, `NOTE_HANGING` for instance
/// @param times how often, at least
/// @param says what was found and what was done about it, a sentence; of the first, where there are several
public record Repair(String code, int times, String says) {

    public Repair {
        if (!code.matches("[A-Z][A-Z0-9_]*") || times < 1) {
            throw new IllegalArgumentException(times + " repairs called " + code);
        }
    }

    @Override
    public String toString() {
        return code + ": " + says + (times == 1 ? "" : " (" + times + " times)");
    }
}
