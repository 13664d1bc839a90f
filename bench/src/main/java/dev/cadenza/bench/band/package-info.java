/// How near music of several tracks comes to what it was learnt from, by the metrics of MuseGAN.
package dev.cadenza.bench.band;
