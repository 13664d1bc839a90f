/// MATLAB files, as far as piano rolls need them.
package dev.cadenza.corpus.mat;
