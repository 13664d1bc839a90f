package dev.cadenza.studio.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/// The secret in every address: who knows it may use the studio. 144 random bits as 24 characters of base64url.
///
/// @param text the 24 characters
public record AccessToken(String text) {

    private static final int BYTES = 18;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{24}");

    public AccessToken {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("a token has 24 letters, digits, - and _");
        }
    }

    /// A new one that nobody can guess.
    public static AccessToken fresh() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new AccessToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// Whether somebody named this token. How long that takes does not tell how much of it was right.
    boolean is(String named) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.US_ASCII), named.getBytes(StandardCharsets.UTF_8));
    }

    /// Says nothing, lest it end up in a log.
    @Override
    public String toString() {
        return "AccessToken";
    }
}
