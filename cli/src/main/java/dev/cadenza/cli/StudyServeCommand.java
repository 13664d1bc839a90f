package dev.cadenza.cli;

import dev.cadenza.app.Command.ServeStudy;
import dev.cadenza.app.Event;
import dev.cadenza.app.StudyHost.ServeSettings;
import dev.cadenza.app.StudyServed;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

@Command(name = "serve", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Puts a listening study before listeners, in a browser.",
        description = {"", "Prints the address of its page, which holds a secret: only who has it can take the study. Goes on until"
            + " Ctrl-C. Each answer is on disk before the next question is asked; a listener who closes the page can go on later.",
            "", "Without --host, only browsers on this machine reach it."},
        footer = {"",
            "Examples:",
            "  cadenza study serve study",
            "  cadenza study serve study --host 0.0.0.0 --port 8080     # phones in the same network too"})
final class StudyServeCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "DIR", description = "Folder of the study.")
    private Path study;

    @Option(names = "--host", paramLabel = "NAME", defaultValue = ServeSettings.LOOPBACK,
            description = "Name or address to bind to; 0.0.0.0 for all of this machine's. Default: ${DEFAULT-VALUE}.")
    private String host;

    @Option(names = "--port", paramLabel = "N", defaultValue = "0", description = "Port; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Mixin
    private TalkFlags talk;

    StudyServeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        AtomicBoolean told = new AtomicBoolean();
        StudyServed served = session.run(new ServeStudy(study, host, port), talk.silent(), event -> {
            if (event instanceof Event.Serving(URI address)) {
                if (!talk.silent() && !told.getAndSet(true)) {
                    whoComes();
                }
                if (talk.json()) {
                    session.json(JsonNodeFactory.instance.objectNode().put("address", address.toString()));
                } else {
                    session.line(address.toString());
                }
            }
        });
        if (!talk.silent()) {
            session.line(served.began() == 0 ? "Nobody came." : "Listeners so far: " + served.began() + ", of whom " + served.finished()
                    + " answered everything. What they say: cadenza study report " + study);
        }
        return ExitCode.OK;
    }

    private void whoComes() {
        session.line(loopback() ? "The study is open to browsers on this machine, until Ctrl-C:"
                : "The study is open, until Ctrl-C, to everybody who has the address and can reach this machine over the network; what"
                + " they send is not encrypted:");
    }

    private boolean loopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
