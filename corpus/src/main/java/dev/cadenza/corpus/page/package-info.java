/// Pages for people: one HTML file each, with pictures drawn in it, that needs nothing from outside.
package dev.cadenza.corpus.page;
