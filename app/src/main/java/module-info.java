/// Every use case as a command: what a command line, a page or an embedding program asks for.
module dev.cadenza.app {
    requires transitive dev.cadenza.model;

    exports dev.cadenza.app;
}
