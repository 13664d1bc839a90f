package dev.cadenza.score.midi;

import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Marker;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Collects what concerns all parts: speed, metre, key, chords, markers, and facts about the piece.
final class Conductor {

    private static final int TEXT = 1;
    private static final int COPYRIGHT = 2;
    private static final int MARKER = 6;
    private static final int CUE = 7;
    private static final int TEMPO = 0x51;
    private static final int METER = 0x58;
    private static final int KEY = 0x59;
    /// Sizes of the meta events that SMF 1.0 fixes; -1 for all others.
    private static final int[] SIZES = new int[128];

    static {
        Arrays.fill(SIZES, -1);
        SIZES[0x20] = 1;
        SIZES[TEMPO] = 3;
        SIZES[0x54] = 5;
        SIZES[METER] = 4;
        SIZES[KEY] = 2;
    }

    private final Division division;
    private final List<Tempo> tempos = new ArrayList<>();
    private final List<Meter> meters = new ArrayList<>();
    private final List<KeySignature> keys = new ArrayList<>();
    private final List<ChordSymbol> chords = new ArrayList<>();
    private final List<Marker> markers = new ArrayList<>();
    private String title = "";
    private String composer = "";
    private String copyright = "";
    private boolean karaoke;

    Conductor(Division division) {
        this.division = division;
        if (division instanceof Division.Smpte smpte) {
            tempos.add(new Tempo(0, smpte.framesPerSecond() == 29 ? 1_001_000 : 1_000_000));
        }
    }

    /// Clock time as musical time: a quarter note is one second, 1.001 seconds at 29.97 frames; both are exact.
    static int resolution(Division.Smpte smpte) {
        return (smpte.framesPerSecond() == 29 ? 30 : smpte.framesPerSecond()) * smpte.ticksPerFrame();
    }

    /// The meter that was stated last.
    Meter meter() {
        return meters.isEmpty() ? Meter.common() : meters.getLast();
    }

    /// Sets back what an earlier pattern may have changed.
    void restart(long tick) {
        if (division instanceof Division.TicksPerQuarter && !tempos.isEmpty()) {
            tempos.add(new Tempo(tick, 500_000));
        }
        if (!meters.isEmpty()) {
            meters.add(new Meter(tick, 4, 4));
        }
        if (!keys.isEmpty()) {
            keys.add(new KeySignature(tick, 0, Mode.MAJOR));
        }
    }

    void title(String text) {
        title = title.isEmpty() ? text : title;
    }

    boolean karaoke() {
        return karaoke;
    }

    /// Takes a text event; false where it belongs to its track.
    boolean text(int type, String text, long tick) {
        switch (type) {
            case COPYRIGHT -> copyright = copyright.isEmpty() ? text : copyright;
            case MARKER, CUE -> markers.add(new Marker(tick, text));
            case TEXT -> {
                if (text.startsWith(Texts.CHORD)) {
                    chords.add(new ChordSymbol(tick, text.substring(Texts.CHORD.length())));
                } else if (text.startsWith(Texts.COMPOSER) && composer.isEmpty()) {
                    composer = text.substring(Texts.COMPOSER.length());
                } else if (text.startsWith("@K")) {
                    karaoke = true;
                } else if (karaoke && text.startsWith("@T")) {
                    title(text.substring(2));
                } else {
                    return false;
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Takes a meta event that is no text; kinds that a score does not keep are passed over.
    void meta(int type, byte[] data, int from, int length, long tick, int at, FaultLog log) {
        if (type >= 0 && SIZES[type] >= 0 && length != SIZES[type]) {
            log.repaired(Fault.META_SIZE, at);
            if (length < (type == METER ? 2 : SIZES[type])) {
                return;
            }
        }
        switch (type) {
            case TEMPO -> tempo((data[from] & 0xFF) << 16 | (data[from + 1] & 0xFF) << 8 | data[from + 2] & 0xFF, tick, at, log);
            case METER -> meter(data[from] & 0xFF, data[from + 1] & 0xFF, tick, at, log);
            case KEY -> key(data[from], data[from + 1], tick, at, log);
            default -> {
                // Sequence numbers, ports, SMPTE offsets, data of one program only.
            }
        }
    }

    private void tempo(int micros, long tick, int at, FaultLog log) {
        if (micros == 0) {
            log.repaired(Fault.TEMPO_ZERO, at);
        } else if (division instanceof Division.TicksPerQuarter) {
            tempos.add(new Tempo(tick, micros));
        }
    }

    private void meter(int numerator, int power, long tick, int at, FaultLog log) {
        if (numerator == 0 || power > 7) {
            log.repaired(Fault.TIME_SIGNATURE, at);
        } else {
            meters.add(new Meter(tick, numerator, 1 << power));
        }
    }

    private void key(int fifths, int mode, long tick, int at, FaultLog log) {
        if (fifths < -7 || fifths > 7 || mode < 0 || mode > 1) {
            log.repaired(Fault.KEY_SIGNATURE, at);
        } else {
            keys.add(new KeySignature(tick, fifths, mode == 0 ? Mode.MAJOR : Mode.MINOR));
        }
    }

    Score score(int resolution, List<Part> parts) {
        return new Score(resolution, Timeline.latest(tempos, Tempo::tick), Timeline.latest(meters, Meter::tick),
                Timeline.latest(keys, KeySignature::tick), Timeline.ordered(chords, ChordSymbol::tick),
                Timeline.ordered(markers, Marker::tick), parts, new Metadata(title, composer, copyright));
    }
}
