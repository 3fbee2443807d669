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
tenant-in-other-cloud = Der Mandant mit dieser Domäne gehört zu einer anderen Microsoft-Cloud ({ $cloud ->
        [gcc-high] GCC High
        [dod] DoD
        [china] betrieben von 21Vianet
       *[other] { $cloud }
    }).
hint-other-cloud = Klären Sie zuerst, ob das, was die Anleitung einrichtet, dort unterstützt wird: Die Microsoft 365 support integration wird es in regulierten oder eingeschränkten Umgebungen nicht. Auf der Befehlszeile beginnt --cloud { $cloud } eine Einrichtung in dieser Cloud.
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

entra-wrong-secret = Entra meldet, dass das Geheimnis falsch ist. Das meldet es auch bei Geheimnissen, die erst Sekunden alt sind.
hint-entra-wrong-secret = Wurde es eingegeben oder kopiert: Es muss der Wert des Geheimnisses sein, nicht seine ID. Sonst warten Sie eine Minute und weisen es erneut nach, oder erstellen Sie ein neues Geheimnis.
entra-expired-secret = Entra meldet, dass das Geheimnis abgelaufen ist. Das meldet es auch bei Anwendungen, die erst Sekunden alt sind.
hint-entra-expired-secret = Erstellen Sie mit dem zugehörigen Schritt ein neues Geheimnis, und tragen Sie es in ServiceNow ein.
entra-no-secret-sent = Entra erwartete ein Geheimnis und erhielt keines.
hint-entra-no-secret-sent = Geben Sie das Geheimnis dort erneut ein, woher die Anfrage kommt.
entra-application-disabled = Die Anwendung ist in diesem Mandanten deaktiviert.
hint-entra-application-disabled = Öffnen Sie im Microsoft Entra admin center Enterprise apps (Unternehmens-Apps), die Anwendung, Properties (Eigenschaften), und stellen Sie Enabled for users to sign-in (Aktiviert für die Benutzeranmeldung) auf Yes (Ja).
entra-unknown-application = Entra kennt die Anwendung in diesem Mandanten nicht. Das meldet es auch bei Anwendungen, die erst Sekunden alt sind.
hint-entra-unknown-application = Prüfen Sie Client-ID und Mandant. Warten Sie bei einer neuen Anwendung eine Minute, und versuchen Sie es erneut.
entra-unknown-tenant = Entra kennt diesen Mandanten nicht.
hint-entra-unknown-tenant = Prüfen Sie die Domäne, und ob der Mandant zu einer anderen Microsoft-Cloud gehört.
entra-no-tenant-named = Die Adresse nennt keinen Mandanten.
hint-entra-no-tenant-named = Setzen Sie die Domäne oder ID des Mandanten in die Adresse ein.
entra-tenant-needed = An der gemeinsamen Adresse (common) kann sich eine Anwendung nicht anmelden.
hint-entra-tenant-needed = Verwenden Sie die Adresse mit der Domäne oder ID des Mandanten.
entra-unknown-resource = Entra kennt die Ressource, für die ein Token verlangt wurde, in diesem Mandanten nicht.
hint-entra-unknown-resource = Prüfen Sie die Ressource in der Anfrage. Microsoft Graph gibt es in jedem Mandanten.
entra-resource-not-supported = Diese Adresse nimmt einen Bereich (scope) und keine Ressource.
hint-entra-resource-not-supported = Verwenden Sie die Adresse ohne v2.0, oder fragen Sie mit einem Bereich an.
entra-parameter-missing = Entra meldet, dass der Anfrage ein Parameter fehlt, etwa ein Bereich (scope).
hint-entra-parameter-missing = Verwenden Sie die Adresse ohne v2.0, wie die Anleitung es tut, oder senden Sie den Bereich.
entra-conditional-access = Eine Richtlinie für bedingten Zugriff (Conditional Access) des Mandanten blockiert diese Anmeldung.
hint-entra-conditional-access = Fragen Sie, wer die Richtlinien verwaltet, oder verwenden Sie einen zugelassenen Computer in einem zugelassenen Netzwerk. Die Anmeldeprotokolle im Microsoft Entra admin center nennen die Richtlinie.
entra-conditional-access-workload = Eine Richtlinie für bedingten Zugriff (Conditional Access) für Workload-Identitäten blockiert die Anwendung hier. Das sagt nichts gegen das Geheimnis: ServiceNow fragt aus einem anderen Netzwerk und wird vielleicht eingelassen.
hint-entra-conditional-access-workload = Bitten Sie, wer die Richtlinien verwaltet, die Anwendung von den Adressen von ServiceNow aus zuzulassen. Test setup (Setup testen) in ServiceNow zeigt, ob sie es ist.
entra-device-required = Der Mandant verlangt für diese Anmeldung ein verwaltetes oder bekanntes Gerät.
hint-entra-device-required = Verwenden Sie einen Computer, den der Mandant verwaltet, mit dessen üblichem Browser.
entra-device-code-blocked = Der Mandant blockiert Sitzungen, die mit einem Code begonnen wurden.
hint-entra-device-code-blocked = Melden Sie sich im Browser an.
entra-multi-factor-needed = Ein zweiter Faktor ist nötig.
hint-entra-multi-factor-needed = Melden Sie sich erneut an, und bestätigen Sie ihn.
entra-too-many-equal-requests = Entra hat dieselbe Anfrage zu oft erhalten.
hint-entra-too-many-equal-requests = Warten Sie einige Minuten.
entra-throttled = Entra bittet zu warten.
hint-entra-throttled = Versuchen Sie es in einigen Minuten erneut.
entra-other-cloud = Das Konto oder der Mandant gehört zu einer anderen Microsoft-Cloud.
hint-entra-other-cloud = Beginnen Sie eine Einrichtung für diese Cloud. Die Integration selbst wird in regulierten oder eingeschränkten Umgebungen nicht unterstützt.
entra-consent-needed = Der Anmeldeanwendung hat noch niemand zugestimmt.
hint-entra-consent-needed = Melden Sie sich erneut an, und akzeptieren Sie, was sie anfordert, oder lassen Sie einen Administrator zustimmen.
entra-consent-declined = Die Zustimmung wurde abgelehnt. Ohne sie kann Liaison die Anwendung nicht registrieren.
hint-entra-consent-declined = Melden Sie sich erneut an und akzeptieren Sie, oder wählen Sie in den Einstellungen eine andere Anwendung.
entra-admin-consent-needed = In diesem Mandanten kann nur ein Administrator der Anmeldeanwendung zustimmen.
hint-entra-admin-consent-needed = Senden Sie einem Administrator den Link zur Zustimmung, und melden Sie sich erneut an, wenn er akzeptiert hat. Application Administrator (Anwendungsadministrator) genügt.
entra-admin-consent-requested = Ein Administrator wurde um Zustimmung gebeten.
hint-consent-link = Link zur Zustimmung für einen Administrator: { $link } (er endet auf einer Seite, die sich nicht anzeigen lässt; das ist in Ordnung).
hint-entra-admin-consent-requested = Melden Sie sich erneut an, wenn er geantwortet hat.
entra-not-assigned = Das Konto ist der Anmeldeanwendung nicht zugewiesen, und dieser Mandant verlangt das.
hint-entra-not-assigned = Bitten Sie um eine Zuweisung, oder wählen Sie in den Einstellungen eine andere Anwendung.
entra-client-not-preauthorized = Die Anmeldeanwendung darf diese Berechtigung nicht anfordern.
hint-entra-client-not-preauthorized = Wählen Sie in den Einstellungen eine andere Anwendung.
entra-redirect-mismatch = Die Anmeldeanwendung kennt die Rückkehradresse von Liaison nicht.
hint-entra-redirect-mismatch = Fügen Sie bei einer eigenen Anwendung http://localhost als Umleitungsadresse für mobile Anwendungen und Desktopanwendungen hinzu.
entra-secret-from-public-client = Für eine Anwendung ohne Geheimnis wurde eines gesendet.
hint-entra-secret-from-public-client = Lassen Sie das Geheimnis weg.
entra-foreign-account = Das Konto gehört zu einem anderen Mandanten.
hint-entra-foreign-account = Melden Sie sich mit einem Konto des Mandanten dieser Einrichtung an.
entra-unknown-account = Entra kennt dieses Konto in diesem Mandanten nicht.
hint-entra-unknown-account = Prüfen Sie den Namen des Kontos, und ob es zum Mandanten dieser Einrichtung gehört.
entra-account-disabled = Das Konto ist deaktiviert.
hint-entra-account-disabled = Verwenden Sie ein anderes Konto, oder lassen Sie es aktivieren.
entra-session-ended = Die Sitzung ist nicht mehr gültig.
hint-entra-session-ended = Melden Sie sich erneut an. Von der Einrichtung geht nichts verloren.
entra-code-pending = Die Anmeldung ist noch nicht abgeschlossen.
hint-entra-code-pending = Schließen Sie sie auf der Seite ab.
entra-code-expired = Der Code wurde nicht rechtzeitig verwendet.
hint-entra-code-expired = Beginnen Sie die Anmeldung neu.
entra-code-unknown = Entra kennt diesen Code nicht.
hint-entra-code-unknown = Beginnen Sie die Anmeldung neu, und geben Sie den Code genau so ein, wie er gezeigt wird.
entra-code-used = Dieser Code oder diese Adresse wurde bereits verwendet.
hint-entra-code-used = Beginnen Sie die Anmeldung neu.
entra-service-principal-missing = Die Anwendung hat in diesem Mandanten keinen Dienstprinzipal. Das meldet Entra auch bei solchen, die erst Sekunden alt sind.
hint-entra-service-principal-missing = Erledigen Sie den Schritt, der ihn erstellt. Warten Sie bei einem neuen eine Minute, und versuchen Sie es erneut.
entra-other-region = Die Anfrage kam in einem Rechenzentrum an, das dafür nicht zuständig ist.
hint-entra-other-region = Beginnen Sie die Anmeldung neu.
entra-request-mistaken = Die gesendete Anfrage ist keine, die Entra annimmt.
hint-entra-request-mistaken = Beginnen Sie neu. Bleibt es dabei, ist es ein Fehler in Liaison: Speichern Sie die Details für den Support.
entra-sign-in-interrupted = Die Anmeldung wurde auf der Seite von Microsoft unterbrochen.
hint-entra-sign-in-interrupted = Beginnen Sie sie neu.
entra-unlisted = Liaison weiß nicht, was AADSTS{ $code } bedeutet.
hint-entra-unlisted = Microsoft erklärt es unter https://login.microsoftonline.com/error?code={ $code }
people-without-role = { $count } der Liste haben die Rolle nicht, obwohl sie ihnen gegeben wurde. Sehen Sie sich jemanden davon in ServiceNow an: Vielleicht wurde sie inzwischen entzogen.
people-why-no-group = Keine Gruppe hat diesen Namen.
people-why-several-groups = Mehrere aktive Gruppen haben diesen Namen.
people-why-inactive-group = Die Gruppe ist inaktiv.
people-why-granted = Hat die Rolle.
people-why-inherited = Hat die Rolle über eine Gruppe oder eine andere Rolle.
people-why-repeated = Steht mehr als einmal in der Liste.
people-why-missing = Hat die Rolle nicht.
wait-throttled = die Instanz nimmt vorerst keine Anfragen mehr an
servicenow-query-ignored = Die Instanz hat mit weit mehr Zeilen geantwortet, als angefragt sein können: Sie hat die Abfrage nicht beachtet. Es wurde nichts geändert.
renewal-nothing-there = Diese Einrichtung hat kein Geheimnis, das sich erneuern ließe. Das erste entsteht beim Ausführen.
renewal-several = Diese Einrichtung hat mehr als ein Geheimnis. Nennen Sie den Schritt, dessen Geheimnis erneuert werden soll.
renewal-none = Kein Geheimnis dieser Einrichtung wird gerade erneuert.
renewal-unfinished = Das neue Geheimnis ist noch nicht bei allen, die es verwenden. Erneuern Sie zuerst weiter; es geht dort weiter, wo es angehalten hat.
renewal-going-back = Das alte Geheimnis ist auf dem Weg zurück. Setzen Sie es zuerst weiter zurück; es geht dort weiter, wo es angehalten hat.
renewal-user-elsewhere = Die Zuständigkeit { $seat } verwendet das Geheimnis und liegt bei einem anderen Computer, der das neue vielleicht schon hat. Holen Sie zuerst die Zuständigkeit zurück, und setzen Sie dann den alten Wert zurück.
renewal-used = Das neue Geheimnis wird verwendet, und das alte wird gerade entfernt. Es lässt sich nicht mehr zurücksetzen.
renewal-old-gone = Das alte Geheimnis ist in Entra nicht mehr gültig und wird deshalb nicht zurückgesetzt. Das neue bleibt.
renewal-no-way-back = Liaison hat den Wert des alten Geheimnisses nicht.
    .what = Es lässt sich nicht mit einem Klick zurücksetzen: Funktioniert das neue nicht, hilft nur ein Wert, den jemand anders aufbewahrt hat und einfügt.
registry-profile-missing = Der Eintrag { $object } in Application Registry ist vorhanden, aber die Instanz hat das zugehörige Standardprofil nicht erstellt. Ohne Profil erhält die Integration kein Token.
registry-profile-differs = Im Standardprofil des Eintrags { $object } in Application Registry steht { $is }; dort muss { $wanted } stehen.
hint-registry-profile = Öffnen Sie den Eintrag in Application Registry, und sehen Sie sich die Registerkarte OAuth Entity Profiles an: Dort muss ein Profil als Standard markiert sein und den Grant type (Erteilungstyp) Client Credentials haben. Sehen Sie dann erneut nach.
production-name-needed = { $instance } ist als Produktion gekennzeichnet. Dort wird nichts geändert, bevor jemand den Namen der Instanz eingibt: { $instance }
elevation-needed = Die Instanz lässt den Zugriff auf { $object } nur von jemandem ändern, der seine Rolle auf security_admin erhöht hat, und das kann Liaison nicht. Es wurde nichts geändert.
hint-elevate-table = Öffnen Sie in der Instanz Ihr Benutzermenü, wählen Sie Elevate role, und aktivieren Sie security_admin. Öffnen Sie dann System Definition (Systemdefinition), Tables (Tabellen), die Tabelle, Application Access (Anwendungszugriff): Stellen Sie Accessible from (Zugänglich aus) auf All application scopes (Alle Anwendungsbereiche), aktivieren Sie Can read (Kann lesen), und wählen Sie Update (Aktualisieren). Sehen Sie danach hier erneut nach.

## Microsoft Graph

graph-denied = Das angemeldete Konto darf das nicht. Meldung von Graph: { $message }
hint-graph-denied = Nötig ist die Rolle Cloud Application Administrator (Cloudanwendungsadministrator) oder Application Administrator (Anwendungsadministrator). Sind Sie dafür berechtigt, aktivieren Sie sie unter My roles (Meine Rollen) (https://entra.microsoft.com/#view/Microsoft_Azure_PIMCommon/ActivationMenuBlade/~/aadmigratedroles), und machen Sie dann mit „Ich habe sie aktiviert“ oder --role-activated weiter. Bitten Sie sonst um die Rolle, oder lassen Sie jemanden, der sie hat, die Anmeldung übernehmen.
graph-quota = Das Konto oder der Mandant hat die Höchstzahl an Anwendungen erreicht, gelöschte mitgezählt. Meldung von Graph: { $message }
hint-graph-quota = Löschen Sie endgültig, was niemand braucht, unter App registrations (App-Registrierungen), Deleted applications (Gelöschte Anwendungen), oder lassen Sie einen Administrator die Anmeldung übernehmen: Für ihn gilt die Höchstzahl nicht.
graph-policy-secrets = Eine Richtlinie des Mandanten erlaubt keine geheimen Clientschlüssel. Meldung von Graph: { $message }
hint-graph-policy-secrets = Bitten Sie, wer Enterprise apps (Unternehmens-Apps), Application policies (Anwendungsrichtlinien) verwaltet (https://aka.ms/app-mgmt-policy-ux), diese Anwendung von Block password addition auszunehmen, und machen Sie dann weiter. Die Anwendung selbst ist bereits vorhanden. Geheimnisse, die sie schon hat, gelten weiter.
graph-policy-lifetime = Eine Richtlinie des Mandanten erlaubt keinen geheimen Clientschlüssel, der so lange gilt. Meldung von Graph: { $message }
hint-graph-policy-lifetime = Wählen Sie auf der Seite des Schritts eine kürzere Zeit (oder: liaison set NAME secret-days=90), und machen Sie weiter. Die längste erlaubte steht unter Enterprise apps (Unternehmens-Apps), Application policies (Anwendungsrichtlinien) (https://aka.ms/app-mgmt-policy-ux), Restrict max password lifetime.
graph-policy-audience = Eine Richtlinie des Mandanten erlaubt keine Anwendungen für diese Konten. Meldung von Graph: { $message }
hint-graph-policy-audience = Fragen Sie, wer Enterprise apps (Unternehmens-Apps), Application policies (Anwendungsrichtlinien) verwaltet (https://aka.ms/app-mgmt-policy-ux).
graph-service-tree = Der Mandant verlangt für jede Anwendung einen Verweis auf die Dienstverwaltung (service management reference). Meldung von Graph: { $message }
hint-graph-service-tree = Erstellen Sie die Registrierung mit diesem Verweis im Microsoft Entra admin center, und geben Sie sie Liaison an.
graph-busy = Andere ändern gerade dasselbe Verzeichnis. Meldung von Graph: { $message }
hint-graph-busy = Versuchen Sie es in einer Minute erneut.
graph-taken = Ein anderes Objekt hat denselben eindeutigen Namen oder dieselbe Anwendung. Meldung von Graph: { $message }
hint-graph-taken = Prüfen Sie den Schritt: Liaison sieht neu nach, was vorhanden ist.
graph-not-found = Das Objekt ist nicht vorhanden. Meldung von Graph: { $message }
hint-graph-not-found = Prüfen Sie die Einrichtung: Vielleicht hat jemand es gelöscht. Bis ein neues Objekt überall zu sehen ist, kann es eine Minute dauern.
graph-refused = Microsoft Graph hat die Anfrage abgelehnt: { $message }
hint-graph-refused = Prüfen Sie die Einrichtung, und versuchen Sie es erneut. Bleibt es dabei, kann der Support von Microsoft anhand der Nummer unten sagen, warum.

## Einrichtungen und Schritte

setup-unknown = Hier gibt es keine Einrichtung namens { $setup }.
setup-busy = { $holder } arbeitet an dieser Einrichtung. Schreiben kann nur einer zugleich; nachsehen ist möglich.
setup-owns-objects = Etwas, das { $name } erstellt hat, ist noch vorhanden. Nehmen Sie es zuerst zurück, oder löschen Sie die Einrichtung und behalten Sie die Objekte bewusst.
hint-wait = Warten Sie, bis das fertig ist, oder schließen Sie das andere Programm.
step-unknown = Die Anleitung hat keinen Schritt namens { $step }.
step-adopts-nothing = { $step } kann kein bereits vorhandenes Objekt verwenden.
step-has-its-own = { $step } hat ein eigenes Objekt. Nehmen Sie es zuerst zurück.
object-id-refused = Das ist keine ID. Im Portal sieht sie so aus: 00000000-0000-0000-0000-000000000000.
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
answer-shape-days = Eine Anzahl Tage von 1 bis 730.
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
wait-profile = die Instanz erstellt das Standardprofil des Eintrags
wait-replication = das Verzeichnis macht das Objekt überall bekannt
wait-role = die aktivierte Rolle muss erst überall bekannt werden
hint-step-up = Der Dienst verlangt dafür eine stärkere Anmeldung, etwa mit einem weiteren zweiten Faktor. Melden Sie sich im Browser erneut an: Dort wird danach gefragt.
proof-without-resource = Das Geheimnis ist nachgewiesen. Eine Anfrage, die nicht sagt, wofür das Token ist, wird allerdings abgelehnt ({ $code }).
hint-proof-without-resource = Vielleicht sendet ServiceNow eine solche Anfrage. Schlägt Test setup (Setup testen) dort fehl, ist der Grund hier zu suchen, nicht beim Geheimnis.

## Dieser Computer

display-absent = Liaison kann sein Fenster nicht öffnen: Es gibt keinen Bildschirm (weder WAYLAND_DISPLAY noch DISPLAY führt zu einem).
web-view-absent = Liaison kann sein Fenster nicht öffnen: Microsoft Edge WebView2, der Teil von Windows, der Seiten zeigt, fehlt auf diesem Computer.
hint-web-view = Installieren Sie die WebView2 Runtime von Microsoft, oder starten Sie das Installationsprogramm von Liaison noch einmal, das sie holt.
hint-terminal = Im Terminal tut der Befehl liaison dasselbe ohne Fenster.
home-unknown = Der Ordner für die Daten von Liaison wurde nicht gefunden.
home-unusable = Der Ordner { $folder } lässt sich nicht verwenden: { $detail }
hint-liaison-home = Nennen Sie in der Umgebungsvariablen LIAISON_HOME einen anderen Ordner.
log-unusable = Das Protokoll lässt sich nicht schreiben: { $detail }
settings-unreadable = Die Einstellungsdatei { $file } ist nicht lesbar: { $detail }
settings-not-kept = Die Einstellungen konnten nicht gespeichert werden: { $detail }
settings-refused = { $field } lässt sich so nicht verwenden.

update-not-fetched = Die neuere Version konnte nicht geladen werden: { $detail }. Liaison fragt beim nächsten Start wieder.
update-not-proven = Was geladen wurde, haben die Autoren von Liaison so nicht signiert, und es wurde verworfen: { $detail }. Wiederholt sich das, holen Sie die neuere Version von Hand.
update-not-placed = Die neuere Version wurde geladen und konnte nicht eingesetzt werden: { $detail }. Liaison fragt beim nächsten Start wieder.
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
instance-behind-sign-in = Vor der Instanz { $host } steht eine Anmeldeseite ({ $to }), zu der auch Programme geschickt werden. Liaison kommt daran nicht vorbei.
instance-not-let-in = Die Instanz { $host } lässt aus diesem Netzwerk niemanden ein: Sie lehnt ab, bevor sich jemand anmeldet.
instance-rate-limited = Die Instanz { $host } nimmt vorerst keine Anfragen mehr an. Sie bittet, { $minutes } Minuten zu warten.
instance-not-found = Unter { $host } gibt es keine Instanz.
hint-instance-own-address = Verwenden Sie die eigene Adresse der Instanz, etwa name.service-now.com: Eine angepasste Adresse kann über ein Gateway führen. Einmaliges Anmelden (SSO) in der Instanz ist kein Hindernis; es begegnet Ihnen im Browser.
hint-address-control = Ein Administrator der Instanz findet die Regeln unter System Security (Systemsicherheit), IP Address Access Control. Arbeiten Sie in einem zugelassenen Netzwerk, oder lassen Sie dieses hinzufügen.
hint-instance-name = Prüfen Sie den Namen. Er steht in der Adresse vor .service-now.com, wenn Sie bei der Instanz angemeldet sind.
sign-in-not-waiting = Hier wird auf keinen Browser gewartet. Beginnen Sie zuerst die Anmeldung.
sign-in-paste-refused = Das ist nicht die Adresse, auf der eine Anmeldung endet. Sie beginnt mit http://localhost oder https://localhost und enthält einen Code oder einen Fehler.
sign-in-page-without-number = Darin steht keine Fehlernummer. Die Seiten von Microsoft zeigen sie als „Error Code: 53003“ oder als AADSTS mit Ziffern.
sign-in-note-tls-hello = Der Browser besteht auf https, das die Rückkehradresse von Liaison auf diesem Computer nicht spricht. Kopieren Sie die Adresse, auf der der Browser endete, und fügen Sie sie hier ein.
sign-in-note-foreign-redirect = Ein Tab einer früheren Anmeldung kam zurück. Er wurde nicht beachtet.
sign-in-note-foreign-paste = Diese Adresse gehört zu einer anderen Anmeldung. Fügen Sie die der zuletzt geöffneten Seite ein.
sign-in-note-slow = Der Browser ist noch nicht zurückgekehrt. Zeigt die Seite von Microsoft einen Fehler, geben Sie hier seine Nummer ein; Liaison erklärt ihn.
approval-missing = Diese Einrichtung verlangt eine Genehmigung, und kein Plan wurde genehmigt. Es wurde nichts geschrieben.
approval-of-another-plan = Genehmigt wurde ein anderer Plan ({ $approved }) als der, der ausgeführt werden soll ({ $fingerprint }). Es wurde nichts geschrieben.

## Übergabe

handover-request-unreadable = Das ist kein Anforderungscode von Liaison. Fügen Sie ihn vollständig ein, wie das Liaison der Gegenseite ihn zeigt.
handover-unreadable = Das ist keine Übergabedatei von Liaison.
handover-too-large = Die Übergabedatei ist größer als 1 MB. So große erstellt Liaison nicht und liest sie auch nicht.
handover-too-much-work = Das Öffnen der Datei wurde unnötig aufwendig gemacht und deshalb nicht begonnen. Bitten Sie um eine andere Datei.
handover-newer = Die Datei stammt von einer neueren Version von Liaison.
handover-not-for-here = Die Datei ist für jemand anderen: Dieser Computer hat sie nicht angefordert. Erstellen Sie hier eine Anforderung, und senden Sie deren Code dem Absender.
handover-altered = Die Datei wurde verändert oder ist unvollständig. Bitten Sie noch einmal um sie, auf einem anderen Weg.
handover-expired = Die Anforderung für diese Datei ist abgelaufen, und was sie geöffnet hätte, wurde vernichtet. Erstellen Sie eine neue Anforderung, und bitten Sie um eine neue Datei.
handover-used = Diese Datei wurde bereits verwendet. Jede lässt sich nur einmal öffnen; erstellen Sie eine neue Anforderung, und bitten Sie um eine neue Datei.
handover-wrong-phrase = Die Passphrase öffnet die Datei nicht. Vergleichen Sie sie mit dem Absender.
handover-phrase-needed = Die Datei lässt sich nur mit einer Passphrase öffnen. Fragen Sie den Absender am Telefon danach.
handover-no-phrase = Die Datei wird mit einer Anforderung dieses Computers geöffnet, nicht mit einer Passphrase.
handover-check-phrase = Die Prüfphrase ist eine andere. Übernehmen Sie diese Datei nicht: Vielleicht hat jemand sie anstelle des Absenders erstellt. Fragen Sie den Absender.
handover-practice-into-real = Die Datei stammt aus der Übung, und das hier ist echt, oder umgekehrt. Beides wird nie gemischt.
handover-other-setup = Die Datei oder Anforderung gehört zu einer anderen Einrichtung: { $tenant } und { $instance }.
handover-other-guide = Die Datei gehört zur Anleitung { $guide }, und diese Einrichtung folgt einer anderen.
handover-cloud-needed = Die Einrichtung des Absenders liegt in einer eigenen Cloud. Deren Adressen werden nie aus einer Datei übernommen: Nennen Sie sie hier.
handover-fork = Die Journale der beiden Computer widersprechen sich bei Eintrag { $entry }, etwa weil eine alte Kopie eines Datenordners wieder verwendet wurde. Es wurde nichts übernommen. Holen Sie die Zuständigkeit zurück, oder beginnen Sie eine neue Einrichtung.
handover-not-holder = Die Datei enthält eine Änderung (Eintrag { $entry }) eines Computers, bei dem die Zuständigkeit nicht lag. Es wurde nichts übernommen.
seat-elsewhere = Die Zuständigkeit { $seat } liegt bei einem anderen Computer. Hier wird sie gezeigt, ausgeführt wird nur dort. Ist jener Computer verloren, holen Sie die Zuständigkeit zurück.
seat-is-here = Die Zuständigkeit { $seat } liegt bereits hier.
