package dev.cadenza.studio.web;

import dev.cadenza.score.CadenzaException.EnvironmentException;
import dev.cadenza.score.CadenzaException.RequestException;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/// A server for one set of routes behind one token. Plain HTTP/1.1, on one address or all of this machine.
public final class WebServer implements AutoCloseable {

    private static final int THREADS = 16;
    private static final int MOST_TASKS = 1024;
    /// Connections that wait to be taken, which is many for a class that opens the page at once.
    private static final int WAITING = 128;
    private static final int HEADER_BYTES = 8 << 10;

    private final Server server;
    private final ServerConnector connector;
    private final InetAddress bound;
    private final AccessToken token;

    private WebServer(Server server, ServerConnector connector, InetAddress bound, AccessToken token) {
        this.server = server;
        this.connector = connector;
        this.bound = bound;
        this.token = token;
    }

    /// Starts to listen.
    ///
    /// @param host name or address to bind to
    /// @param port 0 for any that is free
    /// @throws RequestException where there is no such address
    /// @throws EnvironmentException where the port is taken or not allowed
    public static WebServer start(String host, int port, AccessToken token, Routes routes, WebLimits limits) {
        InetAddress address = resolve(host);
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
        threads.setName("studio");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(new VirtualThreadPool(MOST_TASKS));
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setIdleTimeout(limits.idleMillis());
        SlowConnections connections = new SlowConnections(server.getScheduler(), limits.headerMillis());
        connector.addBean(connections);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
        server.setHandler(new Front(new Guard(token, host), routes, connections, limits));
        server.setErrorHandler(new Refusals());
        server.setStopTimeout(0);
        listen(connector, host, new InetSocketAddress(address, port));
        begin(server);
        return new WebServer(server, connector, address, token);
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setHttpCompliance(HttpCompliance.RFC9110);
        http.setUriCompliance(UriCompliance.DEFAULT);
        return http;
    }

    private static InetAddress resolve(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new RequestException("--host", "UNKNOWN_HOST", "this machine knows no host named " + host + ".",
                    "Use 127.0.0.1 for this machine alone, or 0.0.0.0 for everybody in its network.");
        }
    }

    /// Opens the very address that was asked for: left to itself, Java would open 0.0.0.0 to IPv6 as well, and so perhaps to the world.
    private static void listen(ServerConnector connector, String host, InetSocketAddress address) {
        try {
            ServerSocketChannel channel = ServerSocketChannel.open(address.getAddress() instanceof Inet6Address ? StandardProtocolFamily.INET6
                    : StandardProtocolFamily.INET);
            try {
                connector.open(channel.bind(address, WAITING));
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException | UnsupportedOperationException e) {
            throw new EnvironmentException(host + ":" + address.getPort(), "CANNOT_LISTEN",
                    "no server can be opened at this address; another one may have it.",
                    "Choose another port with --port, or an address of this machine with --host.", e);
        }
    }

    private static void begin(Server server) {
        try {
            server.start();
        } catch (Exception e) {
            stop(server);
            throw new IllegalStateException("the server did not start", e);
        }
    }

    /// Where it can be reached: the address it is bound to, or all of this machine where it is bound to all, this machine's own
    /// one first.
    public List<URI> addresses() {
        return (bound.isAnyLocalAddress() ? ownAddresses() : List.of(bound)).stream().map(this::uri).toList();
    }

    private URI uri(InetAddress address) {
        String plain = address.getHostAddress().replaceAll("%.*", "");
        return URI.create("http://" + (address instanceof Inet6Address ? "[" + plain + "]" : plain) + ":" + connector.getLocalPort()
                + "/t/" + token.text() + "/");
    }

    /// IPv6 is left out where there is IPv4: nobody types it into a phone.
    private List<InetAddress> ownAddresses() {
        try {
            List<InetAddress> all = NetworkInterface.networkInterfaces().filter(WebServer::isUp).flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLinkLocalAddress()).sorted(Comparator
                            .comparing((InetAddress address) -> !address.isLoopbackAddress()).thenComparing(InetAddress::getHostAddress))
                    .toList();
            List<InetAddress> four = all.stream().filter(address -> !(address instanceof Inet6Address)).toList();
            return four.isEmpty() ? all : four;
        } catch (SocketException e) {
            return List.of(InetAddress.getLoopbackAddress());
        }
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp();
        } catch (SocketException e) {
            return false;
        }
    }

    /// Stops at once; what is being answered is cut off.
    @Override
    public void close() {
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            // It listens no more; what else it may still hold ends with its daemon threads.
            Thread.currentThread().interrupt();
        }
    }
}
