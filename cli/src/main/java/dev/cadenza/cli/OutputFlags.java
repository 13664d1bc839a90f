package dev.cadenza.cli;

import dev.cadenza.app.Destination;
import dev.cadenza.app.Format;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Where results go.
final class OutputFlags {

    @Option(names = {"-o", "--out"}, paramLabel = "NAME", defaultValue = "",
            description = "Name of the files without their ending, or a folder. A name that is taken gets a number.")
    private String out;

    @Option(names = "--to", paramLabel = "FORMATS", defaultValue = "mid,wav,musicxml,png",
            description = "What to write, separated by commas: mid, wav, musicxml, mxl, abc, json, csv, npz, roll, mat,"
                    + " png. Default: ${DEFAULT-VALUE}.")
    private String to;

    @Option(names = "--soundfont", paramLabel = "FILE", description = "SoundFont 2 file for the sound. Without it, an"
            + " installed one is used, or the sounds that come with Java.")
    private Path soundFont;

    @Option(names = "--force", description = "Replace files that exist.")
    private boolean force;

    Destination destination() {
        return new Destination(out, Format.list("--to", to), force);
    }

    Optional<Path> soundFont() {
        return Optional.ofNullable(soundFont);
    }
}
