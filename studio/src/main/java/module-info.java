/// The page in the browser and the server behind it: listening studies for now, in time the whole studio.
module dev.cadenza.studio {
    requires transitive dev.cadenza.app;
    requires java.sql;
    requires org.eclipse.jetty.http;
    requires org.eclipse.jetty.io;
    requires org.eclipse.jetty.server;
    requires org.eclipse.jetty.util;
    requires org.xerial.sqlitejdbc;
    requires tools.jackson.databind;

    exports dev.cadenza.studio;

    provides dev.cadenza.app.StudyHost with dev.cadenza.studio.LocalStudyHost;
}
