/// The command line: flags become commands, results become text.
module dev.cadenza.cli {
    requires dev.cadenza.app;
    requires info.picocli;
    requires tools.jackson.databind;

    opens dev.cadenza.cli to info.picocli;
}
