/// Listening studies over HTTP: their routes, their clips.
package dev.cadenza.studio.study;
