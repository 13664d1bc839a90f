package dev.cadenza.model;

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
