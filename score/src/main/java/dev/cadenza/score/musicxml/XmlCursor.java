package dev.cadenza.score.musicxml;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Walks through XML from outside without trusting it: document types are not read, entities are not resolved, nothing is
/// fetched, and elements nest so deep at most.
final class XmlCursor {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_TEXT = 10_000;
    private static final int MAX_DIGITS = 40;

    private final XMLStreamReader reader;
    private final String source;
    private final Findings findings;
    private int depth;

    XmlCursor(InputStream in, String source, Findings findings) {
        this.source = source;
        this.findings = findings;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        try {
            reader = factory.createXMLStreamReader(XmlText.of(in));
        } catch (XMLStreamException | IOException | RuntimeException e) {
            throw new InputException(source, new Place.Line(1), "BAD_XML", reason(e), "Use an undamaged copy of the file.", e);
        }
    }

    /// Moves into the next element inside the one that was entered last, at any distance from its other content.
    ///
    /// @return false where there is none: the cursor has then left that element
    boolean enter() {
        while (more()) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > MAX_DEPTH) {
                        throw refused("TOO_DEEP", "elements are nested more than " + MAX_DEPTH + " deep");
                    }
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    return false;
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw entity();
                default -> {
                    // Text between elements, comments and processing instructions say nothing about the music.
                }
            }
        }
        if (depth > 0) {
            throw refused("BAD_XML", "the file ends too early");
        }
        return false;
    }

    private boolean more() {
        try {
            return reader.hasNext();
        } catch (XMLStreamException e) {
            throw bad(e);
        }
    }

    /// On damaged input the parser of the JDK may fail in ways that it does not declare.
    private int next() {
        try {
            return reader.next();
        } catch (XMLStreamException | RuntimeException e) {
            throw bad(e);
        }
    }

    /// Moves into the next element of that name, wherever it is.
    ///
    /// @return false where there is none: the cursor has then left everything
    boolean find(String name) {
        do {
            if (enter() && name().equals(name)) {
                return true;
            }
        } while (depth > 0);
        return false;
    }

    /// Name of the element that was entered last.
    String name() {
        return reader.getLocalName();
    }

    /// An attribute of the element that was entered last; empty where it has none of that name.
    String attribute(String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /// The text of the element that was entered last, which is left with it.
    String text() {
        StringBuilder text = new StringBuilder();
        int level = depth;
        while (more()) {
            switch (next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText(), 0, Math.min(reader.getTextLength(), MAX_TEXT - text.length()));
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    skip();
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth = level - 1;
                    return text.toString().strip();
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw entity();
                default -> {
                    // Comments inside a text are not part of it.
                }
            }
        }
        return text.toString().strip();
    }

    /// A number that is the text of the element that was entered last. Where it is none, or not between the bounds, that is
    /// reported.
    ///
    /// @param otherwise what holds then
    double number(double least, double most, double otherwise) {
        Place place = place();
        String text = text();
        try {
            double value = text.length() > MAX_DIGITS ? Double.NaN : Double.parseDouble(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below, together with numbers that are out of range.
        }
        findings.add(Finding.BAD_VALUE, place);
        return otherwise;
    }

    /// Leaves the element that was entered last, with all that is in it.
    void skip() {
        int level = depth;
        while (depth >= level) {
            enter();
        }
    }

    /// The line that is being read.
    Place place() {
        return new Place.Line(line());
    }

    InputException refused(String code, String cause) {
        return new InputException(source, place(), code, cause + ".", "Use an undamaged MusicXML file.");
    }

    private InputException entity() {
        return refused("ENTITY", "the file uses an entity of its own, which is not allowed");
    }

    private InputException bad(Exception e) {
        return new InputException(source, place(), "BAD_XML", reason(e), "Use an undamaged copy of the file.", e);
    }

    private static String reason(Exception e) {
        String[] lines = String.valueOf(e.getMessage()).split("\n");
        return "the file is no valid XML (" + lines[lines.length - 1].replaceFirst("^Message: ", "") + ").";
    }

    private int line() {
        return Math.max(1, reader.getLocation().getLineNumber());
    }
}
