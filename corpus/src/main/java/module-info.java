/// What networks see of music, and where it comes from: representations, vocabularies, data sets.
module dev.cadenza.corpus {
    requires transitive dev.cadenza.score;
    requires tools.jackson.databind;

    exports dev.cadenza.corpus;
}
