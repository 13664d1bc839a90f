/// Comparison of what is read and written as MusicXML with what other programs read: `bench/musicxml/README.md`.
package dev.cadenza.bench.musicxml;
