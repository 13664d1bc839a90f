package dev.cadenza.render.sound;

import com.sun.media.sound.SoftSynthesizer;
import dev.cadenza.score.CadenzaException.EnvironmentException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;

/// One synthesiser of sixteen channels, stepped by hand: events go in with their time, samples come out. It starts no
/// thread and opens no device.
final class Gervill implements AutoCloseable {

    static final int FRAMES_PER_SECOND = 44_100;

    private static final int CHANNELS = 2;
    private static final int MAX_VOICES = 256;
    private static final AudioFormat FORMAT = new AudioFormat(AudioFormat.Encoding.PCM_FLOAT, FRAMES_PER_SECOND, 32,
            CHANNELS, 4 * CHANNELS, FRAMES_PER_SECOND, false);

    /// The synthesiser asks the user's preferences for settings (all of which are given here), and those announce on
    /// standard error that they made a folder. Held, because loggers nobody holds forget their level.
    private static final Logger PREFERENCES = Logger.getLogger("java.util.prefs");

    private final SoftSynthesizer synthesizer = new SoftSynthesizer();
    private final AudioInputStream stream;
    private final Receiver receiver;
    private byte[] bytes = new byte[0];

    Gervill(SoundFont font, boolean reverb) {
        if (PREFERENCES.getLevel() == null) {
            PREFERENCES.setLevel(Level.OFF);
        }
        try {
            stream = synthesizer.openStream(FORMAT, settings(reverb));
            synthesizer.loadAllInstruments(font.sounds());
            receiver = synthesizer.getReceiver();
        } catch (MidiUnavailableException e) {
            throw new EnvironmentException("", "NO_SYNTHESIZER", "the synthesiser of this Java does not start (" + e + ").",
                    "Use an unmodified JDK 25.", e);
        }
    }

    /// Every setting is stated, so that none of the user's preferences changes a recording.
    private static Map<String, Object> settings(boolean reverb) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("interpolation", "cubic");
        settings.put("control rate", 147f);
        settings.put("latency", 120_000L);
        settings.put("device id", 0);
        settings.put("max polyphony", MAX_VOICES);
        settings.put("reverb", reverb);
        settings.put("chorus", true);
        settings.put("auto gain control", false);
        settings.put("large mode", false);
        settings.put("midi channels", 16);
        settings.put("jitter correction", false);
        settings.put("light reverb", true);
        settings.put("load default soundbank", false);
        return settings;
    }

    /// @throws EnvironmentException where Java was started without access to its synthesiser
    static void require() {
        try {
            new SoftSynthesizer();
        } catch (IllegalAccessError e) {
            throw new EnvironmentException("", "NO_SYNTHESIZER", "Java was started without access to its synthesiser.",
                    "Start it through the cadenza launcher, or with --add-exports "
                    + "java.desktop/com.sun.media.sound=ALL-UNNAMED (=dev.cadenza.render on a module path).", e);
        }
    }

    void send(SynthEvent event) {
        try {
            receiver.send(new ShortMessage(event.status(), event.data1(), event.data2()), event.micros());
        } catch (InvalidMidiDataException e) {
            throw new IllegalStateException("a message that MIDI does not know: " + event, e);
        }
    }

    /// Adds the next frames of this synthesiser to `mix` (frames x 2, left and right in turn).
    void addTo(float[] mix, int frames) {
        int size = 4 * CHANNELS * frames;
        if (bytes.length < size) {
            bytes = new byte[size];
        }
        try {
            for (int at = 0; at < size;) {
                at += stream.read(bytes, at, size - at);
            }
        } catch (IOException e) {
            throw new IllegalStateException("a synthesiser in memory cannot fail to read", e);
        }
        FloatBuffer samples = ByteBuffer.wrap(bytes, 0, size).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        for (int i = 0; i < CHANNELS * frames; i++) {
            mix[i] += samples.get(i);
        }
    }

    @Override
    public void close() {
        receiver.close();
        synthesizer.close();
    }
}
