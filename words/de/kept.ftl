## Was auf diesem Computer versiegelt aufbewahrt wird

kept-nothing = Auf diesem Computer wird nichts Geheimes aufbewahrt.
kept-session = Sitzung von { $account }, { $seat }
kept-state-in-use = In Verwendung: Wer es braucht, hat es.
    .forget = Die Integration läuft ohne den Wert auf diesem Computer weiter. Er lässt sich nicht mehr kopieren oder übergeben, und eine Erneuerung führt dann nicht mehr zu ihm zurück.
kept-state-wanted = Noch nicht in Verwendung: Jemand muss es noch erhalten.
    .forget = Dann hat niemand den Wert. Beim Ausführen wird dieses Geheimnis aus Entra entfernt und ein neues erstellt.
kept-state-previous = Der Wert vor der laufenden Erneuerung.
    .forget = Die Erneuerung hat dann keinen Weg zurück.
kept-state-session = Damit werden Anfragen dieser Einrichtung gestellt.
    .forget = Dann ist dort niemand mehr angemeldet. Der nächste Lauf verlangt eine Anmeldung.
kept-used-by = Verwendet in
kept-wanted-by = Noch benötigt von
kept-since = Seit
kept-until = Bis
kept-this-session = Nur bis Liaison geschlossen wird: Beim Versiegeln gab es keinen Schlüsselbund.
kept-somebody = jemand
kept-happened-copied = In die Zwischenablage kopiert von { $by }, { $at }
kept-happened-handed-over = In eine Übergabedatei versiegelt von { $by }, { $at }
kept-happened-forgotten = Vergessen auf Verlangen von { $by }, { $at }
kept-happened-let-go = Vergessen, da die Verwendung bestätigt war, { $at }
kept-copied-elsewhere = Es ist als Kennwort gekennzeichnet; Zwischenablageverläufe, die das beachten, lassen es aus. Ein Zwischenablage-Manager, der es nicht beachtet, ein Remotedesktop oder ein anderes Programm kann trotzdem eine Kopie behalten. Dass es kopiert wurde, steht im Journal.
kept-rule-secrets = Geheimnisse, deren Verwendung bestätigt ist
kept-rule-sessions = Sitzungen einer vollständigen Einrichtung
kept-rule-kept = werden aufbewahrt
kept-rule-forgotten = werden vergessen
kept-let-go = Die Verwendung des Geheimnisses „{ $secret }“ ist bestätigt, deshalb wird sein Wert hier nicht mehr aufbewahrt. Um solche Werte zu behalten: liaison vault keep --secrets yes
kept-complete = Alles ist erledigt, deshalb wurde { $seat } hier abgemeldet.
kept-not-there = Ein Geheimnis { $secret } wird hier nicht aufbewahrt.
kept-is-session = Eine Sitzung wird nicht kopiert: Niemand braucht ihren Wert.
kept-forget-unasked = Hier lässt sich niemand fragen. Zum Vergessen --yes angeben.
secret-not-held = Das Geheimnis { $secret } ist in Verwendung, doch sein Wert wird hier nicht aufbewahrt. Es lässt sich deshalb weder erproben noch erneut eintragen.
hint-renew-to-hold = Das ist kein Fehler. Wird der Wert wieder gebraucht, erneuern Sie das Geheimnis.

cli-vault-copied = Für { $seconds } Sekunden in der Zwischenablage. Mit der Eingabetaste wird es früher entfernt.
cli-vault-cleared = Es ist nicht mehr in der Zwischenablage.
cli-vault-forget = Vergessen? [y] Ja, alles andere behält es:
cli-vault-forgotten = { $secret } wird hier nicht mehr aufbewahrt.

## Im Fenster

window-kept = Aufbewahrte Geheimnisse
window-kept-what = Was Liaison auf diesem Computer versiegelt aufbewahrt. Werte werden nie angezeigt.
window-kept-copy = Kopieren
window-kept-copied = In der Zwischenablage. Es wird nach { $seconds } Sekunden entfernt, und wenn Liaison geschlossen wird.
window-kept-replace = Ersetzen…
window-kept-forget = Vergessen…
window-kept-forget-sure = Vergessen
window-kept-history = Was mit ihnen geschah
window-kept-rules = Wenn sie nicht mehr gebraucht werden
window-kept-keep-secrets = Geheimnisse behalten, deren Verwendung bestätigt ist
window-kept-keep-sessions = Sitzungen einer vollständigen Einrichtung behalten
window-kept-rules-what = Liaison vergisst ein Geheimnis, sobald jemand gesehen hat, dass es verwendet wird, und meldet alle ab, wenn eine Einrichtung vollständig ist. Haken Sie an, was trotzdem aufbewahrt werden soll.
window-kept-let-go = Die Verwendung des Geheimnisses von „{ $step }“ ist bestätigt, deshalb wird sein Wert hier nicht mehr aufbewahrt. Die Integration läuft ohne ihn weiter.
window-keychain-retry = Erneut versuchen
window-keychain-session = Geheimnisse und Sitzungen bleiben im Arbeitsspeicher, bis Liaison geschlossen wird.
window-kept-show = Anzeigen
window-secret-of = Geheimnis von „{ $step }“
window-read = Verstanden
