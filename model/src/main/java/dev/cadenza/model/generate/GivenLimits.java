package dev.cadenza.model.generate;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.VoiceGrid;
import dev.cadenza.model.Gibbs;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.constraint.Cadence;
import dev.cadenza.score.constraint.Moment;
import dev.cadenza.score.constraint.OnChords;
import dev.cadenza.score.constraint.PitchLimit;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.Speller;
import java.util.Locale;

/// Limits that cannot hold, whatever is drawn: they are refused before.
final class GivenLimits {

    private GivenLimits() {
    }

    /// @throws RequestException where a model has no pitch of a range
    static void checkRanges(SatbTokenizer tokenizer, Constraints wanted) {
        for (PitchLimit limit : wanted.limits()) {
            if (limit instanceof PitchLimit.InRanges(var ranges)) {
                for (PitchLimit.Range range : ranges) {
                    if (range.highest() < tokenizer.lowest() || range.lowest() > tokenizer.highest()) {
                        throw new RequestException("--range", "OUT_OF_REACH", "this model has no note between " + Pitch.of(range.lowest()) + " and "
                                + Pitch.of(range.highest()) + "; it knows " + Pitch.of(tokenizer.lowest()) + " to " + Pitch.of(tokenizer.highest())
                                + ".", "Name a range that it reaches.");
                    }
                }
            }
        }
    }

    /// @param start what is given; the rest is unknown
    /// @param last step at which the last chord begins
    /// @param end behind its last step
    /// @throws RequestException where a given note is none of the last chord of the cadence that was asked for
    static void checkCadence(Gibbs model, Constraints wanted, VoiceGrid start, KeySignature key, Meter meter, int last, int end) {
        if (wanted.closing().isEmpty()) {
            return;
        }
        Cadence cadence = wanted.closing().get();
        Key home = Key.of(key);
        double quarter = model.tokenizer().stepsPerQuarter();
        PitchLimit limit = cadence.limit(home, last / quarter, OnChords.beatQuarters(meter));
        GridDraft draft = new GridDraft(model.tokenizer(), start);
        for (int voice = 0; voice < draft.voices(); voice++) {
            for (int step = last; step < end; step++) {
                int pitch = draft.pitch(step, voice);
                if (pitch >= 0 && !limit.allows(new Moment(voice, draft.voices(), step / quarter), pitch)) {
                    String name = cadence.name().toLowerCase(Locale.ROOT);
                    throw new RequestException("--cadence", "CADENCE_UNFIT", Speller.spell(pitch, home) + ", which is given at the end, does not belong "
                            + "to the last chord of " + (name.matches("[aeiou].*") ? "an " : "a ") + name + " cadence in " + home + ".",
                            "Choose another cadence, or name another --key.");
                }
            }
        }
    }
}
