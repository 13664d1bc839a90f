package dev.cadenza.evaluate.report;

import dev.cadenza.evaluate.Metric;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How one says that music has more or less of something: what stands between `your pieces` and `than the corpus`.
record Wording(String name, String more, String less) {

    private static final Map<String, Wording> ALL = """
            n_pitches_used|use more different pitches|use fewer different pitches
            n_pitch_classes_used|use more of the twelve pitch classes|use fewer of the twelve pitch classes
            pitch_range|range further from their lowest to their highest pitch|stay within a smaller range of pitches
            empty_beat_rate|have more silent beats|have fewer silent beats
            empty_measure_rate|have more silent bars|have fewer silent bars
            polyphony|sound more pitches together|sound fewer pitches together
            polyphony_rate|have three and more pitches together more of the time|have three and more pitches together less of the time
            pitch_in_scale_rate|keep more to the scale of their key|leave the scale of their key more often
            scale_consistency|keep more to a single scale|keep less to a single scale
            pitch_entropy|spread their notes over pitches more evenly|keep more to a few pitches
            pitch_class_entropy|spread their notes over the pitch classes more evenly|keep more to a few pitch classes
            drum_in_pattern_rate|keep their drums more to the sixteenths|keep their drums less to the sixteenths
            drum_pattern_consistency|keep their drums more to one grid|keep their drums less to one grid
            groove_consistency|repeat the rhythm of a bar in the next one more closely|change their rhythm more from bar to bar
            notes_per_bar|have more notes in a bar|have fewer notes in a bar
            notes_per_second|have more notes in a second|have fewer notes in a second
            rest_share|are silent more of the time|are silent less of the time
            onset_interval_entropy|vary the time from note to note more|vary the time from note to note less
            note_length_entropy|vary the lengths of their notes more|vary the lengths of their notes less
            off_beat_share|begin notes off the beat more often|begin notes off the beat less often
            syncopation|are more syncopated|are less syncopated
            swing_ratio|swing more|swing less
            empty_bars|leave their parts silent for more bars|leave their parts silent for fewer bars
            used_pitch_classes|use more pitch classes in a bar|use fewer pitch classes in a bar
            qualified_notes|have fewer very short notes|have more very short notes
            drum_pattern|keep their drums more to the sixteenths|keep their drums less to the sixteenths
            tonal_distance|have parts that are further apart in harmony|have parts that are closer together in harmony
            chord_bars|have chords in more of their bars|have chords in fewer of their bars
            chord_changes_per_bar|change chords more often|change chords less often
            chord_tone_share|keep more to the tones of their chords|have more tones that are not in their chords
            chord_histogram_entropy|spread their time over chords more evenly|keep more to a few chords
            chord_coverage|use more different chords|use fewer different chords
            chord_tonal_distance|go from chord to chord in larger steps|go from chord to chord in smaller steps
            chord_tone_to_non_chord_tone_ratio|resolve the notes of the melody into their chords more often|leave notes of the melody outside of their chords more often
            pitch_consonance_score|have melodies that sound better together with the chords|have melodies that rub more against the chords
            melody_chord_tonal_distance|have melodies that lie further from the chords|have melodies that lie closer to the chords
            dissonance_share|are dissonant more of the time|are dissonant less of the time
            key_clarity|are clearer in their key|are less clear in their key
            key_changes_per_bar|change keys more often|change keys less often
            melody_range|have melodies of a wider range|have melodies of a smaller range
            melody_mean_interval|move in larger intervals in the melody|move in smaller intervals in the melody
            melody_repeat_share|repeat notes of the melody more often|repeat notes of the melody less often
            melody_step_share|move by step in the melody more often|move by step in the melody less often
            melody_leap_share|leap in the melody more often|leap in the melody less often
            melody_turn_share|turn the melody round more often|turn the melody round less often
            melody_interval_entropy|vary the intervals of the melody more|vary the intervals of the melody less
            melody_phrase_quarters|have longer phrases|have shorter phrases
            velocity_mean|are played louder|are played softer
            velocity_spread|vary more in loudness|vary less in loudness
            velocity_range|have more between their loudest and softest notes|have less between their loudest and softest notes
            velocity_change_share|change loudness from note to note more often|change loudness from note to note less often
            timing_spread|play more freely around the beat|play more exactly on the beat
            articulation_ratio|hold their notes longer|play their notes shorter
            tempo_mean|are faster|are slower
            tempo_changes_per_bar|change tempo more often|change tempo less often
            parallel_fifths|have more parallel fifths|have fewer parallel fifths
            parallel_octaves|have more parallel octaves|have fewer parallel octaves
            direct_fifths_and_octaves|leap into fifths and octaves together more often|leap into fifths and octaves together less often
            voice_crossings|cross voices more often|cross voices less often
            wide_spacings|spread the upper voices wide more often|spread the upper voices wide less often
            awkward_leaps|have more awkward leaps in their voices|have fewer awkward leaps in their voices
            voice_events|move their voices more often|move their voices less often
            pitch_class_entropy_1_bar|use the pitch classes of a bar more evenly|keep more to a few pitch classes in a bar
            pitch_class_entropy_4_bars|use the pitch classes of four bars more evenly|keep more to a few pitch classes in four bars
            grooving_similarity|have bars with rhythms more alike|have bars with rhythms less alike
            chord_progression_irregularity|repeat fewer of their chord progressions|repeat more of their chord progressions
            structureness_short|repeat passages of a few seconds more clearly|repeat passages of a few seconds less clearly
            structureness_mid|repeat passages of about ten seconds more clearly|repeat passages of about ten seconds less clearly
            structureness_long|repeat long passages more clearly|repeat long passages less clearly
            """.lines().map(line -> line.split("\\|")).map(parts -> new Wording(parts[0], parts[1], parts[2]))
            .collect(Collectors.toMap(Wording::name, Function.identity()));

    /// Empty for a metric that has no words of its own; its meaning serves then.
    static Optional<Wording> of(Metric metric) {
        return Optional.ofNullable(ALL.get(metric.name()));
    }
}
