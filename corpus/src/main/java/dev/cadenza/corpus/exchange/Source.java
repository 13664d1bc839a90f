package dev.cadenza.corpus.exchange;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Place;

/// Bytes that are being read, as messages call them.
record Source(String name) {

    private static final Place ALL = new Place.Nowhere();

    InputException refused(String code, String cause, String remedy) {
        return refused(ALL, code, cause, remedy);
    }

    InputException refused(Place place, String code, String cause, String remedy) {
        return new InputException(name, place, code, cause, remedy);
    }

    InputException refused(Place place, String code, String cause, String remedy, Throwable origin) {
        return new InputException(name, place, code, cause, remedy, origin);
    }
}
