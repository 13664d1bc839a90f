/// Sound and pictures of a score: synthesis, notation, piano roll, expression.
module dev.cadenza.render {
    requires transitive dev.cadenza.score;
    requires java.desktop;
    requires java.logging;

    exports dev.cadenza.render.perform;
    exports dev.cadenza.render.picture;
    exports dev.cadenza.render.sound;
}
