package dev.cadenza.corpus;

import java.util.ArrayList;
import java.util.List;

/// The tokens of a [RollTokenizer] by number: `Step`, then what begins, then what goes on.
///
/// A *place* is a pitch of a track. Places are numbered as a step names them: track by track, each from its highest pitch
/// to its lowest.
final class RollTokens {

    static final int STEP = 0;
    static final int PITCHES = PianoRoll.PITCHES;

    private final List<TrackKind> tracks;
    private final int places;
    private final Vocabulary vocabulary;

    RollTokens(List<TrackKind> tracks) {
        this.tracks = tracks;
        this.places = tracks.size() * PITCHES;
        List<String> names = new ArrayList<>(List.of("Step"));
        for (String kind : List.of("_On_", "_Hold_")) {
            for (int place = 0; place < places; place++) {
                names.add(tracks.get(place / PITCHES).name() + kind + pitchAt(place));
            }
        }
        vocabulary = new Vocabulary(names);
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /// Number of tracks times pitches.
    int places() {
        return places;
    }

    int on(int place) {
        return 1 + place;
    }

    int hold(int place) {
        return 1 + places + place;
    }

    boolean isOn(int token) {
        return token > STEP && token <= places;
    }

    boolean isHold(int token) {
        return token > places;
    }

    /// The place of a token that is not `Step`.
    int place(int token) {
        return (token - 1) % places;
    }

    static int place(int track, int pitch) {
        return track * PITCHES + PITCHES - 1 - pitch;
    }

    /// The number of a pitch, of a drum too.
    static int pitchAt(int place) {
        return PITCHES - 1 - place % PITCHES;
    }

    /// The number of the track of a token that is not `Step`.
    int track(int token) {
        return place(token) / PITCHES;
    }

    /// Whether a token names a pitch that can be moved: it does unless it is `Step` or a drum's.
    boolean pitched(int token) {
        return token != STEP && !tracks.get(track(token)).drums();
    }
}
