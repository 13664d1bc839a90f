/// What Cadenza serves to a browser, as programs start it.
package dev.cadenza.studio;
