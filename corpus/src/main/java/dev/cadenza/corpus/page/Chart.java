package dev.cadenza.corpus.page;

import static dev.cadenza.corpus.page.Markup.at;
import static dev.cadenza.corpus.page.Markup.escape;
import static dev.cadenza.corpus.page.Markup.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A picture of numbers, as SVG that takes its colours from the page.
public sealed interface Chart {

    /// Width of every picture, in its own units; on the page it shrinks with the window.
    int WIDTH = 640;

    /// What it shows, for those who do not see it.
    String title();

    /// The picture.
    String svg();

    /// A thing and how much of it there is.
    record Bar(String name, double value, String label) {
        public Bar {
            if (!(value >= 0)) {
                throw new IllegalArgumentException("a bar has a length of 0 or more, not " + value);
            }
        }

        /// A count.
        public static Bar of(String name, long count) {
            return new Bar(name, count, format("%,d", count));
        }
    }

    /// Things below each other, each with its bar: names, keys, instruments.
    record Rows(String title, List<Bar> bars) implements Chart {

        private static final int NAMES = 190;
        private static final int LABELS = 80;
        private static final int ROW = 22;

        public Rows {
            bars = List.copyOf(bars);
        }

        @Override
        public String svg() {
            double most = bars.stream().mapToDouble(Bar::value).max().orElse(1);
            StringBuilder out = new StringBuilder(open(title, bars.size() * ROW));
            for (int i = 0; i < bars.size(); i++) {
                Bar bar = bars.get(i);
                double length = most == 0 ? 0 : (WIDTH - NAMES - LABELS) * bar.value() / most;
                out.append(text("end", NAMES - 10, i * ROW + 15, shortened(bar.name(), 28)))
                        .append(rectangle("bar", NAMES, i * ROW + 4, Math.max(1, length), ROW - 8, bar.name() + ": " + bar.label()))
                        .append(text("number", NAMES + length + 6, i * ROW + 15, bar.label()));
            }
            return out.append("</svg>\n").toString();
        }
    }

    /// Ranges side by side, from low to high: lengths, tempos, pitches.
    ///
    /// @param every which names are written: every one, every second, ...
    record Columns(String title, List<Bar> bars, int every) implements Chart {

        private static final int HEIGHT = 150;
        private static final int NAMES = 40;
        private static final int TOP = 16;

        public Columns {
            bars = List.copyOf(bars);
            if (bars.isEmpty() || every < 1) {
                throw new IllegalArgumentException("there are columns, and some of their names are written");
            }
        }

        @Override
        public String svg() {
            double most = bars.stream().mapToDouble(Bar::value).max().orElse(1);
            double width = (double) WIDTH / bars.size();
            StringBuilder out = new StringBuilder(open(title, TOP + HEIGHT + NAMES));
            for (int i = 0; i < bars.size(); i++) {
                Bar bar = bars.get(i);
                double height = most == 0 ? 0 : HEIGHT * bar.value() / most;
                double middle = (i + 0.5) * width;
                out.append(rectangle("bar", i * width + width / 10, TOP + HEIGHT - height, width * 0.8, height, bar.name() + ": " + bar.label()));
                if (bars.size() <= 16 && bar.value() > 0) {
                    out.append(text("middle number", middle, TOP + HEIGHT - height - 4, bar.label()));
                }
                if (i % every == 0) {
                    out.append(text("middle", middle, TOP + HEIGHT + 16, bar.name()));
                }
            }
            return out.append(format("<line class=\"axis\" x1=\"0\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/></svg>%n", TOP + HEIGHT, WIDTH, TOP + HEIGHT))
                    .toString();
        }
    }

    /// A whole and its parts, in one bar with a legend below.
    record Whole(String title, List<Bar> parts) implements Chart {

        private static final int HEIGHT = 26;
        private static final int LINE = 20;

        public Whole {
            parts = List.copyOf(parts);
        }

        @Override
        public String svg() {
            double all = parts.stream().mapToDouble(Bar::value).sum();
            StringBuilder out = new StringBuilder(open(title, HEIGHT + 8 + LINE * parts.size()));
            double from = 0;
            List<String> legend = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                Bar part = parts.get(i);
                double length = all == 0 ? 0 : WIDTH * part.value() / all;
                String shade = "part" + (i % 4);
                out.append(rectangle(shade, from, 0, length, HEIGHT, part.name() + ": " + part.label()));
                int y = HEIGHT + 8 + i * LINE;
                legend.add(rectangle(shade, 0, y, 12, 12, "") + text("start", 20, y + 11, part.name() + ": " + part.label()
                        + (all == 0 ? "" : format(" (%.0f %%)", 100 * part.value() / all))));
                from += length;
            }
            return out.append(String.join("", legend)).append("</svg>\n").toString();
        }
    }

    /// A value and how far off the truth may be.
    record Estimate(String name, double value, double low, double high, String label) {
        public Estimate {
            if (!(low <= value && value <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
                throw new IllegalArgumentException("an estimate lies in its interval: " + low + ", " + value + ", " + high);
            }
        }
    }

    /// Estimates below each other on one scale, with a line where there would be nothing to tell.
    ///
    /// @param low left end of the scale; what reaches further is cut off there
    /// @param high right end of it
    /// @param nothing where the line stands
    /// @param ends what is written at the left end, at the line, and at the right end
    record Intervals(String title, double low, double high, double nothing, List<String> ends, List<Estimate> estimates)
            implements Chart {

        private static final int NAMES = 190;
        private static final int LABELS = 165;
        private static final int ROW = 24;
        private static final int ENDS = 22;

        public Intervals {
            ends = List.copyOf(ends);
            estimates = List.copyOf(estimates);
            if (!(low < nothing && nothing < high) || ends.size() != 3) {
                throw new IllegalArgumentException("the line lies between the ends of the scale");
            }
        }

        private double x(double value) {
            return NAMES + (WIDTH - NAMES - LABELS) * (Math.clamp(value, low, high) - low) / (high - low);
        }

        @Override
        public String svg() {
            int height = estimates.size() * ROW;
            StringBuilder out = new StringBuilder(open(title, height + ENDS));
            out.append(line("axis", x(nothing), 0, x(nothing), height));
            for (int i = 0; i < estimates.size(); i++) {
                Estimate one = estimates.get(i);
                int middle = i * ROW + ROW / 2;
                out.append(text("end", NAMES - 10, middle + 5, shortened(one.name(), 28)))
                        .append(rectangle("bar", x(one.low()), middle - 1.5, Math.max(1, x(one.high()) - x(one.low())), 3, one.name() + ": " + one.label()))
                        .append(rectangle("bar", x(one.value()) - 4, middle - 6, 8, 12, one.name() + ": " + one.label()))
                        .append(text("number", WIDTH - LABELS + 8, middle + 5, one.label()));
            }
            return out.append(text("middle number", x(low), height + 16, ends.get(0))).append(text("middle number", x(nothing), height + 16, ends.get(1)))
                    .append(text("middle number", x(high), height + 16, ends.get(2))).append("</svg>\n").toString();
        }
    }

    /// One number of a few pieces on the range that is usual elsewhere: a band, in it the middle half and the median, and above it
    /// a dot for the mean, with its interval. What a number is called stands beside it.
    ///
    /// @param usual five numbers that do not fall: the ends of the band, of the middle half, and the median in the middle
    /// @param mean the mean between the ends of its interval
    record Range(String title, List<Number> usual, List<Number> mean) implements Chart {

        private static final int HEIGHT = 66;
        private static final int MARGIN = 60;
        private static final int LINE = 33;
        private static final int NAMES_APART = 80;

        /// A number and how it is written.
        public record Number(double value, String label) {
        }

        public Range {
            usual = List.copyOf(usual);
            mean = List.copyOf(mean);
            if (usual.size() != 5 || mean.size() != 3) {
                throw new IllegalArgumentException("a range has five numbers, a mean three");
            }
        }

        @Override
        public String svg() {
            double low = Math.min(usual.getFirst().value(), mean.getFirst().value());
            double high = Math.max(usual.getLast().value(), mean.getLast().value());
            double[] at = usual.stream().mapToDouble(number -> place(number.value(), low, high)).toArray();
            double[] dot = mean.stream().mapToDouble(number -> place(number.value(), low, high)).toArray();
            StringBuilder out = new StringBuilder(open(title, HEIGHT));
            out.append(line("axis", 0, LINE, WIDTH, LINE));
            out.append(rectangle("usual", at[0], LINE - 8, Math.max(3, at[4] - at[0]), 16, "usual: " + usual.getFirst().label() + " to "
                    + usual.getLast().label()));
            out.append(rectangle("half", at[1], LINE - 8, Math.max(3, at[3] - at[1]), 16, "the middle half: " + usual.get(1).label() + " to "
                    + usual.get(3).label()));
            out.append(rectangle("median", at[2] - 1, LINE - 10, 2, 20, "median: " + usual.get(2).label()));
            out.append(rectangle("whisker", dot[0], LINE - 1.5, Math.max(1, dot[2] - dot[0]), 3, ""));
            out.append(format("<circle class=\"dot\" cx=\"%s\" cy=\"%d\" r=\"6\"><title>%s</title></circle>%n", at(dot[1]), LINE,
                    escape("mean: " + mean.get(1).label() + " (" + mean.getFirst().label() + " to " + mean.getLast().label() + ")")));
            out.append(text("middle tick mean", dot[1], LINE - 15, mean.get(1).label()));
            if (at[4] - at[0] < NAMES_APART) {
                out.append(text("middle tick", (at[0] + at[4]) / 2, LINE + 28, usual.get(2).label()));
            } else {
                out.append(text("middle tick", at[0], LINE + 28, usual.getFirst().label()));
                out.append(text("middle tick", at[4], LINE + 28, usual.getLast().label()));
            }
            return out.append("</svg>\n").toString();
        }

        private static double place(double value, double low, double high) {
            return high > low ? MARGIN + (WIDTH - 2 * MARGIN) * ((value - low) / (high - low)) : WIDTH / 2.0;
        }
    }

    /// Values of all stretches of something, as a triangle: a stretch stands over its middle, as high as it is long, and is the darker
    /// the higher its value.
    ///
    /// @param values by length less one, then by beginning, as many as there are stretches of that length; each 0..1
    /// @param ends what is written below the left and the right end
    /// @param marked length less one and beginning of the stretch that is framed below, and what is said of it
    record Triangle(String title, double[][] values, List<String> ends, Stretch marked) implements Chart {

        private static final int HEIGHT = 240;
        private static final int FOOT = 26;
        private static final int SHADES = 10;

        /// A stretch.
        ///
        /// @param from its beginning
        /// @param length 1 or more
        public record Stretch(int from, int length, String label) {
        }

        public Triangle {
            values = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
            ends = List.copyOf(ends);
            if (values.length == 0 || ends.size() != 2 || marked.from() + marked.length() > values.length) {
                throw new IllegalArgumentException("a triangle has a base, two ends, and a stretch of it that is marked");
            }
            for (int length = 1; length <= values.length; length++) {
                if (values[length - 1].length != values.length - length + 1) {
                    throw new IllegalArgumentException("of stretches of " + length + " there are not " + values[length - 1].length);
                }
            }
        }

        @Override
        public String svg() {
            int base = values.length;
            double width = (double) WIDTH / base;
            double height = (double) HEIGHT / base;
            StringBuilder out = new StringBuilder(open(title, HEIGHT + FOOT));
            for (int length = 1; length <= base; length++) {
                double[] row = values[length - 1];
                for (int from = 0; from < row.length;) {
                    int shade = shade(row[from]);
                    int end = from + 1;
                    while (end < row.length && shade(row[end]) == shade) {
                        end++;
                    }
                    if (shade > 0) {
                        out.append(format("<rect class=\"bar\" fill-opacity=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>%n",
                                at((double) shade / SHADES), at((from + (length - 1) / 2.0) * width), at(HEIGHT - length * height),
                                at((end - from) * width), at(height)));
                    }
                    from = end;
                }
            }
            return out.append(line("axis", 0, HEIGHT, WIDTH, HEIGHT)).append(line("axis", 0, HEIGHT, WIDTH / 2.0, 0))
                    .append(line("axis", WIDTH, HEIGHT, WIDTH / 2.0, 0)).append(rectangle("dot", marked.from() * width, HEIGHT - 3, marked.length() * width, 6, marked.label()))
                    .append(text("start tick", 0, HEIGHT + 20, ends.get(0))).append(text("end tick", WIDTH, HEIGHT + 20, ends.get(1)))
                    .append("</svg>\n").toString();
        }

        private static int shade(double value) {
            return (int) Math.rint(Math.clamp(value, 0, 1) * SHADES);
        }
    }

    private static String line(String kind, double x1, double y1, double x2, double y2) {
        return "<line class=\"" + kind + "\" x1=\"" + at(x1) + "\" y1=\"" + at(y1) + "\" x2=\"" + at(x2) + "\" y2=\"" + at(y2) + "\"/>\n";
    }

    private static String open(String title, int height) {
        return format("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n", WIDTH, height, escape(title));
    }

    private static String rectangle(String kind, double x, double y, double width, double height, String tip) {
        String shape = "<rect class=\"" + kind + "\" x=\"" + at(x) + "\" y=\"" + at(y) + "\" width=\"" + at(width) + "\" height=\""
                + at(height) + "\"";
        return tip.isEmpty() ? shape + "/>\n" : shape + "><title>" + escape(tip) + "</title></rect>\n";
    }

    private static String text(String kind, double x, double y, String text) {
        return "<text class=\"" + kind + "\" x=\"" + at(x) + "\" y=\"" + at(y) + "\">" + escape(text) + "</text>\n";
    }

    private static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "\u2026";
    }
}
