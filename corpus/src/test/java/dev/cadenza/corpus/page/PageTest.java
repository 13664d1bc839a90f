package dev.cadenza.corpus.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.page.Chart.Bar;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class PageTest {

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Property(tries = 200)
    void whateverTextSaysItStaysText(@ForAll @Size(min = 1, max = 5) List<@NotEmpty String> names) throws Exception {
        List<Bar> bars = names.stream().map(name -> Bar.of(name, name.length())).toList();
        for (Chart chart : List.of(new Chart.Rows("<b>", bars), new Chart.Columns("<b>", bars, 1), new Chart.Whole("<b>", bars))) {
            Document svg = parse(clean(chart.svg()));
            assertEquals("<b>", svg.getDocumentElement().getAttribute("aria-label"));
        }
    }

    /// XML has no place for halves of surrogate pairs, which HTML's parsers replace.
    private static String clean(String svg) {
        return new String(svg.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replaceAll("[\\uFFFE\\uFFFF]", "?");
    }

    @Test
    void barsAreAsLongAsTheirNumbers() throws Exception {
        Document svg = parse(new Chart.Rows("x", List.of(Bar.of("all", 100), Bar.of("half", 50), Bar.of("none", 0))).svg());
        assertEquals(370, Double.parseDouble(bar(svg, 0).getAttribute("width")));
        assertEquals(185, Double.parseDouble(bar(svg, 1).getAttribute("width")));
        assertEquals(1, Double.parseDouble(bar(svg, 2).getAttribute("width")));
        Document whole = parse(new Chart.Whole("x", List.of(Bar.of("a", 3), Bar.of("b", 1))).svg());
        assertEquals(480, Double.parseDouble(bar(whole, 0).getAttribute("width")));
        assertEquals(480, Double.parseDouble(bar(whole, 1).getAttribute("x")));
    }

    @Test
    void aRangeStandsOnOneScaleWithTheMean() throws Exception {
        List<Chart.Range.Number> usual = List.of(number(10), number(20), number(30), number(40), number(50));
        Document svg = parse(new Chart.Range("<b>", usual, List.of(number(58), number(60), number(62))).svg());
        double left = Double.parseDouble(bar(svg, 0).getAttribute("x"));
        double width = Double.parseDouble(bar(svg, 0).getAttribute("width"));
        double dot = Double.parseDouble(((Element) svg.getElementsByTagName("circle").item(0)).getAttribute("cx"));
        assertEquals(50.0 / 40, (dot - left) / width, 0.01);
        assertEquals(width / 2, Double.parseDouble(bar(svg, 1).getAttribute("width")), 0.2);
        parse(new Chart.Range("same", List.of(number(1), number(1), number(1), number(1), number(1)), List.of(number(1), number(1),
                number(1))).svg());
    }

    @Test
    void aStretchStandsOverItsMiddle() throws Exception {
        double[][] values = {{0, 0.52, 0.5, 0}, {0, 1, 0}, {0, 0}, {0.04}};
        Document svg = parse(new Chart.Triangle("<i>", values, List.of("0:00", "1:00"), new Chart.Triangle.Stretch(1, 2, "<best>")).svg());
        assertEquals(3, svg.getElementsByTagName("rect").getLength(), "equal neighbours are one, nearly nothing is none");
        assertEquals(160, Double.parseDouble(bar(svg, 0).getAttribute("x")));
        assertEquals(320, Double.parseDouble(bar(svg, 0).getAttribute("width")));
        assertEquals(180, Double.parseDouble(bar(svg, 0).getAttribute("y")));
        assertEquals("0.5", bar(svg, 0).getAttribute("fill-opacity"));
        assertEquals(240, Double.parseDouble(bar(svg, 1).getAttribute("x")));
        assertEquals(120, Double.parseDouble(bar(svg, 1).getAttribute("y")));
        assertEquals(320, Double.parseDouble(bar(svg, 2).getAttribute("width")), "the marked stretch");
        assertThrows(IllegalArgumentException.class, () -> new Chart.Triangle("", new double[][] {{1, 1}, {1, 1}}, List.of("", ""),
                new Chart.Triangle.Stretch(0, 1, "")));
    }

    private static Chart.Range.Number number(double value) {
        return new Chart.Range.Number(value, "<" + value + ">");
    }

    private static Element bar(Document svg, int index) {
        return (Element) svg.getElementsByTagName("rect").item(index);
    }

    @Test
    void aPageLoadsNothingAndRunsNothing() {
        String html = new Page("<script>alert(1)</script>", "a \"lead\"").heading("h").paragraph("<img src=x>")
                .table(List.of("a"), List.of(List.of("<td>"))).figures(List.of(new Page.Figure("n", "1"))).html("foot & end");
        assertFalse(html.contains("<script"), html);
        assertFalse(html.contains("<img"), html);
        assertFalse(html.contains("http://") || html.contains("https://") || html.contains("url("), html);
        assertTrue(html.contains("default-src 'none'"));
        assertTrue(html.contains("foot &amp; end"));
        assertTrue(html.contains("<td>&lt;td&gt;</td>"));
    }

    @Test
    void numbersStandToTheRight() {
        String html = new Page("t", "l").table(List.of("a", "b", "c", "d"), List.of(List.of("+0.5", "-1.0 to +2.5", "3 of 60", "bars 3 to 4"))).html("");
        assertTrue(html.contains("<td class=\"n\">+0.5</td><td class=\"n\">-1.0 to +2.5</td><td class=\"n\">3 of 60</td><td>bars 3 to 4</td>"), html);
    }
}
