/// What networks see of music, and where it comes from: representations, vocabularies, data sets.
module dev.cadenza.corpus {
    requires transitive dev.cadenza.score;
    requires java.net.http;
    requires org.apache.commons.compress;
    requires org.tukaani.xz;
    requires transitive tools.jackson.databind;
    requires us.hebi.matlab.mat.mfl.core;

    exports dev.cadenza.corpus;
    exports dev.cadenza.corpus.archive;
    exports dev.cadenza.corpus.baseline;
    exports dev.cadenza.corpus.dataset;
    exports dev.cadenza.corpus.exchange;
    exports dev.cadenza.corpus.collection;
    exports dev.cadenza.corpus.page;
    exports dev.cadenza.corpus.read;
}
