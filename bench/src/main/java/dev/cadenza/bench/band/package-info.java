/// How near music of several tracks comes to what it was learnt from, by the metrics of MuseGAN, and
/// how long it takes to make.
package dev.cadenza.bench.band;
