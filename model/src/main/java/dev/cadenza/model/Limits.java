package dev.cadenza.model;

import dev.cadenza.score.CadenzaException.RequestException;

/// Range checks of specs and requests.
final class Limits {

    private Limits() {
    }

    static void within(String what, int value, int low, int high) {
        if (value < low || value > high) {
            throw refused(what, "must be between " + low + " and " + high + ", not " + value);
        }
    }

    static RequestException refused(String what, String cause) {
        return new RequestException(what, "OUT_OF_RANGE", cause + ".", "");
    }
}
