package dev.cadenza.score.notation;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/// MusicXML read back with the JDK's parser, doctype declarations forbidden.
record WrittenXml(Document document) {

    static WrittenXml read(byte[] content) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new WrittenXml(factory.newDocumentBuilder().parse(new ByteArrayInputStream(content)));
        } catch (Exception e) {
            throw new AssertionError("not well formed", e);
        }
    }

    List<Element> all(String name) {
        return list(document.getElementsByTagName(name));
    }

    static List<Element> within(Element parent, String name) {
        return list(parent.getElementsByTagName(name));
    }

    private static List<Element> list(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    static String text(Element parent, String name) {
        List<Element> found = within(parent, name);
        return found.isEmpty() ? "" : found.getFirst().getTextContent();
    }

    /// The symbols of a bar in a few letters each: `C4 quarter.`, `rest half`, `E5~ eighth3` (tied on, in a triplet).
    List<String> symbols(int part, int measure) {
        List<String> symbols = new ArrayList<>();
        for (Element note : within(measure(part, measure), "note")) {
            String pitch = within(note, "rest").isEmpty()
                    ? text(note, "step") + accidental(text(note, "alter")) + text(note, "octave") : "rest";
            boolean tied = within(note, "tie").stream().anyMatch(tie -> tie.getAttribute("type").equals("start"));
            symbols.add((within(note, "chord").isEmpty() ? "" : "+") + pitch + (tied ? "~" : "") + " " + text(note, "type")
                    + ".".repeat(within(note, "dot").size()) + text(note, "actual-notes"));
        }
        return symbols;
    }

    private static String accidental(String alter) {
        return alter.equals("1") ? "#" : alter.equals("-1") ? "b" : alter;
    }

    Element measure(int part, int measure) {
        return within(all("part").get(part), "measure").get(measure);
    }

    /// How far each voice of a bar reaches when its notes, backups and forwards are followed; units by voice.
    static Map<String, Long> reach(Element measure) {
        Map<String, Long> reach = new TreeMap<>();
        long at = 0;
        for (Node node = measure.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (!(node instanceof Element element)) {
                continue;
            }
            switch (element.getTagName()) {
                case "backup" -> at -= Long.parseLong(text(element, "duration"));
                case "note" -> {
                    if (within(element, "chord").isEmpty()) {
                        at += Long.parseLong(text(element, "duration"));
                    }
                    reach.merge(text(element, "voice"), at, Math::max);
                }
                default -> {
                    // Nothing else takes time.
                }
            }
        }
        return reach;
    }
}
