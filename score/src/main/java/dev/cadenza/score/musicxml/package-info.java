/// MusicXML in: plain (`.xml`, `.musicxml`) and compressed (`.mxl`), from files that are not trusted.
package dev.cadenza.score.musicxml;
