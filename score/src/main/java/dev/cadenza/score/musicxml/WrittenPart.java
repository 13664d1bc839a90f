package dev.cadenza.score.musicxml;

import dev.cadenza.score.Tempo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// All that is read of one part, in written time and in the order of the file.
final class WrittenPart {

    /// @param mode empty where the file does not say
    record StatedKey(int fifths, String mode) {
    }

    record Syllable(int verse, String text) {
    }

    final PartHeader header;
    final Set<Integer> divisions = new TreeSet<>();
    final List<WrittenBar> bars = new ArrayList<>();
    final List<WrittenNote> notes = new ArrayList<>();
    final List<Moment.At<Syllable>> syllables = new ArrayList<>();
    final List<WrittenGrace> graces = new ArrayList<>();
    final List<WrittenMark> marks = new ArrayList<>();
    final List<WrittenRepeat> repeats = new ArrayList<>();
    final List<Moment.At<Boolean>> pedals = new ArrayList<>();
    final Set<Integer> voicesOnTwoStaves = new TreeSet<>();
    final List<Moment.At<StatedKey>> keys = new ArrayList<>();
    final List<Moment.At<Tempo>> tempos = new ArrayList<>();
    final List<Moment.At<String>> chords = new ArrayList<>();
    final List<Moment.At<String>> markers = new ArrayList<>();

    int leftOut;
    int cues;

    WrittenPart(PartHeader header) {
        this.header = header;
    }
}
