package dev.cadenza.studio.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a loopback test cannot try: other addresses, other ports. The rest is in `SecurityTest`.
class GuardTest {

    private static final AccessToken TOKEN = AccessToken.fresh();

    private static int status(Guard guard, String path, String local, int port, Map<String, String> headers) {
        try {
            guard.admit(asked("GET", path, local, port, headers));
            return 200;
        } catch (ApiFault e) {
            return e.status();
        }
    }

    private static Guard.Asked asked(String method, String path, String local, int port, Map<String, String> headers) {
        return new Guard.Asked(method, path, new InetSocketAddress(InetAddress.ofLiteral(local), port),
                name -> Optional.ofNullable(headers.get(name)).map(List::of).orElse(List.of()));
    }

    @ParameterizedTest
    @CsvSource({"192.168.1.20,8080,192.168.1.20:8080,200", "192.168.1.20,80,192.168.1.20,200", "192.168.1.20,80,192.168.1.20:80,200",
        "192.168.1.20,8080,192.168.1.20,403", "192.168.1.20,8080,192.168.1.21:8080,403", "192.168.1.20,8080,localhost:8080,403",
        "192.168.1.20,8080,teacher.local:8080,200", "192.168.1.20,8080,TEACHER.local:8080,200", "192.168.1.20,8080,evil.local:8080,403",
        "192.168.1.20,8080,3232235796:8080,403", "192.168.1.20,8080,192.168.276:8080,403", "2001:db8::1,8080,[2001:DB8::1]:8080,200",
        "2001:db8::1,8080,[2001:db8:0:0:0:0:0:1]:8080,200", "2001:db8::1,8080,[2001:db8::2]:8080,403", "2001:db8::1,8080,2001:db8::1:8080,403",
        "::1,8080,localhost:8080,200", "127.0.0.1,8080,localhost:99999,403", "127.0.0.1,8080,localhost:+8080,403", "127.0.0.1,8080,localhost:,403"})
    void theHostIsTheAddressThatWasReached(String local, int port, String host, int status) {
        assertEquals(status, status(new Guard(TOKEN, "teacher.local"), "/t/" + TOKEN.text() + "/", local, port, Map.of("Host", host)));
    }

    @Test
    void theOriginIsTheHostThatWasNamed() {
        Guard guard = new Guard(TOKEN, "0.0.0.0");
        Map<String, String> own = Map.of("Host", "192.168.1.20:8080", "Origin", "http://192.168.1.20:8080");
        assertEquals(Optional.of("x/y"), guard.admit(asked("POST", "/t/" + TOKEN.text() + "/x/y", "192.168.1.20", 8080, own)));
        Map<String, String> other = Map.of("Host", "192.168.1.20:8080", "Origin", "http://127.0.0.1:8080");
        assertThrows(ApiFault.class, () -> guard.admit(asked("POST", "/t/" + TOKEN.text() + "/x/y", "192.168.1.20", 8080, other)));
    }

    @Property(tries = 300)
    void noOtherPathIsAdmitted(@ForAll String path) {
        assertEquals(404, status(new Guard(TOKEN, "127.0.0.1"), path, "127.0.0.1", 8080, Map.of("Host", "127.0.0.1:8080")));
    }

    @Property(tries = 300)
    void noOtherHostIsAdmitted(@ForAll String host) {
        assertEquals(403, status(new Guard(TOKEN, "127.0.0.1"), "/t/" + TOKEN.text() + "/", "127.0.0.1", 8080, Map.of("Host", host)));
    }

    @Test
    void tokensDiffer() {
        assertEquals(1000, Stream.generate(AccessToken::fresh).limit(1000).map(AccessToken::text).distinct().count());
        assertThrows(IllegalArgumentException.class, () -> new AccessToken("short"));
        assertEquals("AccessToken", TOKEN.toString());
    }
}
