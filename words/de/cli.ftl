### Die Befehlszeile.

cli-browser-opened = Der Browser wurde geöffnet. Zeigt er die Anmeldung nicht, öffnen Sie diese Adresse auf diesem Computer: { $url }
cli-sign-in-help = Kann er nicht hierher zurückkehren, fügen Sie die Adresse ein, bei der er geendet hat. Zeigt die Seite von Microsoft einen Fehler, geben Sie dessen Nummer ein.
cli-pasted = Übernommen. Die Anmeldung geht weiter.
cli-counting = { $step }: { $done } von { $of }
cli-no-expiry = Keine Einrichtung hat ein Geheimnis, das abläuft.
cli-expiry-line = { $name }: Das Geheimnis von „{ $step }“ läuft in { $days } Tagen ab, am { $at }
cli-expiry-ended = { $name }: Das Geheimnis von „{ $step }“ ist am { $at } abgelaufen
cli-expiry-replaced = { $name }: Das Geheimnis von „{ $step }“, das gerade ersetzt wird, läuft am { $at } ab
cli-renewal-used = Wenn Entras Anmeldeprotokoll den neuen Schlüssel zeigt oder eine Tokenanforderung in der Instanz gelang: liaison renew { $name } --used sign-in-log oder --used token-request. Zurück geht es mit: liaison renew { $name } --put-back
cli-browser-not-opened = Öffnen Sie diese Adresse in einem Browser auf diesem Computer: { $url }
cli-device-code = Geben Sie auf { $url } den Code { $code } ein (gültig bis { $until }). Nur wer sich hier anmeldet, sollte ihn eingeben.
cli-signed-in = Angemeldet als { $account }.
cli-identity-made = Die Identität liegt in { $file }. Bewahren Sie sie auf: Ohne sie lassen sich die versiegelten Geheimnisse nicht öffnen.
cli-file-written = Geschrieben nach { $file }.
cli-practice-failed = Die Übungsdienste konnten nicht gestartet werden: { $detail }
cli-people-listed = In der Liste: { $count }.
cli-no-setups = Es gibt noch keine Einrichtung. Beginnen Sie eine mit „liaison setup create“.
cli-setup-deleted = { $name } ist vergessen.
cli-answered = Die Antworten für { $name } sind gespeichert.
cli-answer-accept = Wenn es trotzdem stimmt: --accept { $accept }
cli-setup-line = { $practice ->
        [yes] [Übung] { $name }: { $tenant } und { $instance }, { $done } von { $total } Schritten erledigt
       *[no] { $name }: { $tenant } und { $instance }, { $done } von { $total } Schritten erledigt
    }
cli-seat-line = { $seat } { $account }
cli-consent-awaited = Wartet auf die Zustimmung eines Administrators. Senden Sie ihm diesen Link, und melden Sie sich erneut an, wenn er zugestimmt hat: { $link }
cli-no-candidates = Nichts Verwendbares ist da.
cli-candidate-fits = passt, wie es ist
cli-guide-line = { $id }  { $title } · { $seat }
cli-value-line = {"  "}{ $label }: { $value }
cli-value-missing = noch nicht bekannt
cli-question-line = {"  "}{ $label } ({ $answer }): { $value }

cli-will-create = + { $object } { $name }
cli-will-update = ~ { $object } { $name }
cli-will-delete = - { $object } { $name }
cli-will-restore = < { $object } { $name }
cli-changes-made = Ausgeführt:
cli-changes-planned = Würde ausgeführt:
cli-stays = Bleibt:
cli-open = Von Hand zu erledigen:
cli-fingerprint = Genau das ausführen: --plan { $fingerprint }
cli-apply-question = Diese Änderungen ausführen? [y/N]
cli-accept-question = Auch das ausführen? [y/N]
cli-asks = Verlangt ein eigenes Ja (--accept { $word }): { $why }
cli-production-question = { $instance } ist als Produktion gekennzeichnet. Geben Sie zum Weitermachen den Namen der Instanz ein:
cli-left-unseen = Nicht einsehbar: { $what }
cli-stopping = Anhalten an der nächsten sicheren Stelle …
cli-changing = { $step }: wird geändert
cli-settling = { $step }: Ausgang eines früheren Schreibvorgangs wird geklärt
cli-verifying = { $step }: wird zurückgelesen
cli-waiting = { $step }: wartet, denn { $reason } ({ $seconds } s)
cli-warned = { $step }: in Ordnung, aber mit einem Hinweis.
cli-failed = { $step }: { $problem }

cli-verdict-fine = gut
cli-verdict-warning = ansehen
cli-verdict-failed = falsch
cli-verdict-not-run = nicht geprüft
cli-doctor-line = { $verdict }  { $title } { $about }

cli-walk-account = Übungskonto für { $service }: { $name }
cli-walk-sign-in = Jetzt anmelden: { $seat }? [Y] Ja, [s] überspringen, [q] beenden
cli-walk-done = Ist es erledigt? [Y] Ja, [s] überspringen, [q] beenden
cli-walk-answer = { $label } [{ $value }]:
cli-walk-people = Wer? Benutzernamen oder E-Mail-Adressen, durch Leerzeichen getrennt. Eingabetaste: von hier niemand.
cli-walk-again = Weiter mit der Eingabetaste.
cli-walk-left = Später weiter mit „liaison walk { $name }“.
cli-walk-left-practice = Später weiter mit „liaison walk { $name } --practice“, in einem Checkout auch mit ./dev run.
cli-walk-end = { $done } von { $total } Schritten sind erledigt.
cli-signed-out = Für { $seat } ist niemand mehr angemeldet.
cli-approval-required = Nur ein genehmigter Plan darf ausgeführt werden.
cli-approval-free = Jeder Plan darf ausgeführt werden.

cli-handover-asked = Senden Sie diesen Code an die Person, bei der die Zuständigkeit liegt. Nichts darin ist geheim. Er gilt für eine Datei, bis { $until }.
cli-handover-check-phrase = Prüfphrase: { $phrase }
cli-handover-phrase = Passphrase, die die Datei öffnet: { $phrase }
cli-handover-says = Angegeben von { $by ->
        [nobody] der Person, die die Datei erstellt hat
       *[other] { $by }
    }: { $name }, für die Zuständigkeit { $seat }
cli-handover-secret = Geheimnis
cli-handover-look = Es wurde nichts übernommen. Rufen Sie den Absender an: Nur wenn Sie beide dieselbe Prüfphrase lesen und Mandant, Instanz und Client-ID stimmen, übernehmen Sie die Datei mit „liaison handover take“.

cli-note-line = {"  "}Notiz: { $text }
cli-picture-line = {"  "}Bild { $id }: { $width } × { $height }, { $at }
cli-in-report = im Bericht
