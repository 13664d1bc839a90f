/// What is kept: the answers of listeners, in SQLite.
package dev.cadenza.studio.store;
