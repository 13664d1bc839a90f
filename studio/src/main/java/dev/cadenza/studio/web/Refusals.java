package dev.cadenza.studio.web;

import java.io.IOException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// What the server itself refuses, before anything of ours sees it: requests that are no HTTP, paths that can be read in two ways.
final class Refusals extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        SecurityHeaders.put(response.getHeaders());
        ReplyWriter writer = new ReplyWriter(response, !request.getMethod().equals("HEAD"));
        try {
            writer.write(new ApiFault(status, status >= 500 ? "FAILED" : "BAD_REQUEST",
                    status >= 500 ? "The server could not do this." : "The request cannot be understood.", "Use the page of this server."));
            callback.succeeded();
        } catch (IOException e) {
            callback.failed(e);
        }
        return true;
    }
}
