### Texte, die Fenster, Befehlszeile und Bericht gemeinsam haben.

## Was Liaison ändert

object-entra-application = App-Registrierung
object-entra-service-principal = Dienstprinzipal
object-entra-client-secret = geheimer Clientschlüssel
object-servicenow-oauth-provider = Eintrag in Application Registry
object-servicenow-table-access = Tabellenzugriff
object-servicenow-scope-privilege = Berechtigung zwischen Anwendungsbereichen
object-servicenow-role-grant = Rolle eines Benutzers
verb-create = erstellen
verb-update = ändern
verb-delete = löschen
verb-restore = zurücksetzen

## Wie weit ein Schritt ist und woher man das weiß

state-open = Offen
state-done = Erledigt
state-differs = Weicht ab
state-undecided = Braucht eine Entscheidung
state-unseen = Nicht einsehbar
state-unsettled = Ausgang noch unbekannt
known-proven = durch Gebrauch nachgewiesen
known-read-back = zurückgelesen
known-person = von einer Person bestätigt
known-handover = bei einer Übergabe so angegeben
ended-landed = ausgeführt
ended-not-landed = nicht ausgeführt
ended-gone = ausgeführt, inzwischen nicht mehr vorhanden
ended-unsettled = unbekannt

## Warum ein Objekt keine Markierung von uns trägt

no-room-adopted = Die Anwendung gehört jemand anderem. Ihr vorheriger Stand wird aufbewahrt und wiederhergestellt.
no-room-table = Die Tabelle gehört zur Plattform. Ihr vorheriger Stand wird aufbewahrt und wiederhergestellt.
no-room-role-grant = Eine Zuweisung hat kein Feld für eine Markierung. Ihre eigene ID wird aufbewahrt, und nur diese Zuweisung wird zurückgenommen.
no-room-privilege = Eine Berechtigung hat kein Feld für eine Markierung. Ihre eigene ID wird aufbewahrt, und nur diese Berechtigung wird zurückgenommen.
no-room-adopted-record = Der Eintrag gehört jemand anderem. Der vorherige Stand seiner Felder wird aufbewahrt und wiederhergestellt, sein Geheimnis nicht.
undo-secret-unreadable = Was vorher dort stand, lässt sich nicht lesen und deshalb nicht wiederherstellen.
no-room-owner = Ein Besitzer trägt keine Markierung. Die ID des hinzugefügten wird aufbewahrt, und nur er wird wieder entfernt.

## Was niemand zurücknehmen kann

stays-soft-deleted-application = Eine gelöschte App-Registrierung bleibt 30 Tage lang in Entra unter Deleted applications (Gelöschte Anwendungen) und verschwindet dann von selbst.
stays-audit-entries = Die Überwachungsprotokolle beider Dienste behalten ihre Einträge über das, was getan wurde.
stays-issued-tokens = Ein mit dem Geheimnis ausgestelltes Token gilt bis zu seinem Ablauf, in der Regel höchstens eine Stunde.
stays-consent = Die Zustimmung zur Anmeldeanwendung bleibt im Mandanten. Sie steht in Entra unter Enterprise applications (Unternehmensanwendungen).
stays-sign-in-client = Der OAuth-Client für die Anmeldung bei ServiceNow bleibt in der Instanz, weil Liaison ihn zum Anmelden braucht. Entfernen Sie ihn zuletzt von Hand.
stays-overwritten-secret = Das Geheimnis, das im Eintrag der Application Registry von jemand anderem stand, ist verloren: Es ließ sich nicht lesen.

## Die Seite, auf der der Browser endet

page-signed-in = Sie sind angemeldet
    .what = Kehren Sie zu Liaison zurück. Diese Seite können Sie schließen.
page-not-signed-in = Sie sind nicht angemeldet
    .what = Kehren Sie zu Liaison zurück; dort steht, was geschehen ist. Diese Seite können Sie schließen.

## Diesen Computer prüfen

doctor-dns = Namen werden gefunden
    .failed = { $finding ->
        [dns-no-answer] Der Namensserver hat nicht rechtzeitig geantwortet.
       *[dns-missing] Der Name wird nicht gefunden. Prüfen Sie die Schreibweise der Adresse und die Verbindung dieses Computers.
    }
    .warning = Der Name wird hier nicht gefunden. Das ist in Ordnung, wenn ein Proxy ihn findet.
doctor-proxy = Proxy
    .fine = { $finding ->
        [proxy-open] Der Proxy lässt Verbindungen durch.
       *[proxy-none] Es wird kein Proxy verwendet.
    }
    .warning = Diese Art von Proxy lässt sich nicht im Voraus prüfen.
    .failed = { $finding ->
        [proxy-auth] Der Proxy verlangt Benutzername und Kennwort ({ $schemes }). Tragen Sie den Proxy in den Einstellungen ein, oder bitten Sie Ihr Netzwerkteam, diesen Computer durchzulassen.
        [proxy-refused] Der Proxy verweigert den Weg dorthin (Status { $status }).
       *[proxy-unreached] Der Proxy antwortet nicht.
    }
doctor-tls = Zertifikat
    .fine = { $finding ->
        [tls-not-used] Unverschlüsseltes http, wie immer bei Diensten auf diesem Computer.
       *[tls-trusted] Vertrauenswürdig. Aussteller: { $issuer }
    }
    .failed = { $finding ->
        [tls-untrusted] Nicht vertrauenswürdig. Aussteller: { $issuer }. Wenn Ihr Unternehmen den Datenverkehr prüft, geben Sie dessen Zertifikat in den Einstellungen an.
       *[tls-unreached] Der Host war nicht erreichbar.
    }
doctor-clock = Uhr dieses Computers
    .fine = Sie stimmt mit der des Dienstes überein.
    .warning = Sie weicht um { $seconds } Sekunden von der des Dienstes ab.
    .failed = Sie weicht um { $seconds } Sekunden von der des Dienstes ab. Mit falscher Uhr schlägt die Anmeldung fehl: Stellen Sie sie richtig.
doctor-loopback = Der Browser kann zurückkehren
    .fine = Eine Seite im Browser erreicht Liaison.
    .failed = Dieser Computer lässt den Browser nicht zu Liaison durch. Melden Sie sich per Gerätecode an, oder fügen Sie die letzte Adresse ein.
doctor-browser = Browser
    .fine = Liaison kann einen öffnen.
    .warning = Es gibt keine Anzeige für einen Browser. Verwenden Sie einen Gerätecode, oder öffnen Sie den Link anderswo.
doctor-keychain = Schlüsselbund
    .fine = Ein Test-Geheimnis wurde abgelegt, zurückgelesen und entfernt.
    .failed = { $finding ->
        [keychain-locked] Er ist gesperrt. Entsperren Sie ihn, und versuchen Sie es erneut.
        [keychain-absent] Es gibt keinen, den Liaison verwenden könnte.
        [keychain-no-collection] Er hat noch keinen Standard-Schlüsselbund.
        [keychain-no-answer] Er antwortet nicht. Suchen Sie nach einem Fenster des Systems, das nach einem Kennwort fragt.
       *[other] Er konnte ein Test-Geheimnis nicht aufbewahren ({ $finding }).
    }
renewal-stage-unfinished = Ein neues Geheimnis von „{ $step }“ ist unterwegs. Das alte gilt noch. Erneuern Sie weiter.
renewal-stage-waiting = Beide Geheimnisse von „{ $step }“ gelten, und Liaison wartet auf den Nachweis, dass das neue verwendet wird. Außerhalb von ServiceNow ist das nicht zu sehen, deshalb sieht eine Person nach.
renewal-stage-putting-back = Das alte Geheimnis von „{ $step }“ ist auf dem Weg zurück. Setzen Sie es weiter zurück.
renewal-stage-removing = Eines der beiden Geheimnisse von „{ $step }“ verwendet niemand mehr; es muss noch entfernt werden. Erneuern Sie weiter.
renewal-way-back = Der alte Wert wird hier aufbewahrt und lässt sich zurücksetzen.
calendar-ends = Das Geheimnis von „{ $step }“ läuft ab: { $name }
    .what = Das Geheimnis mit dem Schlüssel { $key } gilt dann nicht mehr. Erneuern Sie es vorher in Liaison: { $name }.

## Was von einer Integration übrig ist

left-nothing = Wo Liaison nachsehen konnte, ist nichts übrig.
left-ours = (von dieser Einrichtung erstellt: lässt sich zurücknehmen)
left-application = App-Registrierungen, die Personen zu dieser Instanz leiten
    .how = Von Hand: Öffnen Sie die App-Registrierung in Entra, vergewissern Sie sich, dass nichts anderes sie verwendet, und wählen Sie Delete (Löschen). Sie lässt sich 30 Tage lang wiederherstellen.
left-application-secret = Ihre geheimen Clientschlüssel und wann sie ablaufen
    .how = Von Hand: Löschen Sie unter Certificates & secrets (Zertifikate & Geheimnisse) jeden, den nichts mehr verwendet.
left-store-app = Die Anwendung aus dem Store
    .how = Von Hand: Öffnen Sie in der Instanz System Applications (Systemanwendungen), All Available Applications (Alle verfügbaren Anwendungen), All (Alle), wählen Sie die Anwendung, dann Uninstall (Deinstallieren).
left-registry-entry = Einträge in Application Registry, die bei Microsoft Tokens anfordern
    .how = Von Hand: Öffnen Sie den Eintrag, vergewissern Sie sich, dass nichts anderes ihn verwendet, und löschen Sie seine Profile und Bereiche (scopes), dann den Eintrag.
left-scope-privilege = Berechtigungen zwischen Anwendungsbereichen, die die Anwendung aus dem Store hat
    .how = Von Hand: Sie verschwinden mit der Anwendung. Bleibt eine zurück, löschen Sie sie unter System Applications (Systemanwendungen), Application Cross-Scope Access.
left-role-grant = Rollen der Integration, die jemand direkt hat
    .how = Von Hand: Öffnen Sie den Benutzer oder die Gruppe, wählen Sie Roles (Rollen), Edit (Bearbeiten), und nehmen Sie die Rolle heraus.
left-sign-in-client = Der OAuth-Client, mit dem Liaison sich anmeldet
    .how = Von Hand, ganz zuletzt: Löschen Sie den Eintrag unter System OAuth, Application Registry. Danach kann sich Liaison nicht mehr anmelden.

## Was mit dem geschah, was die Einrichtung erstellt hat

drift-application-deleted = Jemand hat die Registrierung gelöscht. Sie kann 30 Tage lang mit ihren Schlüsseln wiederhergestellt werden.
drift-application-gone = Die Registrierung, die diese Einrichtung erstellt hat, ist endgültig weg, und mit ihr ihre Schlüssel.
drift-application-stopped = Microsoft hat die Anwendung deaktiviert. Sie bekommt keine Token.
drift-application-disabled = Jemand hat die Anwendung deaktiviert. Sie bekommt keine neuen Token.
drift-application-redirect = Jemand hat die Umleitungsadresse der Instanz entfernt.
drift-application-audience = Jemand hat geändert, für welche Konten die Anwendung gilt.
drift-application-renamed = Jemand hat die Registrierung umbenannt.
drift-principal-disabled = Jemand hat die Unternehmensanwendung deaktiviert. Sie bekommt keine Token.
drift-principal-gone = Jemand hat die Unternehmensanwendung (Dienstprinzipal) gelöscht. Sie bekommt keine Token.
drift-secret-gone = Der geheime Clientschlüssel, den diese Einrichtung erstellt hat, wurde entfernt oder ist abgelaufen.

## Auf die Zustimmung eines Administrators wird gewartet

waits-for-consent = Wartet auf Zustimmung

## Was die Richtlinie des Mandanten für Anwendungen erlaubt

policy-unknown = Ob eine Richtlinie des Mandanten geheime Clientschlüssel einschränkt, ist nicht bekannt. Es zeigt sich, wenn einer erstellt wird; verloren geht dann nichts.
policy-open = Die Richtlinie des Mandanten erlaubt geheime Clientschlüssel, so lange wie gewünscht.
policy-longest = Die Richtlinie des Mandanten erlaubt geheime Clientschlüssel für höchstens { $days } Tage.
policy-no-secrets = Die Richtlinie des Mandanten erlaubt keine neuen geheimen Clientschlüssel. Wer Enterprise apps, Application policies verwaltet, kann eine Anwendung ausnehmen.
