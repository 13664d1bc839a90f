package dev.cadenza.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a model is, apart from what it has learnt. Together with a vocabulary it fixes the shape of every tensor.
public sealed interface ModelSpec {

    /// Whether weights of the one are weights of the other: dropout, for one, shapes no tensor.
    boolean hasTensorsOf(ModelSpec other);

    /// What it is, in a few words for people, such as `LSTM, 2 layers of 256, one position a step`.
    String words();

    /// A recurrent network.
    ///
    /// @param cell what one layer does at one position
    /// @param layers 1..8
    /// @param hidden units a layer, 1..4096
    /// @param dropout share of units silenced while learning: on the input of every layer but the first, and on the
    ///                output of the last; 0 up to, not including, 1
    /// @param layout what one position of the recurrence is
    record Recurrent(Cell cell, int layers, int hidden, double dropout, Layout layout) implements ModelSpec {
        public Recurrent {
            Limits.within("layers", layers, 1, 8);
            Limits.within("hidden", hidden, 1, 4096);
            if (!(dropout >= 0 && dropout < 1)) {
                throw Limits.refused("dropout", "must be at least 0 and less than 1, not " + dropout);
            }
        }

        @Override
        public boolean hasTensorsOf(ModelSpec other) {
            return other instanceof Recurrent that && equals(new Recurrent(that.cell, that.layers, that.hidden, dropout,
                    that.layout));
        }

        @Override
        public String words() {
            return cell + ", " + layers + (layers == 1 ? " layer of " : " layers of ") + hidden + ", "
                    + (layout instanceof Layout.StepLayout ? "one position a step" : "one position a token");
        }
    }

    /// A sequence GAN: noise goes through an LSTM, step by step, and becomes notes; what tells them from real ones while it
    /// learns is an LSTM, too.
    ///
    /// @param noise numbers of noise that decide a piece, 1..4096
    /// @param embedding size in which noise, the note before and the place in the bar are summed, 1..4096
    /// @param layers of the generator, 1..8
    /// @param hidden units a layer, 1..4096
    /// @param critic units of the critic, 1..4096; it is no part of what plays
    record SequenceGan(int noise, int embedding, int layers, int hidden, int critic) implements ModelSpec {
        public SequenceGan {
            Limits.within("noise", noise, 1, 4096);
            Limits.within("embedding", embedding, 1, 4096);
            Limits.within("layers", layers, 1, 8);
            Limits.within("hidden", hidden, 1, 4096);
            Limits.within("critic", critic, 1, 4096);
        }

        @Override
        public boolean hasTensorsOf(ModelSpec other) {
            return other instanceof SequenceGan that && equals(new SequenceGan(that.noise, that.embedding, that.layers,
                    that.hidden, critic));
        }

        @Override
        public String words() {
            return "sequence GAN, LSTM of " + layers + (layers == 1 ? " layer of " : " layers of ") + hidden + " out of " + noise
                    + " numbers of noise";
        }
    }

    /// A variational autoencoder of excerpts of music, as MusicVAE (Roberts et al. 2018): an LSTM reads an excerpt in both
    /// directions and makes a Gaussian of it; an LSTM makes an excerpt of a point drawn from that.
    ///
    /// @param encoder units in each direction of the encoder, 1..4096
    /// @param latent numbers of a point, 1..4096
    /// @param conductor units of the LSTM that makes one embedding for each bar, from which the decoder starts anew
    ///                  (hierarchical); 0 for none: the decoder goes through the excerpt in one (flat)
    /// @param layers of the decoder, 1..8
    /// @param decoder units of each of its layers, 1..4096
    /// @param embedding size of the summed embedding of what was last heard, 1..4096
    /// @param head units of the hidden layer behind the decoder, 1..4096
    /// @param bars of an excerpt, 1..64
    /// @param barSteps steps of each bar, 1..192: 16 for 4/4 in sixteenths, 12 for 3/4
    /// @param dropout share of units silenced while learning: between the decoder's layers and behind the last; 0 up to, not
    ///                including, 1
    record MusicVae(int encoder, int latent, int conductor, int layers, int decoder, int embedding, int head, int bars,
                    int barSteps, double dropout) implements ModelSpec {
        public MusicVae {
            Limits.within("encoder", encoder, 1, 4096);
            Limits.within("latent", latent, 1, 4096);
            Limits.within("conductor", conductor, 0, 4096);
            Limits.within("layers", layers, 1, 8);
            Limits.within("decoder", decoder, 1, 4096);
            Limits.within("embedding", embedding, 1, 4096);
            Limits.within("head", head, 1, 4096);
            Limits.within("bars", bars, 1, 64);
            Limits.within("barSteps", barSteps, 1, 192);
            if (!(dropout >= 0 && dropout < 1)) {
                throw Limits.refused("dropout", "must be at least 0 and less than 1, not " + dropout);
            }
        }

        /// Whether there is a conductor.
        public boolean hierarchical() {
            return conductor > 0;
        }

        /// Steps of an excerpt.
        public int steps() {
            return bars * barSteps;
        }

        /// Parts of an excerpt that the decoder begins anew: bars where there is a conductor, else one.
        public int sections() {
            return hierarchical() ? bars : 1;
        }

        /// Size of what the decoder is told at each step: the bar's embedding, or the point itself.
        public int condition() {
            return hierarchical() ? conductor : latent;
        }

        @Override
        public boolean hasTensorsOf(ModelSpec other) {
            return other instanceof MusicVae that && equals(new MusicVae(that.encoder, that.latent, that.conductor, that.layers,
                    that.decoder, that.embedding, that.head, that.bars, that.barSteps, dropout));
        }

        @Override
        public String words() {
            return "MusicVAE of " + bars + (bars == 1 ? " bar" : " bars") + ", " + latent + " latent numbers, "
                    + (hierarchical() ? "conductor of " + conductor + " and " : "flat ") + "decoder of " + layers + " x " + decoder;
        }
    }

    /// A network that gives each cell of four voices what it could hold, given all others: DeepBach (Hadjeres et al., 2017), or
    /// an orderless one.
    ///
    /// @param reading what of the other cells is read, and how
    /// @param embedding length of a step's summed embedding, 1..1024
    /// @param hidden units a layer and direction, 1..1024
    /// @param layers of the recurrence, 1..4; 1 for [Reading#NEIGHBOURS]
    /// @param head units of each voice's head, 1..1024
    /// @param dropout share of units silenced while learning: on embeddings, between layers, and in heads
    record DeepBach(Reading reading, int embedding, int hidden, int layers, int head, double dropout) implements ModelSpec {

        /// What is read of the other cells.
        public enum Reading {
            /// A network for each voice: an LSTM over what was, one over what will be, and the other voices at the same time. All
            /// other cells must be known.
            NEIGHBOURS,
            /// One network for all voices: LSTMs in both directions over what is known, which may be nothing (as the convolutions of
            /// Huang et al., 2017, "Counterpoint by Convolution").
            ORDERLESS
        }

        public DeepBach {
            Limits.within("embedding", embedding, 1, 1024);
            Limits.within("hidden", hidden, 1, 1024);
            Limits.within("layers", layers, 1, reading == Reading.NEIGHBOURS ? 1 : 4);
            Limits.within("head", head, 1, 1024);
            if (!(dropout >= 0 && dropout < 1)) {
                throw Limits.refused("dropout", "must be at least 0 and less than 1, not " + dropout);
            }
        }

        @Override
        public boolean hasTensorsOf(ModelSpec other) {
            return other instanceof DeepBach that && equals(new DeepBach(that.reading, that.embedding, that.hidden, that.layers,
                    that.head, dropout));
        }

        @Override
        public String words() {
            return (reading == Reading.NEIGHBOURS ? "DeepBach, a network a voice" : "orderless, " + layers + (layers == 1 ? " layer" : " layers"))
                    + ", LSTMs of " + hidden + " in both directions, heads of " + head;
        }
    }

    /// A GAN over piano rolls of several tracks, as MuseGAN (Dong et al. 2018): noise becomes a phrase of some bars at once. Each
    /// noise is there twice, once as it is and once through a temporal generator that makes something else of it for each bar.
    ///
    /// @param kind whose noise it is
    /// @param accompanies whether it hears given tracks, by an encoder, and makes the others to them
    /// @param bars of a phrase, 1..16
    /// @param beats quarter notes a bar of the metres that it makes, the most usual first: 4 for 4/4, 3 for 3/4; 1..8 each
    /// @param lowest MIDI pitch, 0..115; others are moved by octaves
    /// @param octaves of its range, 1..10
    /// @param noise numbers of each noise, 1..1024
    /// @param width channels of the finest layer, 1..512; the coarser ones have twice and four times as many
    /// @param neurons what makes notes of numbers while it learns
    record MuseGan(Kind kind, boolean accompanies, int bars, List<Integer> beats, int lowest, int octaves, int noise, int width,
                   Neurons neurons) implements ModelSpec {

        /// Whose noise it is.
        public enum Kind {
            /// One generator makes all tracks of one noise.
            COMPOSER,
            /// Each track has a generator and a noise of its own.
            JAMMING,
            /// Each track has a generator, which hears a noise of its own and one that all share.
            HYBRID
        }

        /// What makes notes of numbers while it learns (Dong and Yang 2018). What plays makes the same notes of the same noise.
        public enum Neurons {
            /// Nothing: the critic sees grey notes; a note is played from one half on.
            NONE,
            /// A note from one half on; gradients pass as if it were grey.
            DETERMINISTIC,
            /// A note as often as its grey says, by chance; gradients pass likewise.
            STOCHASTIC
        }

        public MuseGan {
            beats = List.copyOf(beats);
            Limits.within("bars", bars, 1, 16);
            if (beats.isEmpty() || beats.stream().distinct().count() < beats.size()) {
                throw Limits.refused("beats", "must name one or more metres, each once, not " + beats);
            }
            beats.forEach(beat -> Limits.within("beats", beat, 1, 8));
            Limits.within("octaves", octaves, 1, 10);
            Limits.within("lowest", lowest, 0, 127 - 12 * octaves + 1);
            Limits.within("noise", noise, 1, 1024);
            Limits.within("width", width, 1, 512);
        }

        @Override
        public boolean hasTensorsOf(ModelSpec other) {
            return other instanceof MuseGan that && equals(new MuseGan(that.kind, that.accompanies, that.bars, that.beats, lowest,
                    that.octaves, that.noise, that.width, neurons));
        }

        @Override
        public String words() {
            return "MuseGAN, " + kind.name().toLowerCase(Locale.ROOT) + (accompanies ? " that accompanies, " : ", ") + bars
                    + (bars == 1 ? " bar of " : " bars of ") + beats.stream().map(beat -> beat + "/4").collect(Collectors.joining(" or "))
                    + ", " + octaves + " octaves, " + width + " channels, noise of " + noise;
        }
    }

    /// The three recurrent cells, each with the number of blocks of rows in its weight matrices.
    enum Cell {
        /// `h' = tanh(W x + U h + b)` (Elman 1990).
        RNN(1),
        /// Gated recurrent unit (Cho et al. 2014); blocks: reset, update, new.
        GRU(3),
        /// Long short-term memory (Hochreiter and Schmidhuber 1997); blocks: input, forget, cell, output.
        LSTM(4);

        private final int gates;

        Cell(int gates) {
            this.gates = gates;
        }

        /// Blocks of `hidden` rows in `weight_ih` and `weight_hh`.
        public int gates() {
            return gates;
        }
    }
}
