package dev.cadenza.score.musicxml;

import dev.cadenza.score.Meter;

/// What is in force at a place of a part while it is read.
final class PartState {

    private static final double MAX_QUARTERS = 1000;

    private final PartHeader header;
    private final Findings findings;
    private final Budget budget;
    private final XmlCursor cursor;

    private double divisions = 1;
    private Transposition transposition = Transposition.NONE;
    private Meter meter = Meter.common();

    PartState(XmlCursor cursor, PartHeader header, Findings findings, Budget budget) {
        this.cursor = cursor;
        this.header = header;
        this.findings = findings;
        this.budget = budget;
    }

    PartHeader header() {
        return header;
    }

    Budget budget() {
        return budget;
    }

    Transposition transposition() {
        return transposition;
    }

    Meter meter() {
        return meter;
    }

    void found(Finding finding) {
        findings.add(finding, cursor.place());
    }

    void divide(double divisions) {
        this.divisions = divisions;
    }

    void transpose(Transposition transposition) {
        this.transposition = transposition;
    }

    void measure(Meter meter) {
        this.meter = meter;
    }

    /// Reads a length that is the text of the element that was entered last, in quarter notes.
    double quarters(XmlCursor cursor) {
        return cursor.number(0, MAX_QUARTERS * divisions) / divisions;
    }

    /// Reads a distance that may be negative, in quarter notes.
    double offsetQuarters(XmlCursor cursor) {
        return cursor.number(-MAX_QUARTERS * divisions, MAX_QUARTERS * divisions) / divisions;
    }
}
