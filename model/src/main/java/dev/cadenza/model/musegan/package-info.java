/// MuseGAN that plays: noise, and tracks that are given, become piano rolls of several tracks.
package dev.cadenza.model.musegan;
