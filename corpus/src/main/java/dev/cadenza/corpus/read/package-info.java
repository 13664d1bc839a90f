/// Sources of music for learning: files and folders become a [dev.cadenza.corpus.read.Corpus], with a report of what was
/// kept, dropped and why.
package dev.cadenza.corpus.read;
