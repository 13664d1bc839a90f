package dev.cadenza.corpus.exchange;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Control;
import dev.cadenza.score.Mark;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.List;
import java.util.stream.IntStream;

/// A score as JSON, with every field it has: what other programs can make and read without knowing any other format, and
/// nothing is lost in. `docs/formats/score-json.md` describes it.
///
/// `read(write(s)).equals(s)` holds for every score whose lists are in the order that [Score] and [Part] ask for.
public final class JsonScore {

    /// What the field `format` says.
    public static final String FORMAT = "cadenza-score";

    /// The version that is written, and the newest that is read.
    public static final int VERSION = 1;

    private JsonScore() {
    }

    /// A score as such a file. Equal scores give equal bytes.
    ///
    /// @throws RequestException where something lies after tick 2^53 - 1, beyond which programs read numbers inexactly
    public static byte[] write(Score score) {
        return JsonOut.write(out -> new Writing(out).score(score));
    }

    /// Reads such a file. Lists that are out of order are put in order.
    ///
    /// Files are not trusted: there are limits on depth, texts and entries, and fields that are not known are refused.
    ///
    /// @param source what messages call it
    /// @throws dev.cadenza.score.CadenzaException.InputException where it is no such file; it names line and column
    public static Score read(byte[] bytes, String source) {
        return JsonIn.read(bytes, source, "a score as docs/formats/score-json.md describes it", ScoreReading.MAX_ITEMS,
                in -> new ScoreReading(in).score());
    }

    private record Writing(JsonOut out) {

        void score(Score score) {
            out.text("format", FORMAT);
            out.number("version", VERSION);
            out.number("resolution", score.resolution());
            out.text("title", score.metadata().title());
            out.text("composer", score.metadata().composer());
            out.text("copyright", score.metadata().copyright());
            out.rows("tempos", score.tempos(), tempo -> {
                tick("tick", tempo.tick());
                out.number("microsPerQuarter", tempo.microsPerQuarter());
            });
            out.rows("meters", score.meters(), meter -> {
                tick("tick", meter.tick());
                out.number("numerator", meter.numerator());
                out.number("denominator", meter.denominator());
            });
            out.rows("keys", score.keys(), key -> {
                tick("tick", key.tick());
                out.number("fifths", key.fifths());
                out.text("mode", JsonOut.name(key.mode()));
            });
            out.rows("chords", score.chords(), chord -> {
                tick("tick", chord.tick());
                out.text("text", chord.text());
            });
            out.rows("markers", score.markers(), marker -> {
                tick("tick", marker.tick());
                out.text("text", marker.text());
            });
            out.rows("repeats", score.repeats(), sign -> {
                tick("tick", sign.tick());
                out.text("kind", JsonOut.name(sign.kind()));
                if (!sign.passes().isEmpty()) {
                    out.numbers("passes", sign.passes());
                }
            });
            out.blocks("parts", score.parts(), this::part);
        }

        private void tick(String field, long tick) {
            if (tick > JsonIn.LARGEST) {
                throw new RequestException("", "TOO_LONG", "the music reaches beyond tick 2^53.", "Cut it, or lower its resolution.");
            }
            out.number(field, tick);
        }

        private void part(Part part) {
            out.text("name", part.name());
            out.number("program", part.instrument().program());
            out.flag("drums", part.instrument().drums());
            List<Integer> voices = part.notation().voices();
            out.rows("notes", IntStream.range(0, part.notes().size()).boxed().toList(), i -> {
                Note note = part.notes().get(i);
                tick("onset", note.onset());
                tick("duration", note.duration());
                pitch(note.pitch());
                out.number("velocity", note.velocity());
                if (!voices.isEmpty()) {
                    out.number("voice", voices.get(i));
                }
            });
            out.rows("controls", part.controls(), this::control);
            out.rows("lyrics", part.lyrics(), lyric -> {
                tick("tick", lyric.tick());
                out.text("text", lyric.text());
                out.number("verse", lyric.verse());
            });
            out.rows("graces", part.notation().graces(), grace -> {
                tick("tick", grace.tick());
                out.number("voice", grace.voice());
                pitch(grace.pitch());
                out.number("denominator", grace.denominator());
                out.flag("slashed", grace.slashed());
                out.flag("chord", grace.chord());
            });
            out.rows("marks", part.notation().marks(), this::mark);
        }

        private void pitch(Pitch pitch) {
            out.number("pitch", pitch.midi());
            out.text("spelling", pitch.spelling().toString());
        }

        private void control(Control control) {
            tick("tick", control.tick());
            switch (control) {
                case Control.ControlChange change -> {
                    out.text("kind", "controller");
                    out.number("controller", change.controller());
                    out.number("value", change.value());
                }
                case Control.PitchBend bend -> {
                    out.text("kind", "pitch-bend");
                    out.number("value", bend.value());
                }
                case Control.ProgramChange change -> {
                    out.text("kind", "program");
                    out.number("value", change.program());
                }
                case Control.ChannelPressure pressure -> {
                    out.text("kind", "channel-pressure");
                    out.number("value", pressure.value());
                }
                case Control.KeyPressure pressure -> {
                    out.text("kind", "key-pressure");
                    out.number("pitch", pressure.pitch());
                    out.number("value", pressure.value());
                }
            }
        }

        private void mark(Mark mark) {
            tick("tick", mark.tick());
            switch (mark) {
                case Mark.Articulation articulation -> {
                    out.text("kind", "articulation");
                    out.number("voice", articulation.voice());
                    out.text("sign", JsonOut.name(articulation.sign()));
                }
                case Mark.Fingering fingering -> {
                    out.text("kind", "fingering");
                    out.number("voice", fingering.voice());
                    out.number("finger", fingering.finger());
                }
                case Mark.Dynamic dynamic -> {
                    out.text("kind", "dynamic");
                    out.text("level", JsonOut.name(dynamic.level()));
                }
                case Mark.Hairpin hairpin -> {
                    out.text("kind", "hairpin");
                    tick("end", hairpin.end());
                    out.flag("louder", hairpin.louder());
                }
                case Mark.Slur slur -> {
                    out.text("kind", "slur");
                    out.number("voice", slur.voice());
                    tick("end", slur.end());
                }
                case Mark.Words words -> {
                    out.text("kind", "words");
                    out.text("text", words.text());
                }
            }
        }
    }
}
