/// Music as immutable data, with readers and writers for it. Needs nothing beyond the JDK.
module dev.cadenza.score {
    requires java.xml;

    exports dev.cadenza.score.abc;
    exports dev.cadenza.score.constraint;
    exports dev.cadenza.score.form;
    exports dev.cadenza.score.harmony;
    exports dev.cadenza.score.midi;
    exports dev.cadenza.score.musicxml;
    exports dev.cadenza.score.notation;
    exports dev.cadenza.score.structure;
    exports dev.cadenza.score.theory;
    exports dev.cadenza.score;
}
