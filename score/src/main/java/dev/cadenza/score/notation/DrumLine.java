package dev.cadenza.score.notation;

/// Where a drum of General MIDI stands on the staff.
///
/// @param step letter of the line
/// @param octave of the line, as in a treble clef
/// @param head MusicXML's note head
record DrumLine(String step, int octave, String head) {

    static DrumLine of(int key) {
        return switch (key) {
            case 35, 36 -> new DrumLine("F", 4, "normal");
            case 37, 39, 40, 38 -> new DrumLine("C", 5, key == 37 ? "x" : "normal");
            case 41, 43 -> new DrumLine("A", 4, "normal");
            case 45, 47 -> new DrumLine("D", 5, "normal");
            case 48, 50 -> new DrumLine("E", 5, "normal");
            case 42 -> new DrumLine("G", 5, "x");
            case 46 -> new DrumLine("G", 5, "circle-x");
            case 44 -> new DrumLine("D", 4, "x");
            case 49, 52, 55, 57 -> new DrumLine("A", 5, "x");
            case 51, 53, 59 -> new DrumLine("F", 5, "x");
            case 54, 56, 58 -> new DrumLine("B", 4, "x");
            default -> new DrumLine("B", 4, "diamond");
        };
    }

    static String name(int key) {
        return key >= 35 && key <= 59 ? NAMES[key - 35] : "Percussion " + key;
    }

    private static final String[] NAMES = {"Acoustic Bass Drum", "Bass Drum", "Side Stick", "Acoustic Snare", "Hand Clap",
        "Electric Snare", "Low Floor Tom", "Closed Hi-Hat", "High Floor Tom", "Pedal Hi-Hat", "Low Tom", "Open Hi-Hat",
        "Low-Mid Tom", "High-Mid Tom", "Crash Cymbal", "High Tom", "Ride Cymbal", "Chinese Cymbal", "Ride Bell",
        "Tambourine", "Splash Cymbal", "Cowbell", "Crash Cymbal 2", "Vibraslap", "Ride Cymbal 2"};
}
