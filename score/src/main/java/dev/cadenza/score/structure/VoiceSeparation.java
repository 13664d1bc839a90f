package dev.cadenza.score.structure;

import dev.cadenza.score.Note;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Says which notes make a voice: music written in one part as the lines that listeners follow.
///
/// Notes go, in the order of their onsets and from the top down, to the voice that continues most smoothly: near in pitch to
/// its last note and to where it has been, without a gap, without crossing others. Several ways are kept in mind at once (a
/// beam search), so that a later note can tell which was right. The principles are those of Huron, "Tone and Voice" (2001);
/// the form of the costs follows Kilian and Hoos, "Voice Separation" (2002). There are at most as many voices as notes sound
/// together for a tenth of the time, ten at most; what exceeds them is heard as chords. Where just so many notes sound, their
/// ranks say where each voice usually is (the idea of Chew and Wu's contigs, 2004). Work is proportional to the number of notes.
public final class VoiceSeparation {

    private static final int BEAM = 32;
    private static final double REGISTER_RATE = 0.15;
    private static final double LONGEST_GAP = 4;

    private VoiceSeparation() {
    }

    /// The voice of each note.
    ///
    /// @param notes in any order
    /// @param resolution ticks a quarter note, 1 or more
    /// @return parallel to the notes: 1 for the highest voice, 2 for the next
    public static List<Integer> separate(List<Note> notes, int resolution) {
        return separate(notes, resolution, Texture.of(notes), VoiceCosts.USUAL);
    }

    /// The voice of each note, with a limit and costs of one's own.
    ///
    /// @param voices how many there are, 1..10; 0 where that is to be found
    public static List<Integer> separate(List<Note> notes, int resolution, int voices, VoiceCosts costs) {
        if (voices < 0 || voices > Texture.MAX_VOICES) {
            throw new IllegalArgumentException("there may be up to 10 voices, not " + voices);
        }
        return separate(notes, resolution, Texture.of(notes, voices), costs);
    }

    private static List<Integer> separate(List<Note> notes, int resolution, Texture texture, VoiceCosts costs) {
        if (notes.isEmpty()) {
            return List.of();
        }
        List<Integer> order = IntStream.range(0, notes.size()).boxed().sorted(Comparator
                .comparingLong((Integer i) -> notes.get(i).onset()).thenComparing(i -> -notes.get(i).pitch().midi())
                .thenComparing(i -> -notes.get(i).duration())).toList();
        int[] ranks = Texture.ranks(notes, order, texture.voices());
        List<Way> ways = List.of(new Way(texture.register()));
        for (int note : order) {
            ways = next(ways, notes.get(note), ranks[note], resolution, costs);
        }
        int[] assigned = new int[notes.size()];
        Choice choice = ways.getFirst().choices;
        for (int i = order.size() - 1; i >= 0; i--, choice = choice.before) {
            assigned[order.get(i)] = choice.voice;
        }
        return Arrays.stream(assigned).map(voice -> voice + 1).boxed().toList();
    }

    private record Choice(int voice, Choice before) {
    }

    /// A way in which the notes so far may be heard.
    private static final class Way {
        private final int[] pitch;        // last note of each voice
        private final long[] onset;       // its onset; -1 for a voice that has not been heard
        private final long[] end;
        private final double[] register;  // where the voice has been
        private double cost;
        private Choice choices;

        Way(double[] ranks) {
            int voices = ranks.length;
            pitch = new int[voices];
            onset = new long[voices];
            end = new long[voices];
            register = ranks.clone();
            Arrays.fill(onset, -1);
        }

        Way(Way from) {
            pitch = from.pitch.clone();
            onset = from.onset.clone();
            end = from.end.clone();
            register = from.register.clone();
            choices = from.choices;
        }

        double price(int voice, Note note, int resolution, VoiceCosts costs) {
            double price = costs.crossing() * crossed(voice, note);
            int midi = note.pitch().midi();
            price += costs.register() * Math.abs(midi - register[voice]);
            if (onset[voice] < 0) {
                return price + costs.fresh();
            }
            if (onset[voice] == note.onset()) {
                return price + costs.chord() + costs.step() * Math.abs(midi - pitch[voice]);
            }
            price += costs.step() * Math.abs(midi - pitch[voice]);
            if (end[voice] > note.onset()) {
                double held = (double) (end[voice] - note.onset()) / Math.max(1, end[voice] - onset[voice]);
                return price + (held <= 0.1 ? 0 : costs.overlap() * (0.5 + held));
            }
            return price + costs.gap() * Math.min(LONGEST_GAP, (double) (note.onset() - end[voice]) / resolution);
        }

        private int crossed(int voice, Note note) {
            int midi = note.pitch().midi();
            int crossed = 0;
            for (int other = 0; other < pitch.length; other++) {
                if (other != voice && onset[other] >= 0 && end[other] > note.onset()) {
                    crossed += (midi - pitch[other]) * (other - voice) < 0 ? 1 : 0;
                }
            }
            return crossed;
        }

        Way with(int voice, Note note, double total) {
            Way way = new Way(this);
            int midi = note.pitch().midi();
            way.register[voice] = register[voice] + REGISTER_RATE * (midi - register[voice]);
            way.end[voice] = onset[voice] == note.onset() ? Math.max(end[voice], note.end()) : note.end();
            way.pitch[voice] = midi;
            way.onset[voice] = note.onset();
            way.cost = total;
            way.choices = new Choice(voice, choices);
            return way;
        }
    }

    private record Step(Way from, int voice, double cost) {
    }

    private static List<Way> next(List<Way> ways, Note note, int rank, int resolution, VoiceCosts costs) {
        List<Step> steps = new ArrayList<>();
        double least = ways.getFirst().cost;
        for (Way way : ways) {
            for (int voice = 0; voice < way.pitch.length; voice++) {
                double price = way.price(voice, note, resolution, costs) + (rank < 0 ? 0 : costs.rank() * Math.abs(rank - voice));
                steps.add(new Step(way, voice, way.cost - least + price));
            }
        }
        steps.sort(Comparator.comparingDouble(Step::cost));
        return steps.stream().limit(BEAM).map(step -> step.from.with(step.voice, note, step.cost)).toList();
    }
}
