/// Every use case of Cadenza as a [dev.cadenza.app.Command], run as a [dev.cadenza.app.Job]. A command line, a web page
/// and a program that embeds Cadenza all come in here.
package dev.cadenza.app;
