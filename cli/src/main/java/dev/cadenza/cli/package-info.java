/// The command line. Flags become a [dev.cadenza.app.Command], events and results become text; nothing else happens here.
package dev.cadenza.cli;
