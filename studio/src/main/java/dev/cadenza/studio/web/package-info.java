/// The web server, of whatever it serves: connections, security around everything, routes, replies, the files of the page.
package dev.cadenza.studio.web;
