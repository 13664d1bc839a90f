package dev.cadenza.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/// Keeps faults of Cadenza's own in a file, where no user has to look at them.
public final class FaultLog {

    private FaultLog() {
    }

    /// Writes what happened.
    ///
    /// @param about what was being done
    /// @return a sentence that says where it stands
    public static String kept(String about, Throwable fault) {
        StringWriter text = new StringWriter();
        text.append("Cadenza ").append(Version.number()).append(", Java ").append(System.getProperty("java.version"))
                .append(", ").append(System.getProperty("os.name")).append('\n').append(about).append('\n');
        fault.printStackTrace(new PrintWriter(text, true));
        try {
            Path log = Files.createTempFile("cadenza-fault-", ".log");
            Files.writeString(log, text.toString());
            return "What happened stands in " + log + "; please send that file with a report.";
        } catch (IOException unwritable) {
            return "It could not even write a log (" + unwritable.getClass().getSimpleName() + ").";
        }
    }
}
