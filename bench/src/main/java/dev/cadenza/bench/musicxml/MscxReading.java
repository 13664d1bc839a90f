package dev.cadenza.bench.musicxml;

import dev.cadenza.bench.musicxml.Account.Struck;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// What MuseScore found in scores, from the files it saved (`bench/musicxml/musescore.sh`), as lines of [Account].
///
/// Usage: `MscxReading LIST FOLDER OUT.tsv`: FOLDER holds `NAME.mscx` for the names in LIST.
public final class MscxReading {

    private static final List<String> VALUES = List.of("whole", "half", "quarter", "eighth", "16th", "32nd", "64th", "128th", "256th",
            "512th", "1024th");
    private static final List<String> GRACES = List.of("acciaccatura", "appoggiatura", "grace4", "grace16", "grace32", "grace8after",
            "grace16after", "grace32after");

    private int notes;
    private int graces;
    private int ties;
    private final List<Struck> struck = new ArrayList<>();

    private MscxReading() {
    }

    public static void main(String[] arguments) throws IOException, ParserConfigurationException {
        if (arguments.length != 3) {
            System.err.println("usage: MscxReading LIST FOLDER OUT.tsv");
            System.exit(2);
        }
        try (PrintStream out = new PrintStream(arguments[2], StandardCharsets.UTF_8)) {
            for (String name : Files.readAllLines(Path.of(arguments[0]))) {
                Path file = Path.of(arguments[1]).resolve(name + ".mscx");
                Account account = Account.UNREADABLE;
                if (Files.exists(file)) {
                    try {
                        account = new MscxReading().read(file);
                    } catch (SAXException e) {
                        System.err.println(name + ": " + e.getMessage());
                    }
                }
                out.println(account.line(name));
            }
        }
    }

    private Account read(Path file) throws IOException, ParserConfigurationException, SAXException {
        Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        Element score = child(root, "Score");
        List<Element> staves = children(score, "Staff");
        List<List<Element>> measures = staves.stream().map(staff -> children(staff, "Measure")).toList();
        int bars = measures.stream().mapToInt(List::size).max().orElse(0);
        double[] starts = starts(measures.isEmpty() ? List.of() : measures.getFirst());
        for (List<Element> staff : measures) {
            for (int bar = 0; bar < staff.size(); bar++) {
                for (Element voice : children(staff.get(bar), "voice")) {
                    voice(voice, starts[Math.min(bar, starts.length - 2)], starts[Math.min(bar, starts.length - 2) + 1]);
                }
            }
        }
        struck.sort(Comparator.comparingDouble(Struck::quarters));
        return new Account(true, notes, graces, 0, bars, ties, struck, "");
    }

    private double[] starts(List<Element> measures) {
        double[] starts = new double[measures.size() + 1];
        double meter = 4;
        for (int bar = 0; bar < measures.size(); bar++) {
            Element measure = measures.get(bar);
            for (Element voice : children(measure, "voice")) {
                for (Element time : children(voice, "TimeSig")) {
                    meter = 4.0 * Integer.parseInt(text(time, "sigN")) / Integer.parseInt(text(time, "sigD"));
                }
            }
            String length = measure.getAttribute("len");
            starts[bar + 1] = starts[bar] + (length.isEmpty() ? meter : 4 * fraction(length));
        }
        return starts;
    }

    private static double fraction(String text) {
        String[] parts = text.split("/");
        return Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
    }

    private void voice(Element voice, double start, double end) {
        double at = start;
        double stretch = 1;
        List<Double> outer = new ArrayList<>();
        for (Element element : all(voice)) {
            switch (element.getTagName()) {
                case "location" -> at += 4 * fraction(text(element, "fractions"));
                case "Tuplet" -> {
                    outer.add(stretch);
                    stretch *= Double.parseDouble(text(element, "normalNotes")) / Double.parseDouble(text(element, "actualNotes"));
                }
                case "endTuplet" -> stretch = outer.removeLast();
                case "Rest" -> at += quarters(element, end - start) * stretch;
                case "Chord" -> at += chord(element, at, stretch);
                default -> {
                    // Nothing else takes time.
                }
            }
        }
    }

    private double chord(Element chord, double at, double stretch) {
        boolean grace = GRACES.stream().anyMatch(name -> !children(chord, name).isEmpty());
        for (Element note : children(chord, "Note")) {
            boolean tied = false;
            for (Element spanner : children(note, "Spanner")) {
                if (spanner.getAttribute("type").equals("Tie")) {
                    boolean ends = !children(spanner, "prev").isEmpty();
                    tied |= ends;
                    ties += ends && !grace ? 1 : 0;
                }
            }
            if (grace) {
                graces++;
            } else {
                notes++;
                if (!tied) {
                    struck.add(new Struck(at, Integer.parseInt(text(note, "pitch"))));
                }
            }
        }
        return grace ? 0 : quarters(chord, 0) * stretch;
    }

    private static double quarters(Element element, double bar) {
        String type = text(element, "durationType");
        if (type.equals("measure")) {
            String length = text(element, "duration");
            return length.isEmpty() ? bar : 4 * fraction(length);
        }
        String dots = text(element, "dots");
        int count = dots.isEmpty() ? 0 : Integer.parseInt(dots);
        double value = type.equals("breve") ? 8 : type.equals("long") ? 16 : 4.0 / (1 << VALUES.indexOf(type));
        return value * (2 - 1.0 / (1 << count));
    }

    private static Element child(Element parent, String name) {
        return children(parent, name).getFirst();
    }

    private static List<Element> children(Element parent, String name) {
        return all(parent).stream().filter(element -> element.getTagName().equals(name)).toList();
    }

    private static List<Element> all(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element parent, String name) {
        return children(parent, name).stream().findFirst().map(Element::getTextContent).orElse("");
    }
}
