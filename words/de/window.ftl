### Texte, die nur das Fenster sagt.

window-practice = Übung
window-practice-what = Nichts hier ist echt: Beide Dienste laufen auf diesem Computer und behalten, was Sie tun, bis Sie sie zurücksetzen.
window-practice-accounts = Melden Sie sich bei den simulierten Diensten mit einem dieser Konten an. Ein Kennwort wird nicht verlangt.
window-practice-scene = Szene: { $scene }
window-practice-reset = Übung neu beginnen
window-practice-reset-what = Beide simulierten Dienste vergessen alles, was in ihnen erstellt wurde, und { $count ->
        [0] keine Einrichtung wird gelöscht, da es keine zur Übung gibt
        [one] die eine Einrichtung zur Übung wird gelöscht
       *[other] alle { $count } Einrichtungen zur Übung werden gelöscht
    }. Echte Einrichtungen bleiben.
window-practice-reset-sure = Vergessen und neu beginnen
window-practice-begun = Die Übung hat neu begonnen.
window-service = Dienst
window-service-entra = Microsoft
window-service-servicenow = ServiceNow
window-account = Konto
window-roles = Rollen
window-home = Einrichtungen
window-settings = Einstellungen
window-doctor = Diesen Computer prüfen
window-busy = Einen Moment …
window-close = Schließen
window-more = { $count } weitere werden nicht gezeigt.
window-saved-as = Gespeichert als

window-empty = Microsoft 365 und ServiceNow verbinden
window-empty-what = Eine Einrichtung verbindet einen Microsoft 365-Mandanten Schritt für Schritt mit einer ServiceNow-Instanz. Was Liaison selbst tun kann, zeigt es Ihnen zuerst und führt es dann aus; auf Ihren Wunsch nimmt es alles zurück.
window-begin-practice = Eine Einrichtung üben
window-begin-practice-what = Beide Dienste werden auf diesem Computer simuliert. Ein Konto ist nicht nötig, und nichts verlässt ihn.
window-begin-real = Eine Einrichtung beginnen
window-begin-real-what = Um zuerst ohne Konto zu üben, starten Sie Liaison mit --practice.
window-first-who = Wer gebraucht wird
window-first-where = Was wo geändert wird
window-first-where-1 = Liaison zeigt jede Änderung vorher, Feld für Feld.
window-first-where-2 = Was es erstellt, trägt eine Markierung, damit es sich zurücknehmen lässt.
window-first-stays = Was bleibt, wie es ist
window-first-stays-1 = Alles, was Liaison nicht erstellt hat. Es ändert und entfernt nichts, was anderen gehört.
window-first-before = Was nötig ist
window-first-before-1 = Eine Person kann alle Zuständigkeiten haben.
window-where = Sie sind bei „{ $step }“ ({ $seat }).
window-go-on = Weiter
window-held-by = { $program } arbeitet an dieser Einrichtung. Sie können nachsehen; ändern geht, wenn es fertig ist.
window-liaison-does = Was Liaison für Sie erledigt
window-liaison-does-what = Sind beide Administratoren angemeldet, wird alles, was eine API kann, in einem Zug erledigt. Liaison zeigt es zuerst.
window-waits-on = Wartet auf „{ $step }“ ({ $seat })
window-not-checkable = Hier lässt sich nichts auslesen: Die Aussage einer Person zählt.
window-together = { $count ->
        [one] Ein Schritt von Hand
       *[other] { $count } Schritte von Hand
    }: { $seat }
window-together-what = Diese Schritte gehören zusammen: Gehen Sie sie im Portal in dieser Reihenfolge durch, und bestätigen Sie am Ende einmal, dass sie erledigt sind. Wer dazwischen aufhört, bestätigt den letzten erledigten Schritt.
window-plan-keep = Diesen Plan für eine Genehmigung speichern
window-plan-keep-what = Objekte, vorher und nachher, was bleibt, und der Fingerabdruck. Nichts darin ist geheim.
window-plan-save = Plan speichern
window-result = Ergebnis
window-new-setup = Neue Einrichtung
window-progress = { $done } von { $total } Schritten erledigt
window-joins = { $tenant } und { $instance }

window-setup-name = Name
window-setup-name-hint = Unterscheidet Ihre Einrichtungen und wird Teil der Namen dessen, was Liaison erstellt.
window-setup-tenant = Microsoft-Mandant
window-setup-tenant-hint = Eine Domäne des Mandanten, etwa contoso.onmicrosoft.com.
window-setup-instance = ServiceNow-Instanz
window-setup-instance-hint = Ihr Name oder ihre Adresse, etwa dev12345 oder https://dev12345.service-now.com.
window-create = Erstellen
window-create-what = Dadurch wird nichts geändert: Liaison schlägt den Mandanten nach und sieht, ob die Instanz antwortet.
window-cancel = Abbrechen

window-seats = Wer gebraucht wird
window-seat-none = Braucht keine Anmeldung.
window-seat-page-what = Senden Sie dieser Person eine Seite mit ihren Schritten und den einzutragenden Werten. Nichts darauf ist geheim.
window-seat-page = Seite für diese Person speichern
window-seat-progress = { $done } von { $total } Schritten
window-signed-in = Angemeldet als { $account }
window-sign-in-browser = Im Browser anmelden
window-sign-in-device-code = Mit einem Code anmelden
window-sign-out = Abmelden
window-sign-in-opened = Machen Sie im Browser weiter. Diese Seite folgt von selbst.
window-sign-in-not-opened = Es konnte kein Browser geöffnet werden. Kopieren Sie diesen Link in einen Browser auf diesem Computer.
window-device-open = Öffnen Sie diese Seite, und geben Sie dort den Code ein:
window-device-code = Code

window-steps = Schritte
window-next = Weiter: { $step }
window-all-done = Alle nötigen Schritte sind erledigt.
window-optional = optional
window-later = später
window-by-hand = von Hand
window-waits = Wartet auf: { $steps }
window-known = { $known }, { $at }

window-by-liaison = Das erledigt Liaison
window-seen = Was Liaison sieht
window-plan = Zeigen, was geändert würde
window-plan-what = Sieht nur nach. Nichts wird geändert, bevor Sie es gesehen und zugestimmt haben.
window-apply = { $count ->
        [one] Diese Änderung ausführen
       *[other] Diese { $count } Änderungen ausführen
    }
window-check = Erneut nachsehen
window-verify = Nachweisen
window-undo = Zurücknehmen
window-undo-what = Zeigt zuerst, was zurückgenommen würde.
window-undo-apply = { $count ->
        [one] Diese Änderung zurücknehmen
       *[other] Diese { $count } Änderungen zurücknehmen
    }
window-nothing-to-change = Nichts zu ändern: Alles, was Liaison hier tun kann, ist in Ordnung.
window-nothing-by-liaison = Hier ist nichts, was Liaison selbst ändern könnte. Was nicht in Ordnung ist, steht bei seinem Schritt.
window-nothing-but-proof = Hier ist nichts zu ändern. Es fehlt nur noch der Nachweis.
window-nothing-to-undo = Liaison hat hier nichts erstellt, was sich zurücknehmen ließe.
window-production = { $instance } ist als Produktion gekennzeichnet. Geben Sie zum Weitermachen den Namen der Instanz ein.
window-accept = Ich habe das gelesen und will es:
window-notes = Gut zu wissen
window-changes-planned = { $count ->
        [one] Eine Änderung ist geplant
       *[other] { $count } Änderungen sind geplant
    }
window-stays = Was sich nicht zurücknehmen lässt
window-change = { $object } „{ $name }“ { $verb }
window-field = Feld
window-before = Jetzt
window-after = Danach
window-is = Ist
window-wanted = Soll
window-marked = Markiert in { $field }.
window-undo-automatic = Liaison kann es zurücknehmen.
window-undo-with-object = Verschwindet, wenn das zugehörige Objekt zurückgenommen wird.
window-changes-rest = { $count } weitere dieses Schritts
window-given-by = (kommt aus „{ $step }“)
window-outcome-in-order = Alles ist in Ordnung.
window-outcome-changes = Es gibt etwas zu tun.
window-outcome-drift = Etwas ist nicht mehr so, wie Liaison es hinterlassen hat.
window-outcome-applied = { $count ->
        [0] Es musste nichts geändert werden.
        [one] Eine Änderung wurde ausgeführt und zurückgelesen.
       *[other] { $count } Änderungen wurden ausgeführt und zurückgelesen.
    }
window-outcome-undone = { $count ->
        [0] Es musste nichts zurückgenommen werden.
        [one] Eine Änderung wurde zurückgenommen.
       *[other] { $count } Änderungen wurden zurückgenommen.
    }
window-outcome-paused = Vor dem Ende angehalten. { $count ->
        [0] Nichts wurde geändert.
        [one] Eine Änderung wurde ausgeführt und bleibt.
       *[other] { $count } Änderungen wurden ausgeführt und bleiben.
    } Sie können jederzeit weitermachen.
window-changed-until-then = Bis dahin geändert
window-effect-none-here = Diese Anfrage hat nichts geändert.
window-outcome-refused = Liaison hat nicht weitergemacht.
window-looked = Gerade nachgesehen.
window-not-yet = Noch nicht wie gewünscht.
window-open-left = Von Hand zu erledigen
window-stop = An der nächsten sicheren Stelle anhalten

window-progress-checking = Wird geprüft: { $step }
window-progress-changing = Wird geändert: { $step }
window-progress-changed = Geändert: { $step }
window-progress-settling = Ausgang wird geklärt: { $step }
window-progress-verifying = Wird nachgewiesen: { $step }
window-progress-waiting = Wartet { $seconds } s, denn { $reason }: { $step }
window-progress-log = Was bisher getan wurde
window-progress-warned = Gut zu wissen: { $step }
window-copy-what = { $value } kopieren
window-copied-what = { $value } ist in der Zwischenablage.
window-confirm-all = Ich habe diese { $count } Schritte erledigt
window-problem-details = Details
window-problem-details-what = Codes und Anforderungs-IDs für alle, die Ihnen helfen. Nichts Geheimes.
window-approval = Genehmigung
window-approval-on = erforderlich
window-approval-what = Für einen Änderungsprozess: Speichern Sie den Plan, lassen Sie ihn genehmigen, und tragen Sie den genehmigten Fingerabdruck ein. Alles davon steht im Bericht.
window-approval-required = Nur ein genehmigter Plan darf ausgeführt werden
window-left = Was übrig ist
window-left-what = Zeigt, was die Integration auf beiden Seiten hinterlassen hat, gleich wer es erstellt hat, und wie es sich von Hand entfernen lässt. Liaison entfernt nichts, was es nicht erstellt hat.
window-left-look = Danach suchen
window-left-unseen = Nicht einsehbar: { $what }
window-retired-sense = Nichts, was dafür eingerichtet wird, funktioniert noch. Zweierlei ist weiterhin sinnvoll:
window-retired-list = Mit einem echten Mandanten: ansehen, was von einer früheren Einrichtung übrig ist. Liaison liest dafür nur.
window-retired-practise = Zur Übung: die ganze Anleitung ohne Konto durchgehen.
window-theme-high-contrast = Hoher Kontrast
window-progress-failed = Angehalten bei: { $step }
window-progress-finished = Fertig: { $step }

window-by-hand-how = Von Hand
window-by-hand-how-what = Liaison erledigt das für Sie. So geht es von Hand:
window-trouble = Wenn es nicht klappt
window-values = Werte
window-value-waits = Noch nicht bekannt: Ein früherer Schritt liefert den Wert.
window-copy = Kopieren
window-copied = Kopiert
window-links = Öffnen
window-picture = Was Sie sehen werden
window-answers = Antworten
window-save = Speichern
window-saved = Gespeichert
window-confirm = Ich habe das erledigt
window-reopen = Doch nicht erledigt
window-somebody = jemandem, der nicht angemeldet war
window-confirmed = Bestätigt von { $by }, { $at }
window-sign-in-first = Zuerst muss sich jemand anmelden: { $seat }.
window-previous = Vorheriger Schritt
window-step-work = Was zu tun ist
window-next-step = Nächster Schritt
window-to-setup = Alle Schritte
window-network-save = Für alle, die sich um die Firewall kümmern
window-network-plain = Als Liste speichern
window-network-csv = Als Tabelle speichern
window-network-comment = Als Kommentar für ein Änderungsticket speichern

window-network-listed = Im Dokument
window-network-answered = Was DNS heute für { $host } antwortet
window-network-unlisted = Nicht im Dokument
window-network-same = DNS antwortet genau die Adressen des Dokuments.
window-network-differ = Die beiden Listen weichen voneinander ab. Eine Adresse kann inzwischen jemand anderem gehören. Lassen Sie Ihr Netzwerkteam Regeln suchen, die eine von ihnen durchlassen, und sie entfernen.

window-people = Personen
window-people-what = Eine Liste gilt für jeden Schritt, der eine Rolle vergibt. Eine Person je Zeile: Benutzername oder E-Mail-Adresse, dann die Rollen, durch Kommas getrennt; oder group: und der Name einer Gruppe, was besser ist, wo es eine gibt; ohne Rollen alle Rollen dieser Anleitung. Die Liste ersetzt die vorherige.
window-people-seen-save = Speichern, was zu jeder Zeile gefunden wurde
window-people-text = Liste der Personen
window-people-save = Diese Liste verwenden
window-people-count = { $count ->
        [0] Noch niemand steht auf der Liste.
        [one] Eine Person steht auf der Liste
       *[other] { $count } Personen stehen auf der Liste
    }
window-people-all-roles = alle Rollen
window-people-granted = { $granted } von { $people } haben die Rolle.
window-people-unresolved = { $count ->
        [one] Zu einem Eintrag gehört nicht genau ein aktiver Benutzer
       *[other] Zu { $count } Einträgen gehört nicht je genau ein aktiver Benutzer
    }
window-people-place = Zeile
window-people-user = Wie aufgeführt
window-people-why = Warum

window-report = Bericht
window-report-what = Was von wem getan wurde, woher das bekannt ist und was bleibt. Nichts darin ist geheim.
window-report-format = Format
window-format-html = Webseite (HTML)
window-format-markdown = Markdown
window-format-json = JSON
window-report-save = Bericht speichern

window-retired = Der Dienst hinter dieser Anleitung wurde am { $on } abgeschaltet.
window-retired-what = Was Sie hier einrichten, wird er nicht verwenden. Zur Übung lässt sich die Anleitung weiterhin durchgehen. Um mit einem echten Mandanten weiterzumachen, geben Sie RETIRED ein.
window-acknowledge = Trotzdem weitermachen
window-delete = Einrichtung löschen
window-delete-what = Löscht die Einrichtung von diesem Computer. Nehmen Sie zuerst zurück, was Liaison erstellt hat.
window-delete-sure = Diese Einrichtung endgültig löschen

window-settings-language = Sprache
window-language-system = Wie das System
window-settings-theme = Darstellung
window-theme-system = Wie das System
window-theme-light = Hell
window-theme-dark = Dunkel
window-settings-proxy = Proxy
window-proxy-system = Wie das System
window-proxy-none = Keiner
window-proxy-address = Diese Adresse
window-proxy-address-value = Adresse des Proxys
window-settings-ca = Zusätzliche Zertifizierungsstelle
window-settings-ca-hint = Das Zertifikat, mit dem Ihr Unternehmen den Datenverkehr prüft, als PEM-Text. Leer lassen, wenn es keines gibt.
window-settings-client = Anwendung für die Microsoft-Anmeldung
window-client-graph-command-line-tools = Microsoft Graph Command Line Tools
window-client-azure-cli = Microsoft Azure CLI
window-client-own = Eigene Anwendung
window-client-own-id = Client-ID der eigenen Anwendung

window-settings-updates = Neuere Versionen von Liaison
window-updates-look = Bei jedem Start danach suchen
window-updates-no = Nicht suchen
window-update-may-look = Nach neueren Versionen von Liaison suchen?
window-update-may-look-what = Bei jedem Start würde Liaison { $host } fragen, ob es eine gibt. Über Sie oder Ihre Einrichtungen wird nichts gesendet. In den Einstellungen lässt sich das ändern.
window-update-may-look-yes = Bei jedem Start suchen
window-update-may-look-no = Nicht suchen
window-update-may-install = Liaison { $version } installieren?
window-update-may-install-what = Die Version wird jetzt geladen und nur eingesetzt, wenn sie ist, was die Autoren von Liaison signiert haben. Ein laufender Durchlauf endet zuvor. Ihre Einrichtungen bleiben, wie sie sind.
window-update-may-install-yes = Installieren
window-update-may-install-no = Jetzt nicht
window-update-replaced = Liaison { $version } ist installiert
window-update-replaced-what = Der nächste Start ist die neuere Version.
window-update-opened = Liaison { $version } liegt bereit
window-update-opened-what = Das Speicherabbild ist geöffnet. Schließen Sie Liaison und ziehen Sie die App von dort nach Programme.
window-update-failed = Liaison wurde nicht aktualisiert

window-doctor-what = Prüft, was Liaison auf diesem Computer braucht. Nichts wird geändert.
window-doctor-run = Prüfen
window-support = Support
window-support-what = Für alle, die Ihnen helfen: die Version, was hier gefunden wurde und das Ende des Protokolls. Keine Namen von Einrichtungen, keine Konten, keine Geheimnisse.
window-support-save = Details für den Support speichern
window-verdict-fine = In Ordnung
window-verdict-warning = Bitte ansehen
window-verdict-failed = Funktioniert nicht
window-verdict-not-run = Nicht geprüft
window-guide-missing = Diese Anleitung gibt es in dieser Version von Liaison nicht.
window-unexpected = Liaison hat einen Fehler gemacht: { $detail }
window-ends-in = { $days ->
        [one] läuft spätestens morgen ab
       *[other] läuft in { $days } Tagen ab
    }
window-ended = ist abgelaufen
window-secrets = Verwendete Geheimnisse
window-secret-ends = Das Geheimnis von „{ $step }“ läuft am { $at } ab.
window-secret-old-ends = Das alte läuft am { $at } ab.
window-renew = Erneuern
window-renew-what = Erstellt ein neues Geheimnis und gibt es an ServiceNow. Das alte gilt, bis jemand gesehen hat, dass das neue verwendet wird.
window-renew-apply = { $count ->
        [one] Diese Änderung ausführen
       *[other] Diese { $count } Änderungen ausführen
    }
window-renew-on = Weiter
window-renew-back = Alten Wert zurücksetzen
window-renew-used = Das neue Geheimnis wird verwendet
window-renew-used-how = Woher wissen Sie das?
window-renew-used-sign-in-log = Entras Anmeldeprotokoll oder die Anmeldeinformationsaktivität zeigt den neuen Schlüssel
window-renew-used-token-request = Eine Tokenanforderung in ServiceNow gelang, nachdem das zwischengespeicherte Token weg war
window-expiry-background = Liaison achtet darauf, solange es läuft, und meldet mit einer Benachrichtigung, was in 30, 14, 3 und 1 Tagen endet. Im Hintergrund läuft nichts; eine Kalenderdatei oder der Zeitplan aus den Einstellungen erinnert Sie ohne Liaison.
window-calendar = Alle Ablauftermine als Kalenderdatei speichern
window-progress-counting = { $done } von { $of }: { $step }
window-menu = Menü
window-home-key = Einrichtungen (Strg+1)
window-settings-key = Einstellungen (Strg+,)
window-doctor-key = Diesen Computer prüfen
window-leave = Liaison arbeitet noch
window-leave-what = Ein Durchlauf läuft. Er kann ohne Fenster weitergehen oder an der nächsten sicheren Stelle anhalten. Halb geschrieben bleibt in keinem Fall etwas.
window-leave-stay = Bleiben
window-leave-go-on = Ohne Fenster weiter
window-leave-stop = An der nächsten sicheren Stelle anhalten und schließen

## Notizen und Bilder eines Schritts

window-evidence = Notiz und Bilder
window-evidence-what = Nur auf diesem Computer aufbewahrt, Bilder versiegelt. In keiner Übergabe, und im Bericht nur, was Sie hier auswählen.
window-evidence-refused = Zu diesem Schritt wird keine Notiz und kein Bild aufbewahrt: Seine Seite zeigt ein Geheimnis.
window-note = Notiz
window-note-in-report = Diese Notiz in den Bericht aufnehmen
window-note-keep = Notiz speichern
window-note-kept = Gespeichert
window-picture-add = Bild hinzufügen…
window-picture-paste = Fügen Sie hier ein Bildschirmfoto ein, ziehen Sie eines her oder wählen Sie eine Datei (PNG oder JPEG).
window-picture-black = Schwärzen
window-picture-draft = Das Bild
window-picture-black-what = Übermalen Sie, was niemand sehen soll. Mit der Tastatur: Pfeiltasten bewegen, die Leertaste setzt eine Ecke, die Rücktaste nimmt den letzten Teil zurück. Was schwarz ist, ist aus dem Bild entfernt, bevor es versiegelt wird.
window-picture-canvas = { $count ->
        [0] Nichts ist geschwärzt
        [one] Ein Teil ist geschwärzt
       *[other] { $count } Teile sind geschwärzt
    }
window-picture-back = Letzten Teil zurücknehmen
window-picture-keep = Bild aufbewahren
window-picture-alt = Am { $at } aufbewahrtes Bild
window-picture-show = Anzeigen
window-picture-hide = Ausblenden
window-picture-in-report = In den Bericht aufnehmen
window-picture-remove = Entfernen
window-picture-size = { $width } × { $height } Pixel

## A screen that is late

window-opening = Wird geöffnet…

## Each request of a run

window-request-waiting = Warte { $seconds } s, da { $reason }: { $host }
window-request = Zuletzt gesendet
