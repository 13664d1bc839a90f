package dev.cadenza.studio.web;

/// A class for a page to lie beside.
public final class Empty {

    private Empty() {
    }
}
