/// Models that play: specs, checkpoints, and generation in plain Java, without native code.
module dev.cadenza.model {
    requires transitive dev.cadenza.corpus;
    requires tools.jackson.databind;

    exports dev.cadenza.model;
    exports dev.cadenza.model.checkpoint;
    exports dev.cadenza.model.deepbach;
    exports dev.cadenza.model.generate;
    exports dev.cadenza.model.latent;
    exports dev.cadenza.model.musegan;
    exports dev.cadenza.model.musicvae;
    exports dev.cadenza.model.recurrent;
    exports dev.cadenza.model.sequencegan;
}
