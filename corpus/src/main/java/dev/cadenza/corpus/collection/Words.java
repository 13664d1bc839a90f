package dev.cadenza.corpus.collection;

import java.util.Locale;

/// How reports say things.
final class Words {

    private Words() {
    }

    /// `TOO_FEW_NOTES` as "too few notes".
    static String code(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String duration(double seconds) {
        long minutes = Math.round(seconds / 60);
        return seconds < 100 ? Math.round(seconds) + " s" : minutes < 100 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
