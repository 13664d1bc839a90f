/// What networks see of music, and where it comes from.
package dev.cadenza.corpus;
