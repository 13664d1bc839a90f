package dev.cadenza.studio.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Decides whether a request comes from somebody who was given the address, and from our own page rather than from a foreign one.
///
/// It must name us as its host (else a foreign page whose name was made to lead here could read everything: DNS rebinding), know
/// the token, and, wherever a browser says where it comes from, come from here.
final class Guard {

    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9._-]{1,253})(?::(\\d{1,5}))?");
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern ADDRESS = Pattern.compile("/t/([A-Za-z0-9_-]{1,64})(/[A-Za-z0-9._/-]*)?");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
    private static final int USUAL_PORT = 80;

    private final AccessToken token;
    private final String ownName;

    /// What of a request decides.
    ///
    /// @param path as sent, nothing decoded
    /// @param headers all values of a header
    /// @param local the address and port at which the request came in
    record Asked(String method, String path, InetSocketAddress local, Headers headers) {

        /// All values of a header, in any case.
        interface Headers {
            List<String> all(String name);
        }

        Optional<String> one(String name) {
            List<String> values = headers.all(name);
            return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
        }

        boolean has(String name) {
            return !headers.all(name).isEmpty();
        }
    }

    /// @param ownName what the server was asked to bind to; a name given there is ours
    Guard(AccessToken token, String ownName) {
        this.token = token;
        this.ownName = ownName;
    }

    /// The path below the token, empty for the address without its last slash.
    ///
    /// @throws ApiFault 403 or 404
    Optional<String> admit(Asked asked) {
        String host = asked.one("Host").filter(name -> isOurs(name, asked.local())).orElseThrow(() -> forbidden("WRONG_HOST",
                "The request names another host than the one it reached."));
        Matcher address = ADDRESS.matcher(asked.path());
        if (!address.matches() || !token.is(address.group(1))) {
            throw ApiFault.notFound();
        }
        requireOwnOrigin(asked, host);
        if (!METHODS.contains(asked.method())) {
            throw new ApiFault(405, "WRONG_METHOD", "This cannot be done here.", "Use GET, HEAD or POST.");
        }
        return Optional.ofNullable(address.group(2)).map(path -> path.substring(1));
    }

    private boolean isOurs(String host, InetSocketAddress local) {
        Matcher matcher = HOST.matcher(host);
        if (!matcher.matches()) {
            return false;
        }
        int port = matcher.group(2) == null ? USUAL_PORT : Integer.parseInt(matcher.group(2));
        String name = matcher.group(1);
        return port == local.getPort() && (name.equalsIgnoreCase(ownName) || isAddress(name, local.getAddress())
                || name.equalsIgnoreCase("localhost") && local.getAddress().isLoopbackAddress());
    }

    private static boolean isAddress(String name, InetAddress local) {
        boolean six = name.startsWith("[");
        if (!six && !IPV4.matcher(name).matches()) {
            return false;
        }
        try {
            return InetAddress.ofLiteral(six ? name.substring(1, name.length() - 1) : name).equals(local);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void requireOwnOrigin(Asked asked, String host) {
        boolean own = asked.one("Origin").filter(origin -> origin.equalsIgnoreCase("http://" + host)).isPresent();
        boolean writes = asked.method().equals("POST");
        if (!own && (writes || asked.has("Origin"))) {
            throw forbidden("WRONG_ORIGIN", "The request does not come from the page of this server.");
        }
        if (asked.has("Sec-Fetch-Site")) {
            String site = asked.one("Sec-Fetch-Site").orElse("");
            // A link in a message may lead to the page; nothing else may be fetched from elsewhere.
            boolean followsLink = asked.one("Sec-Fetch-Mode").orElse("").equals("navigate")
                    && asked.one("Sec-Fetch-Dest").orElse("").equals("document");
            if (!(site.equals("same-origin") || !writes && (site.equals("none") || followsLink))) {
                throw forbidden("WRONG_ORIGIN", "The request does not come from the page of this server.");
            }
        }
    }

    private static ApiFault forbidden(String code, String cause) {
        return new ApiFault(403, code, cause, "Open the address that was shown when the server started.");
    }
}
