/// Notation: a score as MusicXML 4.0 that notation programs open. Start at [MusicXmlWriter].
///
/// A part is quantised ([Quantizer]), dealt out to voices ([VoiceSplitter]), cut at bar lines and into note values
/// ([BarFiller]), beamed, given its accidentals, and written ([PartWriter]).
package dev.cadenza.score.notation;
