package dev.cadenza.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/// Which Cadenza this is.
public final class Version {

    private static final String NUMBER = read();

    private Version() {
    }

    /// The version number, `0.1.0` for instance.
    public static String number() {
        return NUMBER;
    }

    private static String read() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return properties.getProperty("version");
    }
}
