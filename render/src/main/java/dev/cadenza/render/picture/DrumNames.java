package dev.cadenza.render.picture;

/// Short names of General MIDI's drums.
final class DrumNames {

    private static final int FIRST = 35;
    private static final String[] NAMES = {"Kick 2", "Kick", "Stick", "Snare", "Clap", "Snare 2", "Tom 6", "Hat", "Tom 5",
        "Pedal", "Tom 4", "Open hat", "Tom 3", "Tom 2", "Crash", "Tom 1", "Ride", "China", "Bell", "Tamb.", "Splash",
        "Cowbell", "Crash 2", "Vibra", "Ride 2", "Bongo", "Bongo 2", "Conga", "Conga 2", "Conga 3", "Timbale", "Timb. 2",
        "Agogo", "Agogo 2", "Cabasa", "Maracas", "Whistle", "Whist. 2", "Guiro", "Guiro 2", "Claves", "Block", "Block 2",
        "Cuica", "Cuica 2", "Triangle", "Triang. 2"};

    private DrumNames() {
    }

    static String of(int key) {
        return key >= FIRST && key < FIRST + NAMES.length ? NAMES[key - FIRST] : "Drum " + key;
    }
}
