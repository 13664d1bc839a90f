package dev.cadenza.app;

import dev.cadenza.evaluate.study.StudyAnswers;
import dev.cadenza.score.CadenzaException;
import java.net.URI;
import java.nio.file.Path;

/// Puts a listening study before listeners and keeps their answers. Implemented where the web server is, and found with
/// [java.util.ServiceLoader], so that programs that only make music carry nothing of it.
public interface StudyHost {

    /// Serves a study until the calling thread is interrupted, then returns; every answer that was acknowledged is kept.
    ///
    /// @param study its folder, see [dev.cadenza.evaluate.study.StudyFolder]
    /// @throws dev.cadenza.score.CadenzaException where the study or the address cannot be used
    void serve(Path study, ServeSettings settings, ServeListener listener);

    /// The answers so far; none where nobody has listened yet. Works while the study is served, too.
    ///
    /// @throws dev.cadenza.score.CadenzaException where they cannot be read
    StudyAnswers answers(Path study);

    /// Where to serve.
    ///
    /// @param host name or address to bind to; `127.0.0.1` for this machine alone
    /// @param port 0..65535; 0 for any that is free
    record ServeSettings(String host, int port) {

        /// Who is on this machine, and nobody else.
        public static final String LOOPBACK = "127.0.0.1";

        public ServeSettings {
            if (host.isBlank()) {
                throw new IllegalArgumentException("a host has a name or an address");
            }
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("a port is between 0 and 65535, not " + port);
            }
        }
    }

    /// Hears what happens while a study is served, from any thread.
    interface ServeListener {

        /// Listeners can come.
        ///
        /// @param address of the page, with its token
        void open(URI address);

        /// Somebody began.
        ///
        /// @param listeners how many have, this one among them
        void began(int listeners);

        /// Somebody answered the last question.
        ///
        /// @param listeners how many have, this one among them
        void finished(int listeners);

        /// Answers cannot be kept, and listeners are asked to try again; told once each time that begins.
        ///
        /// @param why the disk is full, for instance
        default void troubled(CadenzaException why) {
            // Whoever only counts need not know.
        }
    }
}
