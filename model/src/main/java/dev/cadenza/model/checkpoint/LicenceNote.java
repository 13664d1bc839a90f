package dev.cadenza.model.checkpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What the licence of training data asks of those who share a model, in plain words. It goes by the words that licences
/// are named with, and is no legal advice.
enum LicenceNote {

    UNSTATED("^\\s*$|\\bnot stated\\b|\\bunstated\\b|\\bunknown\\b|\\bno licen[cs]e\\b|^\\s*none\\b",
            "States no licence, so all rights are its authors'. Where the music is not your own, keep the model to yourself, or"
                    + " ask them."),
    NON_COMMERCIAL("\\bnc\\b|non-?commercial",
            "Not for commerce (NC): share the model for non-commercial use only, and sell neither it nor access to it."),
    NO_DERIVATIVES("\\bnd\\b|no-?derivatives",
            "Not to be changed and passed on (ND). Whether a model is a changed copy is not settled: ask before you share it."),
    SHARE_ALIKE("\\bsa\\b|share-?alike|\\b[al]?gpl|gnu general public",
            "Under the same terms (GPL, SA): what is made from the data is passed on under its licence. Share the model under that"
                    + " licence, with its recipe and where the data is to be had."),
    ATTRIBUTION("\\bcc[- ]by\\b|\\battribution\\b|\\bmit\\b|\\bbsd\\b|\\bapache\\b",
            "Asks to be named (BY): share the model with this card, which names the data."),
    FREE("\\bcc0\\b|\\bcc zero\\b|\\bpublic domain\\b|\\bunlicense\\b",
            "Free for any use: share the model as you like.");

    private static final String OTHER = "Read it before you share the model: Cadenza does not know its terms.";

    private final Pattern words;
    private final String sentence;

    LicenceNote(String words, String sentence) {
        this.words = Pattern.compile(words);
        this.sentence = sentence;
    }

    /// One sentence or more for each thing that a licence asks.
    ///
    /// @param licence in words, as its source states it
    static List<String> of(String licence) {
        // A licence may be given as its whole text; its name comes first.
        String name = licence.strip().lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
        List<String> notes = Arrays.stream(values()).filter(note -> note.words.matcher(name).find())
                .map(note -> note.sentence).toList();
        return notes.isEmpty() ? List.of(OTHER) : notes;
    }
}
