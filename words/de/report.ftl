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
report-id = ID
report-ended = Ausgang
report-stays = Was bleibt
report-journal = Einträge im Journal:

## Der Teil einer Person, für jemanden ohne Liaison

seat-page-what = Mehr als diese Seite braucht es für diesen Teil nicht. Nichts darauf ist geheim.

report-known-what = Zurückgelesen und durch Gebrauch bewiesen heißt, dass Liaison es gesehen hat. Alles andere ist das Wort einer Person.
report-open = Offene Punkte
report-none = Nichts.
report-journal-what = Jeder Eintrag trägt den Hash des vorigen. Wer diesen Fingerabdruck aufbewahrt, sieht später, ob seitdem ein Eintrag geändert oder entfernt wurde; wer sie geschrieben hat, beweist er nicht.
report-secrets = In diesem Bericht steht kein Geheimnis: Liaisons Journal enthält keines. Bilder wurden nicht durchsucht.
report-request = Request ID
report-field = Feld
report-before = Vorher
report-after = Nachher
report-people = Personen auf der Liste
report-by-hand = Von Hand zu tun
report-fingerprint = Fingerabdruck dieses Plans
report-plan-title = Plan
report-undo-title = Plan zum Zurücknehmen
report-plan-what = Davon ist noch nichts geändert. Was mit diesem Fingerabdruck ausgeführt wird, ist genau dieser Plan oder nichts.
report-plan-empty = Es würde nichts geändert.
report-approval-number = Änderungsnummer
report-approval-approver = Genehmigt von
report-approval-window = Zeitfenster
report-approval-fingerprint = Genehmigter Fingerabdruck
