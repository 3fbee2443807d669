### Was schiefging und was zu tun ist. Die Wirkung auf die Dienste steht daneben (effect-…).

effect-none = Es wurde nichts geändert.
effect-done = Die Änderung wurde ausgeführt.
effect-unknown = Ob die Änderung ausgeführt wurde, ist noch nicht bekannt. Liaison sieht nach, bevor es etwas anderes tut.
support-line = Für den Support: { $details }

## Adressen und Namen

address-not-https = Diese Adresse beginnt nicht mit https://. Liaison sendet Anmeldedaten nur über https.
address-not-opened = Liaison öffnet diese Adresse nicht: Sie gehört zu keiner Seite der Dienste dieser Einrichtung.
address-refused = Das ist weder Name noch Adresse einer ServiceNow-Instanz. Geben Sie ihren Namen (dev12345), ihren Host (dev12345.service-now.com) oder ihre Adresse ein.
address-with-user = Diese Adresse enthält einen Benutzernamen. Lassen Sie alles vor dem @ weg.
domain-refused = Das ist keine Domäne. Geben Sie eine Domäne des Microsoft-Mandanten ein, etwa contoso.onmicrosoft.com.
name-refused = Der Name einer Einrichtung ist eine Zeile mit 1 bis 60 sichtbaren Zeichen.
name-taken = Es gibt bereits eine Einrichtung namens { $name }. Wählen Sie einen anderen Namen.
tenant-unknown = Microsoft kennt keinen Mandanten mit dieser Domäne. Prüfen Sie die Schreibweise; die Domäne steht im Microsoft 365 admin center unter Settings (Einstellungen), Domains (Domänen).
tenant-changed = Die Domäne { $domain } gehört jetzt zu einem anderen Mandanten als zu Beginn der Einrichtung. Beginnen Sie für den neuen Mandanten eine neue Einrichtung.
cloud-unknown = Es gibt keine Cloud namens { $cloud }. Nennen Sie eine eingebaute oder eine Datei mit ihren Adressen.
cloud-refused = Die Adressen der Cloud lassen sich nicht verwenden: { $detail }
practice-mixed = Das mischt Übungsdienste mit echten. Eine Einrichtung ist entweder Übung, mit allen Adressen auf diesem Computer, oder echt.
practice-not-running = Die Übungsdienste laufen nicht in diesem Programm.
practice-not-started = Die Übungsdienste konnten nicht gestartet werden: { $detail }

instance-hibernating = Die Instanz { $host } ist im Ruhezustand. Entwicklerinstanzen schlafen ein, wenn niemand sie benutzt.
instance-offline = Die Instanz { $host } ist offline und meldet: { $title }
instance-unrecognised = Was unter { $host } antwortet, ist keine ServiceNow-Instanz (Status { $status }, Titel: { $title }). Prüfen Sie die Adresse.
hint-wake-instance = Melden Sie sich bei developer.servicenow.com an, wählen Sie Wake instance (Instanz aufwecken), und versuchen Sie es in einigen Minuten erneut.

## Netzwerk

network-dns = Der Name { $host } wurde nicht gefunden. Prüfen Sie die Schreibweise und die Verbindung dieses Computers.
network-refused = { $host } verweigert die Verbindung.
network-reset = Die Verbindung zu { $host } wurde unterbrochen.
network-timeout = { $host } hat nicht rechtzeitig geantwortet.
network-tls = Dem Zertifikat von { $host } wird hier nicht vertraut. Sein Aussteller ist { $issuer }.
network-proxy-auth = Der Proxy verlangt Benutzername und Kennwort ({ $schemes }).
network-redirected = { $host } verweist auf { $to }, statt zu antworten. Mit Anmeldedaten folgt Liaison nicht dorthin.
network-foreign-link = { $host } nennt { $to } als Ort der nächsten Seite. Liaison folgt nicht zu einem anderen Host.
network-too-large = Die Antwort von { $host } ist größer als jede, die Liaison erwartet.
network-web-page = { $host } hat mit einer Webseite statt mit Daten geantwortet: { $title }
network-malformed = Die Antwort von { $host } ist nicht lesbar: { $detail }
network-bad-address = Aus den Werten der Einrichtung ließ sich keine Adresse für { $host } bilden.
network-other = Die Anfrage an { $host } ist fehlgeschlagen: { $detail }
service-throttled = { $service } bittet zu warten: zu viele Anfragen. Meldung: { $message }
service-unavailable = { $service } hat gerade selbst ein Problem. Meldung: { $message }
trust-store-missing = Die Liste der vertrauenswürdigen Zertifikate dieses Computers ist nicht lesbar: { $detail }
hint-extra-ca = Wenn Ihr Unternehmen den Datenverkehr prüft, geben Sie dessen Zertifikat in den Einstellungen unter „Zusätzliche Zertifizierungsstelle“ an.
hint-proxy = Tragen Sie den Proxy in den Einstellungen ein, oder bitten Sie Ihr Netzwerkteam, diesen Computer durchzulassen.

## Anmeldung

sign-in-needed = Zuerst anmelden: { $seat }.
sign-in-client-missing = Die Instanz meldet nur Anwendungen an, die sie kennt, und weiß noch nicht, welche davon Liaison ist.
hint-sign-in-client = Gehen Sie den Schritt durch, der Liaison für die Anmeldung registriert, und tragen Sie dort Client-ID und Port genau so ein, wie sie in der Instanz stehen.
servicenow-sign-in-refused = Die Instanz hat kein Token ausgegeben und nennt keinen Grund. Die üblichen Gründe: eine andere Client-ID, ein anderer Port oder ein Client, der nicht öffentlich mit PKCE ist.
servicenow-user-unseen = Die Instanz hat jemanden angemeldet, zeigt aber nicht, wen. Das Konto muss seinen eigenen Datensatz in sys_user lesen dürfen.
servicenow-denied = ServiceNow verweigert das der angemeldeten Person: { $message }
servicenow-not-found = ServiceNow meldet, dass es den Datensatz nicht gibt oder dass die angemeldete Person ihn nicht sehen darf.
servicenow-refused = ServiceNow hat die Anfrage abgelehnt: { $message }
session-refused = Der Dienst akzeptiert die Sitzung nicht mehr. Melden Sie sich erneut an; von der Einrichtung geht nichts verloren.
sign-in-denied = Die Anmeldung wurde auf der Seite des Dienstes abgelehnt.
sign-in-code-expired = Der Code wurde nicht rechtzeitig verwendet. Beginnen Sie die Anmeldung neu.
sign-in-timed-out = Der Browser ist nicht rechtzeitig zurückgekehrt. Beginnen Sie die Anmeldung neu, oder melden Sie sich auf die andere Art an.
sign-in-refused = Der Dienst hat die Anmeldung abgelehnt ({ $code }).
sign-in-impossible = Die Anmeldung ließ sich nicht durchführen.
sign-in-unexpected-answer = { $host } hat die Anmeldung nicht mit einem Token beantwortet (Status { $status }).
sign-in-no-loopback = Dieser Computer lässt Liaison nicht auf die Antwort des Browsers warten: { $detail }
sign-in-port-taken = Port { $port }, den die Anmeldung braucht, wird von einem anderen Programm verwendet. Schließen Sie es, oder stellen Sie in der Einrichtung und in der Registrierung der Instanz einen anderen Port ein.
sign-in-wrong-tenant = Dieses Konto hat sich bei einem anderen Mandanten angemeldet ({ $tenant }). Melden Sie sich mit einem Konto des Mandanten dieser Einrichtung an.
sign-in-token-refused = Das Identitätstoken der Anmeldung ist ungültig ({ $claim }). Die Anmeldung wird nicht verwendet.
seat-signs-in-nowhere = { $seat } meldet sich nirgends an: Diese Person arbeitet nur in Portalen.
seat-unknown = Die Anleitung kennt keine Zuständigkeit namens { $seat }.
seat-way-unknown = Auf diese Art kann sich diese Person nicht anmelden.
token-malformed = Das ist kein Token. Übergeben Sie eine Zeile ohne Leerzeichen auf der Standardeingabe.
browser-missing = Der Browser konnte nicht geöffnet werden.
hint-copy-link = Kopieren Sie den Link, und öffnen Sie ihn in einem Browser auf diesem Computer.
hint-sign-in = Melden Sie sich dafür an, und machen Sie dann weiter, wo Sie waren.

entra-wrong-secret = Entra meldet, dass das Geheimnis falsch ist. Es kann eine Minute dauern, bis ein Geheimnis überall bekannt ist.
entra-expired-secret = Das Geheimnis ist abgelaufen.
entra-no-secret-sent = Entra erwartete ein Geheimnis und erhielt keines.
entra-application-disabled = Die Anwendung ist in diesem Mandanten deaktiviert.
entra-unknown-application = Entra kennt die Anwendung in diesem Mandanten nicht. Es kann eine Minute dauern, bis eine neue überall bekannt ist.
entra-unknown-tenant = Entra kennt diesen Mandanten nicht.
entra-no-tenant-named = Die Anfrage nannte keinen Mandanten.
entra-tenant-needed = Die Anwendung lässt sich nur mit ihrem eigenen Mandanten verwenden.
entra-unknown-resource = Entra kennt die Ressource, für die ein Token verlangt wurde, in diesem Mandanten nicht.
entra-resource-not-supported = Für diese Ressource ist auf diesem Weg kein Token zu bekommen.
entra-parameter-missing = Entra meldet, dass der Anfrage ein Parameter fehlt.
entra-conditional-access = Eine Richtlinie für bedingten Zugriff (Conditional Access) des Mandanten blockiert diese Anmeldung. Fragen Sie, wer die Richtlinien verwaltet, oder verwenden Sie einen zugelassenen Computer.
entra-device-required = Der Mandant verlangt für diese Anmeldung ein verwaltetes Gerät. Verwenden Sie einen Computer, den der Mandant verwaltet.
entra-device-code-blocked = Der Mandant blockiert die Anmeldung per Gerätecode. Verwenden Sie den Browser.
entra-multi-factor-needed = Ein zweiter Faktor ist nötig. Melden Sie sich erneut an, und bestätigen Sie ihn.
entra-too-many-equal-requests = Entra hat dieselbe Anfrage zu oft erhalten. Warten Sie einige Minuten.
entra-throttled = Entra bittet zu warten. Versuchen Sie es in einigen Minuten erneut.
entra-other-cloud = Das Konto oder der Mandant gehört zu einer anderen Microsoft-Cloud.
entra-consent-needed = Der Anmeldeanwendung hat noch niemand zugestimmt. Melden Sie sich erneut an, und akzeptieren Sie, was sie anfordert.
entra-consent-declined = Die Zustimmung wurde abgelehnt. Ohne sie kann Liaison die Anwendung nicht registrieren.
entra-admin-consent-needed = In Ihrem Mandanten kann nur ein Administrator dieser Anwendung zustimmen.
entra-admin-consent-requested = Ein Administrator wurde um Zustimmung gebeten. Melden Sie sich erneut an, wenn er geantwortet hat.
entra-not-assigned = Das Konto ist der Anmeldeanwendung nicht zugewiesen. Bitten Sie um eine Zuweisung, oder wählen Sie in den Einstellungen eine andere Anwendung.
entra-client-not-preauthorized = Die Anmeldeanwendung darf das hier nicht anfordern. Wählen Sie in den Einstellungen eine andere Anwendung.
entra-redirect-mismatch = Die Anmeldeanwendung kennt die Rückkehradresse von Liaison nicht. Sie braucht http://localhost als Umleitungsadresse für mobile Anwendungen und Desktopanwendungen.
entra-secret-from-public-client = Ein öffentlicher Client darf kein Geheimnis senden.
entra-foreign-account = Das Konto gehört zu einem anderen Mandanten. Melden Sie sich mit einem Konto des Mandanten dieser Einrichtung an.
entra-unknown-account = Entra kennt dieses Konto in diesem Mandanten nicht.
entra-account-disabled = Das Konto ist deaktiviert.
entra-session-ended = Die Sitzung ist beendet. Melden Sie sich erneut an; von der Einrichtung geht nichts verloren.
entra-code-pending = Die Anmeldung ist noch nicht abgeschlossen.
entra-code-expired = Der Code wurde nicht rechtzeitig verwendet. Beginnen Sie die Anmeldung neu.
entra-code-unknown = Entra kennt diesen Code nicht. Beginnen Sie die Anmeldung neu.
entra-sign-in-interrupted = Die Anmeldung wurde auf der Seite von Microsoft unterbrochen. Beginnen Sie sie neu.

## Microsoft Graph

graph-denied = Das angemeldete Konto darf das nicht. Es braucht die Rolle Cloud Application Administrator (Cloudanwendungsadministrator), Application Administrator (Anwendungsadministrator) oder Global Administrator (Globaler Administrator). Meldung von Graph: { $message }
graph-quota = Das Konto oder der Mandant hat die Höchstzahl an Anwendungen erreicht. Meldung von Graph: { $message }
graph-not-found = Das Objekt ist nicht vorhanden. Meldung von Graph: { $message }
graph-refused = Microsoft Graph hat die Anfrage abgelehnt: { $message }

## Einrichtungen und Schritte

setup-unknown = Hier gibt es keine Einrichtung namens { $setup }.
setup-busy = { $holder } arbeitet an dieser Einrichtung. Schreiben kann nur einer zugleich; nachsehen ist möglich.
setup-owns-objects = Etwas, das { $name } erstellt hat, ist noch vorhanden. Nehmen Sie es zuerst zurück, oder löschen Sie die Einrichtung und behalten Sie die Objekte bewusst.
hint-wait = Warten Sie, bis das fertig ist, oder schließen Sie das andere Programm.
step-unknown = Die Anleitung hat keinen Schritt namens { $step }.
step-waits = Vor { $step } kommt { $needs }.
step-not-by-hand = Liaison sieht selbst, ob { $step } erledigt ist; niemand muss es bestätigen. Lassen Sie es nachsehen.
answers-missing = Bei { $step } sind noch Fragen unbeantwortet.
answer-refused = Das ist keine Antwort auf { $answer }.
answer-unknown = Die Anleitung stellt keine Frage namens { $answer }. Sie fragt: { $known }
answer-is-secret = { $answer } ist geheim. Nur der Schritt, der es braucht, nimmt es an.
answer-shape-text = Eine Zeile sichtbarer Text, höchstens 200 Zeichen.
answer-shape-domain = Eine Domäne, etwa contoso.onmicrosoft.com.
answer-shape-address = Eine Adresse, die mit https:// beginnt.
answer-shape-port = Eine Portnummer von 1024 bis 65535.
answer-shape-uuid = Eine Kennung wie 00000000-0000-0000-0000-000000000000.
answer-shape-hex32 = 32 Zeichen, jedes 0 bis 9 oder a bis f.
answer-shape-choice = Eine der Möglichkeiten.
answer-shape-flag = yes (ja) oder no (nein).
answer-shape-secret = Ein Geheimnis.
note-too-long = Eine Notiz hat höchstens 2000 Zeichen.
value-missing = { $value } ist noch nicht bekannt. Der Schritt { $step } liefert den Wert.
link-unknown = Der Schritt hat keinen Link dieses Namens.
value-unknown = Der Schritt hat keinen Wert dieses Namens.
secret-missing = Das Geheimnis { $secret } ist hier nicht aufbewahrt. Erledigen Sie zuerst seinen Schritt.
secret-damaged = Ein aufbewahrtes Geheimnis ist nicht mehr lesbar.
hint-renew-secret = Melden Sie sich erneut an, oder erstellen Sie das Geheimnis mit seinem Schritt neu.
cancelled = Auf Ihren Wunsch angehalten. Was gesendet wurde, ist aufgezeichnet.
run-under-way = An dieser Einrichtung wird in diesem Fenster bereits gearbeitet.
approval-needed = Hier kann niemand gefragt werden. Sehen Sie sich den Plan an, und führen Sie ihn dann mit seinem Fingerabdruck aus: --plan { $fingerprint }, oder verwenden Sie --yes.
plan-changed = Der jetzige Stand weicht vom gezeigten Plan ab, deshalb wurde nichts geschrieben. Sehen Sie sich den neuen Plan an ({ $fingerprint }).
retired-not-acknowledged = Microsoft hat den Dienst hinter dieser Anleitung am { $on } abgeschaltet. Bevor dafür etwas Echtes geändert wird, muss jemand bestätigen, dass das bekannt ist.
hint-acknowledge = Im Fenster: das verlangte Wort eingeben. Auf der Befehlszeile: --acknowledge-retired.
several-candidates = { $count } Objekte könnten zu { $step } gehören. Wählen Sie eines.
ownership-unsure = Es ist nicht sicher, dass diese Einrichtung { $object } erstellt hat. Liaison rührt es nicht an.
changed-since = { $object } wurde geändert, seit diese Einrichtung es erstellt hat. Sehen Sie es sich an, bevor es entfernt wird.
undo-still-there = Was { $step } erstellt hat, ist nach dem Löschen noch vorhanden. Nehmen Sie es in einigen Minuten noch einmal zurück.
undo-of-undo = Ein Löschen lässt sich nicht zurücknehmen.
verify-failed = { $step } ist doch nicht wie gewünscht. Sehen Sie erneut nach.
write-unknown = Das Journal nennt einen Schreibvorgang ({ $write }) von { $step }, den diese Version nicht kennt.
guide-unknown = Es gibt keine Anleitung namens { $guide }.
guide-unreadable = Die Anleitung in { $file } ist nicht lesbar: { $detail }
guide-kind-unknown = Die Anleitung verwendet eine Art von Schritt, die diese Version nicht kennt: { $kind }
guide-parameters = Der Schritt { $step } der Anleitung hat unpassende Parameter: { $detail }
people-none = Die Datei nennt niemanden.
people-unreadable = Zeile { $line } der Datei ist nicht lesbar. Jede Zeile nennt einen Benutzer und die Rollen, durch Kommas getrennt.
people-role-unknown = Zeile { $line } nennt eine Rolle, die die Anleitung nicht hat. Sie hat: { $roles }
people-unresolved = Nicht je genau ein aktiver Benutzer: { $people } ({ $count } der Liste).
hint-people = Auf der Seite des Schritts steht jeweils der Grund. Berichtigen Sie die Liste oder die Benutzer in ServiceNow, und sehen Sie erneut nach.
people-why-nobody = Kein Benutzer hat diesen Benutzernamen oder diese E-Mail-Adresse.
people-why-several = Mehrere aktive Benutzer haben sie.
people-why-inactive = Der Benutzer ist inaktiv.
people-why-locked-out = Der Benutzer ist gesperrt.
role-missing = Die Instanz hat keine Rolle { $role }. Sie kommt mit der Integration: Installieren Sie diese zuerst.
wait-replication = das Verzeichnis macht das Objekt überall bekannt

## Dieser Computer

home-unknown = Der Ordner für die Daten von Liaison wurde nicht gefunden.
home-unusable = Der Ordner { $folder } lässt sich nicht verwenden: { $detail }
hint-liaison-home = Nennen Sie in der Umgebungsvariablen LIAISON_HOME einen anderen Ordner.
log-unusable = Das Protokoll lässt sich nicht schreiben: { $detail }
settings-unreadable = Die Einstellungsdatei { $file } ist nicht lesbar: { $detail }
settings-not-kept = Die Einstellungen konnten nicht gespeichert werden: { $detail }
settings-refused = { $field } lässt sich so nicht verwenden.
store-newer = Die Daten stammen von einem neueren Liaison (Format { $found }; dieses kennt { $known }). Sie wurden nicht verändert.
hint-update-liaison = Installieren Sie das neueste Liaison.
store-damaged = Die Daten sind nicht lesbar: { $detail }
store-failed = Die Daten konnten nicht geschrieben werden: { $detail }
disk-full = Der Datenträger ist voll: Die Daten von Liaison konnten nicht geschrieben werden. Was vorher gespeichert war, ist unversehrt.
hint-free-space = Schaffen Sie Platz, und versuchen Sie es erneut. Falls gerade eine Änderung lief, klärt Liaison zuerst ihren Ausgang.
store-read-only = Die Daten von Liaison lassen sich nicht schreiben: Ordner oder Datei gehören jemand anderem oder sind schreibgeschützt.
store-busy = Ein anderes Programm hält die Daten von Liaison und hat sie nicht rechtzeitig freigegeben.
journal-altered = Das Journal wurde außerhalb von Liaison verändert (Eintrag { $entry }). Es wird nicht verwendet, damit nichts aufgrund falscher Aufzeichnungen geschieht.
journal-lost = Das Journal konnte nicht geschrieben werden, nachdem eine Änderung gesendet war. Schaffen Sie Platz auf dem Datenträger; Liaison klärt, was geschehen ist, bevor es weitermacht.
view-unreadable = Etwas ließ sich nicht anzeigen: { $detail }
file-unreadable = { $file } ist nicht lesbar: { $detail }
file-not-written = { $file } konnte nicht geschrieben werden: { $detail }
clipboard-missing = Die Zwischenablage ist nicht erreichbar.
usage = Erwartet wird { $expected }.
no-randomness = Das System liefert keine Zufallszahlen: { $detail }

keychain-absent = Dieser Computer hat keinen Schlüsselbund, den Liaison verwenden könnte.
keychain-locked = Der Schlüsselbund ist gesperrt.
keychain-denied = Der Schlüsselbund hat Liaison abgewiesen.
keychain-failed = Der Schlüsselbund ist fehlgeschlagen: { $detail }
keychain-forgetful = Der Schlüsselbund gab nicht zurück, was gerade abgelegt wurde.
keychain-no-answer = Der Schlüsselbund hat nicht innerhalb von { $seconds } Sekunden geantwortet.
keychain-no-collection = Es gibt noch keinen Standard-Schlüsselbund.
keychain-entry-refused = Der Eintrag { $service } im Schlüsselbund stammt nicht von Liaison.
hint-keychain-unlock = Entsperren Sie ihn, und versuchen Sie es erneut.
hint-keychain-install = Installieren Sie gnome-keyring oder KWallet, melden Sie sich erneut am Desktop an, und versuchen Sie es noch einmal.
hint-keychain-allow = Erlauben Sie Liaison in den Einstellungen des Schlüsselbunds.
hint-keychain-collection = Öffnen Sie einmal die Passwortverwaltung des Desktops, und legen Sie den Standard-Schlüsselbund an.
hint-keychain-prompt = Suchen Sie nach einem Fenster des Systems, das nach einem Kennwort fragt.
hint-keychain-entry = Sehen Sie sich den Eintrag in der Anwendung des Schlüsselbunds an. Wird er entfernt, gehen die damit versiegelten Geheimnisse verloren.
hint-identity-new = Auf einem Computer ohne Desktop: Erstellen Sie mit „liaison identity new FILE“ eine Identitätsdatei, und nennen Sie sie in LIAISON_IDENTITY.
hint-identity-file-mode = Nur Sie dürfen sie lesen können: chmod 600.
identity-file-exists = { $file } gibt es bereits, und eine Identität wird nie überschrieben.
identity-file-not-written = { $file } konnte nicht geschrieben werden: { $detail }
identity-file-missing = Unter { $file } gibt es keine Identitätsdatei.
identity-file-unreadable = Die Identitätsdatei { $file } ist nicht lesbar: { $detail }
identity-file-refused = { $file } enthält nicht genau eine age-Identität.
identity-file-open-to-others = Andere können die Identitätsdatei { $file } lesen (Modus { $mode }), deshalb wird sie abgelehnt.
secret-sealed-by-another-identity = Ein Geheimnis wurde für { $identity ->
        [gone] eine Identität versiegelt, die nicht mehr im Schlüsselbund ist
        [session] eine Sitzung versiegelt, die beendet ist
       *[another] eine andere Identität versiegelt
    }, deshalb lässt es sich hier nicht öffnen.
sealing-failed = Ein Geheimnis konnte nicht versiegelt werden: { $detail }
vault-unproven = Es ließ sich nicht zeigen, dass ein Geheimnis aufbewahrt werden kann; deshalb wurde keines verlangt.
