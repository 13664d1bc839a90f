package dev.cadenza.studio.web;

import org.eclipse.jetty.http.HttpFields;

/// What every reply tells the browser, whatever it holds: nothing foreign is loaded, nobody frames it, no address leaks.
final class SecurityHeaders {

    private static final String POLICY = String.join("; ", "default-src 'none'", "script-src 'self'", "style-src 'self'",
            "img-src 'self' data:", "media-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'",
            "frame-ancestors 'none'");

    private SecurityHeaders() {
    }

    static void put(HttpFields.Mutable headers) {
        headers.put("Content-Security-Policy", POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        headers.put("X-Frame-Options", "DENY");
        headers.put("X-Robots-Tag", "noindex");
        headers.put("Cache-Control", "no-store");
    }
}
