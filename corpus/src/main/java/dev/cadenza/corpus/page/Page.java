package dev.cadenza.corpus.page;

import static dev.cadenza.corpus.page.Markup.escape;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// One HTML page, light or dark as the reader likes, built from the top to the bottom. It runs no script and loads nothing.
public final class Page {

    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1d2330; --soft: #5c6575; --line: #d5dae2; --paper: #fff; --bar: #3b6ea8;
              --p0: #3b6ea8; --p1: #d08a2e; --p2: #7a9a4a; --p3: #a9a9b4; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ef; --soft: #9aa3b2; --line: #363d4a; --paper: #14181f;
              --bar: #6fa3dd; --p0: #6fa3dd; --p1: #e0a458; --p2: #9dbf6b; --p3: #6b7280; } }
            body { margin: 0 auto; padding: 2rem 1rem 4rem; max-width: 46rem; background: var(--paper); color: var(--ink);
              font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
            h1 { font-size: 1.8rem; margin: 0; } h2 { font-size: 1.2rem; margin: 2.5rem 0 .3rem; }
            p { margin: .4rem 0; } .lead { color: var(--soft); }
            dl { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; margin: 1.2rem 0; } dl div { display: flex; flex-direction: column-reverse; }
            dt { color: var(--soft); font-size: .9rem; } dd { margin: 0; font-size: 1.5rem; font-weight: 600; }
            figure { margin: .8rem 0; } figcaption { font-weight: 600; margin-bottom: .3rem; }
            svg { width: 100%; height: auto; display: block; } svg text { font-size: 13px; fill: var(--ink); }
            svg .end { text-anchor: end; } svg .middle { text-anchor: middle; font-size: 12px; } svg .number { fill: var(--soft); }
            .bar { fill: var(--bar); } .part0 { fill: var(--p0); } .part1 { fill: var(--p1); } .part2 { fill: var(--p2); }
            .part3 { fill: var(--p3); } .axis { stroke: var(--line); }
            .usual { fill: var(--bar); opacity: .22; } .half { fill: var(--bar); opacity: .4; } .median { fill: var(--ink); }
            .whisker, .dot { fill: var(--p1); } svg .mean { font-weight: 600; }
            @media (max-width: 34rem) { svg .tick { font-size: 21px; } }
            ul { margin: .4rem 0; padding-left: 1.2rem; } li { margin: .3rem 0; }
            .wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .92rem; }
            th, td { text-align: left; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
            td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; } td.n { white-space: nowrap; }
            details { margin: .6rem 0; } summary { cursor: pointer; } footer { margin-top: 3rem; color: var(--soft); font-size: .9rem; }
            """;

    private final String title;
    private final StringBuilder body = new StringBuilder();

    /// A page with its heading.
    ///
    /// @param lead a sentence below the heading
    public Page(String title, String lead) {
        this.title = title;
        body.append("<h1>").append(escape(title)).append("</h1>\n<p class=\"lead\">").append(escape(lead)).append("</p>\n");
    }

    /// A number that is looked at first.
    public record Figure(String name, String value) {
    }

    /// A few numbers, written large.
    public Page figures(List<Figure> figures) {
        body.append("<dl>\n");
        figures.forEach(figure -> body.append("<div><dt>").append(escape(figure.name())).append("</dt><dd>").append(escape(figure.value()))
                .append("</dd></div>\n"));
        body.append("</dl>\n");
        return this;
    }

    /// Begins a section.
    public Page heading(String text) {
        body.append("<h2>").append(escape(text)).append("</h2>\n");
        return this;
    }

    /// Says something.
    public Page paragraph(String text) {
        body.append("<p>").append(escape(text)).append("</p>\n");
        return this;
    }

    /// Shows a picture.
    public Page chart(Chart chart) {
        body.append("<figure><figcaption>").append(escape(chart.title())).append("</figcaption>\n").append(chart.svg()).append("</figure>\n");
        return this;
    }

    /// Shows a table; cells that are numbers, or two of them (`1 to 3`, `1 of 3`), stand to the right.
    ///
    /// @param rows as many cells each as the head has
    public Page table(List<String> head, List<List<String>> rows) {
        body.append("<div class=\"wide\"><table>\n<thead><tr>");
        for (int i = 0; i < head.size(); i++) {
            int column = i;
            boolean numbers = !rows.isEmpty() && rows.stream().allMatch(row -> isNumber(row.get(column)));
            body.append(numbers ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">").append(escape(head.get(i))).append("</th>");
        }
        body.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            body.append(row.stream().map(cell -> (isNumber(cell) ? "<td class=\"n\">" : "<td>") + escape(cell) + "</td>")
                    .collect(Collectors.joining("", "<tr>", "</tr>\n")));
        }
        body.append("</tbody></table></div>\n");
        return this;
    }

    private static boolean isNumber(String cell) {
        return cell.matches("[0-9.,%:+ -]+((to|of) [0-9.,%:+ -]+)?");
    }

    /// Shows a table that opens when it is asked for.
    public Page folded(String summary, List<String> head, List<List<String>> rows) {
        return folded(summary, page -> page.table(head, rows));
    }

    /// Lists sentences.
    public Page list(List<String> sentences) {
        body.append("<ul>\n");
        sentences.forEach(sentence -> body.append("<li>").append(escape(sentence)).append("</li>\n"));
        body.append("</ul>\n");
        return this;
    }

    /// Shows what opens when it is asked for.
    ///
    /// @param content adds it to this page
    public Page folded(String summary, Consumer<Page> content) {
        body.append("<details><summary>").append(escape(summary)).append("</summary>\n");
        content.accept(this);
        body.append("</details>\n");
        return this;
    }

    /// The page.
    ///
    /// @param foot a last line
    public String html(String foot) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + escape(title)
                + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n" + body + "<footer>" + escape(foot)
                + "</footer>\n</body>\n</html>\n";
    }
}
