### Der Bericht.

report-title = Liaison-Bericht
report-practice = Übung: Alle Dienste wurden auf einem Computer simuliert. Nichts Echtes wurde geändert.
report-retired = Der Dienst hinter dieser Anleitung wurde von seinem Hersteller abgeschaltet.
report-tenant = Mandant
report-instance = Instanz
report-created = Einrichtung begonnen
report-made = Bericht erstellt
report-steps = Schritte
report-step = Schritt
report-seat = Wer
report-state = Stand
report-known = Woher bekannt
report-when = Wann
report-changes = Änderungen
report-no-changes = Nichts wurde geändert.
report-account = Konto
report-change = Änderung
report-name = Name
report-id = ID
report-ended = Ausgang
report-stays = Was bleibt
report-nothing-stays = Nichts.
report-journal = Einträge im Journal:

## Der Teil einer Person, für jemanden ohne Liaison

seat-page-what = Mehr als diese Seite braucht es für diesen Teil nicht. Nichts darauf ist geheim.
