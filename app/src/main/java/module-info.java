/// Every use case as a command: what a command line, a page or an embedding program asks for.
module dev.cadenza.app {
    requires transitive dev.cadenza.evaluate;
    requires transitive dev.cadenza.model;
    requires transitive dev.cadenza.render;
    requires tools.jackson.databind;

    uses dev.cadenza.app.StudyHost;

    exports dev.cadenza.app;
}
