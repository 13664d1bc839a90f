package dev.cadenza.score.musicxml;

import dev.cadenza.score.Meter;
import java.util.HashMap;
import java.util.Map;

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
    private final Map<String, Integer> verses = new HashMap<>();

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

    double barQuarters() {
        return 4.0 * meter.numerator() / meter.denominator();
    }

    /// The number of a verse; one without a number is the next.
    int verse(String name) {
        return name.matches("[1-9][0-9]?") ? Integer.parseInt(name) : verses.computeIfAbsent(name, _ -> verses.size() + 1);
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
        return cursor.number(0, MAX_QUARTERS * divisions, 0) / divisions;
    }

    /// Reads a distance that may be negative, in quarter notes.
    double offsetQuarters(XmlCursor cursor) {
        return cursor.number(-MAX_QUARTERS * divisions, MAX_QUARTERS * divisions, 0) / divisions;
    }
}
