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
report-each = Für wen
report-no-changes = Nichts wurde geändert.
report-account = Konto
report-id = ID
report-ended = Ausgang
report-stays = Was bleibt
report-journal = Einträge im Journal:

## Der Teil einer Person, für jemanden ohne Liaison

seat-page-what = Mehr als diese Seite braucht es für diesen Teil nicht. Nichts darauf ist geheim.
report-known-what = „Zurückgelesen“ und „durch Gebrauch nachgewiesen“ heißen, dass Liaison es gesehen hat. Alles andere ist die Aussage einer Person.
report-open = Offene Punkte
report-none = Nichts.
report-journal-what = Jeder Eintrag trägt den Hash des vorherigen. Wer diesen Fingerabdruck aufbewahrt, kann später sehen, ob seither ein Eintrag geändert oder entfernt wurde; wer sie geschrieben hat, beweist er nicht.
report-secrets = In diesem Bericht steht kein Geheimnis: Das Journal von Liaison enthält keines. Bilder wurden nicht durchsucht.
report-request = Anforderungs-ID
report-field = Feld
report-before = Vorher
report-after = Nachher
report-people = Personen auf der Liste
report-by-hand = Von Hand zu erledigen
report-fingerprint = Fingerabdruck dieses Plans
report-plan-title = Plan
report-undo-title = Plan zum Zurücknehmen
report-plan-what = Nichts davon wurde bisher geändert. Mit diesem Fingerabdruck wird genau dieser Plan ausgeführt oder gar nichts.
report-plan-empty = Nichts würde geändert.
report-approval-number = Änderungsnummer
report-approval-approver = Genehmigt von
report-approval-window = Änderungsfenster
report-approval-fingerprint = Genehmigter Fingerabdruck

## Die Adressen des Firewall-Schritts

network-remove = Suchen Sie Regeln, die diese Adressen durchlassen, und entfernen Sie sie. Der Dienst hinter { $host } ist abgeschaltet: Die Adressen können heute jemand anderem gehören. Erstellen Sie keine neue Regel für sie.
network-practice = Übung: Nichts davon ist echt, und keine Firewall soll dafür geändert werden. In einer echten Einrichtung beginnt dies mit: Suchen Sie Regeln, die diese Adressen durchlassen, und entfernen Sie sie.
network-about = Adressen von { $host } für { $instance }, wie das Dokument sie aufführt und wie DNS antwortet, Stand
network-address = Adresse
network-in-document = Im Dokument
network-in-dns = Jetzt im DNS
network-yes = ja
network-no = nein
network-unknown = keine Antwort

## Notizen und Bilder, die für den Bericht ausgewählt wurden

report-evidence = Notizen und Bilder
report-evidence-what = Von Personen aufbewahrt und einzeln für diesen Bericht ausgewählt. Was sie zeigen, hat Liaison nicht geprüft.
report-picture = Bild, enthalten im Bericht als HTML und JSON
