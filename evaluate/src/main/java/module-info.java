/// How good music is: metrics by aspect, comparison with a corpus, originality, listening studies.
module dev.cadenza.evaluate {
    requires transitive dev.cadenza.corpus;
    requires org.apache.commons.statistics.distribution;
    requires org.apache.commons.statistics.inference;
    requires org.apache.commons.statistics.interval;
    requires tools.jackson.databind;

    exports dev.cadenza.evaluate;
    exports dev.cadenza.evaluate.metric;
    exports dev.cadenza.evaluate.mgeval;
    exports dev.cadenza.evaluate.originality;
    exports dev.cadenza.evaluate.report;
    exports dev.cadenza.evaluate.statistics;
    exports dev.cadenza.evaluate.structure;
    exports dev.cadenza.evaluate.study;
    exports dev.cadenza.evaluate.voices;
}
