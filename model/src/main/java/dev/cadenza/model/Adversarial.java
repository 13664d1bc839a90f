package dev.cadenza.model;

import dev.cadenza.corpus.PianoRoll;
import dev.cadenza.corpus.TrackRolls;
import dev.cadenza.score.Meter;
import java.util.List;

/// A model that makes a phrase of several tracks at once out of noise, as the generator of a GAN over piano rolls does, or the
/// tracks that join some given ones.
public non-sealed interface Adversarial extends MusicModel {

    /// Its tracks and its grid.
    TrackRolls rolls();

    /// Bars of a phrase.
    int bars();

    /// The metres it makes, the most usual first. Of each, whole bars fill whole steps.
    List<Meter> meters();

    /// How many numbers of noise a phrase is made of.
    int noise();

    /// How many of them, the first ones, say what a whole piece is like: they stay the same from phrase to phrase. The others
    /// say how a phrase goes. 0..[#noise]
    int steady();

    /// A phrase out of noise, as the model makes it.
    ///
    /// @param noise ([#noise]) drawn from a normal distribution with variance 1
    /// @param meter one of [#meters]
    /// @return [#bars] bars with the tracks of [#rolls]
    PianoRoll phrase(float[] noise, Meter meter);

    /// Whether it can join given tracks.
    boolean accompanies();

    /// The tracks that join those given, out of noise.
    ///
    /// @param noise as for [#phrase]
    /// @param meter one of [#meters]
    /// @param given [#bars] bars with the tracks of [#rolls]; those that are empty are not given
    /// @return all tracks; only those that were not given count
    /// @throws IllegalArgumentException where it does not accompany
    PianoRoll accompaniment(float[] noise, Meter meter, PianoRoll given);
}
