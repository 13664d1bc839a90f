/// Learning of MuseGANs on libtorch.
package dev.cadenza.train.musegan;
