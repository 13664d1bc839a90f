package dev.cadenza.studio.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.JsonNode;

/// Every request comes through here: the guard first, then the route, then the reply. Whatever goes wrong, the sender is told in
/// a few words and never how we work inside.
final class Front extends Handler.Abstract {

    private static final int MOST_DISCARDED = 1 << 20;

    private final Guard guard;
    private final Routes routes;
    private final SlowConnections connections;
    private final WebLimits limits;

    Front(Guard guard, Routes routes, SlowConnections connections, WebLimits limits) {
        this.guard = guard;
        this.routes = routes;
        this.connections = connections;
        this.limits = limits;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        connections.busy(request);
        SecurityHeaders.put(response.getHeaders());
        ReplyWriter writer = new ReplyWriter(response, !request.getMethod().equals("HEAD"));
        BodyReader body = new BodyReader(request, limits.bodyMillis());
        try {
            try {
                writer.write(answer(request, body));
            } catch (ApiFault fault) {
                if (!body.discard(MOST_DISCARDED)) {
                    response.getHeaders().put("Connection", "close");
                }
                writer.write(fault);
            }
            callback.succeeded();
        } catch (IOException e) {
            // The other side went away, or a file did while it was sent.
            callback.failed(e);
        } catch (RuntimeException e) {
            fail(response, callback, writer, e);
        }
        return true;
    }

    private static void fail(Response response, Callback callback, ReplyWriter writer, RuntimeException e) {
        try {
            if (response.isCommitted()) {
                throw new IOException(e);
            }
            writer.write(new ApiFault(500, "FAILED", "The server could not do this.", "Try again; if it stays so, ask who runs it."));
            callback.succeeded();
        } catch (IOException gone) {
            callback.failed(gone);
        }
    }

    private Reply answer(Request request, BodyReader body) {
        HttpFields headers = request.getHeaders();
        Guard.Asked asked = new Guard.Asked(request.getMethod(), Optional.ofNullable(request.getHttpURI().getPath()).orElse(""),
                (InetSocketAddress) request.getConnectionMetaData().getLocalSocketAddress(), headers::getValuesList);
        Optional<String> path = guard.admit(asked);
        if (path.isEmpty()) {
            String all = asked.path();
            return new Reply.Elsewhere(all.substring(all.lastIndexOf('/') + 1) + "/");
        }
        Routes.Match match = routes.find(request.getMethod(), path.get());
        return match.route().apply(new Call(Map.copyOf(match.variables()), asked::one, () -> content(asked, body)));
    }

    private static JsonNode content(Guard.Asked asked, BodyReader body) {
        JsonBody.requireJson(asked.one("Content-Type"));
        return JsonBody.parse(body.read(JsonBody.MOST_BYTES));
    }
}
