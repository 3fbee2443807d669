### Texte der Anleitung. Namen der Portale bleiben, wie die Portale sie auf Englisch schreiben; daneben steht, wie ein deutsches Portal sie nennt.

-entra = Microsoft Entra admin center
-servicenow = ServiceNow
-m365-admin-center = Microsoft 365 admin center
-app-registrations = App registrations (App-Registrierungen)
-integration = Microsoft 365 support integration
-application-registry = Application Registry

seat-entra-admin = Microsoft Entra-Administrator
    .what = Registriert die Anwendung, mit der ServiceNow bei Microsoft Tokens anfordert. Im Dokument von Microsoft: AAD Admin.
seat-servicenow-admin = ServiceNow-Administrator
    .what = Registriert diese Anwendung in der Instanz und geht den Setup-Assistenten durch.
seat-m365-admin = Microsoft 365-Administrator
    .what = Trägt drei Werte im { -m365-admin-center } ein. Braucht Liaison nicht.

## Die Microsoft-Seite

step-application = Anwendung registrieren
    .what = ServiceNow braucht eine Anwendung in Microsoft Entra ID (früher Azure Active Directory, AAD) Ihres Mandanten. Liaison registriert sie nur für Konten Ihrer Organisation, mit der Umleitungsadresse der Instanz.
    .how-1 = Öffnen Sie im { -entra } (oder im Azure-Portal) { -app-registrations }, und wählen Sie New registration (Neue Registrierung).
    .how-2 = Geben Sie den Namen ein, wählen Sie Accounts in this organizational directory only (Nur Konten in diesem Organisationsverzeichnis), dann Register (Registrieren).
    .how-3 = Öffnen Sie Authentication (Authentifizierung), wählen Sie Add a platform (Plattform hinzufügen), dann Web, und geben Sie die Umleitungsadresse ein.
    .how-4 = Kopieren Sie unter Overview (Übersicht) die Application (client) ID (Anwendungs-ID). ServiceNow fragt später danach.
    .trouble = Wird das Registrieren verweigert, braucht das Konto die Rolle Cloud Application Administrator (Cloudanwendungsadministrator). Stammt die Rolle aus Privileged Identity Management, aktivieren Sie sie zuerst.
step-service-principal = Dienstprinzipal erstellen
    .what = Eine Anwendung erhält Tokens nur in einem Mandanten, in dem sie einen Dienstprinzipal hat. Das Portal erstellt ihn stillschweigend und führt ihn unter Enterprise applications (Unternehmensanwendungen) auf; Liaison erstellt ihn und sagt es.
step-client-secret = Geheimen Clientschlüssel erstellen
    .what = Mit einem Geheimnis weist ServiceNow nach, dass es die Anwendung verwenden darf. Liaison erstellt eines, versiegelt es auf diesem Computer und trägt es später in ServiceNow ein. Niemand muss es sehen.
    .how-1 = Öffnen Sie unter { -app-registrations } die Anwendung, dann Certificates & secrets (Zertifikate & Geheimnisse).
    .how-2 = Wählen Sie New client secret (Neuer geheimer Clientschlüssel), geben Sie Beschreibung und Enddatum ein, und wählen Sie Add (Hinzufügen).
    .how-3 = Der Wert wird nur einmal gezeigt. Kopieren Sie ihn sofort nach { -servicenow }, und nirgends sonst hin.
    .trouble = Lehnt Entra ab, verbietet vielleicht eine Richtlinie des Mandanten geheime Clientschlüssel. Fragen Sie, wer die Anwendungsrichtlinien verwaltet.
step-client-secret-proof = Geheimnis nachweisen
    .what = Liaison fordert mit dem Geheimnis bei Entra ein Token an, genau wie später die Instanz. Das Token wird verworfen.
    .trouble = Es kann eine Minute dauern, bis jeder Server ein neues Geheimnis kennt. Liaison wartet darauf.

## Die ServiceNow-Seite

step-sign-in-client = Liaison in der Instanz registrieren
    .what = { -servicenow } meldet nur Anwendungen an, die es kennt. Das ist einmal je Instanz nötig; der Link öffnet das ausgefüllte Formular.
    .how-1 = Öffnen Sie das Formular über den Link. Es registriert einen öffentlichen Client, der PKCE verwenden muss.
    .how-2 = Prüfen Sie, ob die Umleitungsadressen mit den hier gezeigten übereinstimmen, und wählen Sie Submit (Absenden).
    .how-3 = Öffnen Sie den neuen Eintrag, kopieren Sie seine Client ID, und geben Sie sie hier ein.
    .trouble = Endet der Browser nach der Anmeldung auf einer anderen Seite, hat der Eintrag eine andere Umleitungsadresse: Die Instanz leitet zur ersten, die sie hat.
step-store-app = Integration prüfen
    .what = Die { -integration } muss in der Instanz installiert sein, Version 2.0.0 oder neuer. Liaison prüft, welche Version da ist.
    .how-1 = Fehlt sie, beziehen Sie die { -integration } im ServiceNow Store, und installieren Sie sie unter All Available Applications (Alle verfügbaren Anwendungen).
    .how-2 = Ist es Version 1.0.11 oder älter, wählen Sie dort Update (Aktualisieren): Mit dieser Version ist keine neue Einrichtung möglich.
step-table-access = Der Integration Lesezugriff auf die Registry geben
    .what = Der Setup-Assistent liest die Tabelle oauth_entity aus seinem eigenen Anwendungsbereich. Die Tabelle muss das erlauben.
    .how-1 = Öffnen Sie die Tabelle oauth_entity unter System Definition (Systemdefinition), Tables (Tabellen).
    .how-2 = Stellen Sie auf Application Access (Anwendungszugriff) Accessible from (Zugänglich aus) auf All application scopes (Alle Anwendungsbereiche), und aktivieren Sie Can read (Kann lesen).
    .how-3 = Wählen Sie Update (Aktualisieren).
    .trouble = Sonst meldet der Assistent, dass die cross-scope access policy einen Lesezugriff auf oauth_entity abgelehnt hat.
step-scope-privileges = Die Berechtigungen der Integration prüfen
    .what = Aus ihrem eigenen Anwendungsbereich darf die Integration die Tabellen oauth_entity und oauth_entity_profile nur mit je einer Berechtigung (cross-scope privilege) lesen. Die Installation bringt beide mit.
    .how-1 = Öffnen Sie System Applications, Application Cross-Scope Access. In neueren Instanzen: den Link unten.
    .how-2 = Suchen Sie für jede der beiden Tabellen eine Zeile mit der Integration als Source Scope, Operation Read und Status Allowed. Wo Requested oder Denied steht, setzen Sie Status auf Allowed.
    .how-3 = Wo keine ist, wechseln Sie in die erhöhte Rolle security_admin, wählen Sie New, geben Sie Source Scope, Target Scope Global, Target Name, Target Type Table, Operation Read und Status Allowed ein und wählen Sie Submit.
step-registry-record = Anwendung in ServiceNow registrieren
    .what = Die Instanz erhält Client-ID und Geheimnis der Anwendung und die Adresse für Tokens.
    .how-1 = Prüfen Sie, ob der Anwendungsbereich Global ist: Wählen Sie den Globus oben rechts. In der älteren Oberfläche: Settings (Einstellungen), Developer (Entwickler), Applications (Anwendungen).
    .how-2 = Öffnen Sie System OAuth, { -application-registry }, wählen Sie New (Neu), dann Connect to a third party OAuth Provider (Mit OAuth-Anbieter eines Drittanbieters verbinden).
    .how-3 = Geben Sie Name, Client ID und Client Secret ein.
    .how-4 = Stellen Sie Default Grant type (Standard-Erteilungstyp) auf Client Credentials, und geben Sie Tokenadresse und Umleitungsadresse ein.
    .how-5 = Wählen Sie Submit (Absenden).
    .trouble = Das Dokument schreibt in der Umleitungsadresse auth_redirect.do. Eine solche Seite haben Instanzen nicht: Sie selbst tragen oauth_redirect.do ein. Bei Client Credentials wird keine Umleitung verwendet, deshalb geht beides.
step-network = Die Regeln der Firewall ansehen
    .what = Nur, wenn Ihr Unternehmen den Zugriff nach Adressen beschränkt. Das Dokument lässt sechs Adressen ein- und ausgehend durch. Der Dienst dahinter ist abgeschaltet, und sie können inzwischen anderen gehören. Liaison fragt DNS auch, welche Adressen connector.rave.microsoft.com heute hat.
    .how-1 = Vergleichen Sie die Liste mit der aktuellen Antwort.
    .how-2 = Lassen Sie Ihr Netzwerkteam Regeln suchen, die eine dieser Adressen ein- oder ausgehend durchlassen, und sie entfernen. Legen Sie keine neue Regel dafür an.

## Der Setup-Assistent

step-wizard-scope = Zum Anwendungsbereich der Integration wechseln
    .what = Die Einrichtung gehört zum eigenen Anwendungsbereich der Integration.
    .how-1 = Wählen Sie in { -servicenow } den Globus oben rechts, dann den Anwendungsbereich. In der älteren Oberfläche: Settings (Einstellungen), Developer (Entwickler), Applications (Anwendungen).
    .how-2 = Wählen Sie { -integration }.
step-wizard-open = Setup öffnen
    .what = Der Assistent steht im Navigator.
    .how-1 = Geben Sie im Navigator Microsoft 365 ein.
    .how-2 = Wählen Sie unter Microsoft 365 support den Eintrag Setup.
    .trouble = Meldet er, dass ein Lesezugriff auf oauth_entity abgelehnt wurde, ist der Schritt „Der Integration Lesezugriff auf die Registry geben“ nicht erledigt.
step-wizard-agree = Dem Setup zustimmen
    .what = Der Assistent verlangt eine Zustimmung, bevor er beginnt.
    .how-1 = Lesen Sie, was dort steht, und wählen Sie Agree (Zustimmen).
step-wizard-environment = Umgebung wählen
    .what = Eine Testumgebung wird als solche gekennzeichnet. Nach den Tests lässt sich das aufheben.
    .how-1 = Wählen Sie hier, ob das eine Test- oder eine Produktionsinstanz ist.
    .how-2 = Aktivieren Sie bei einer Testinstanz This is a test environment (Dies ist eine Testumgebung).
    .how-3 = Wählen Sie Start setup (Setup starten).
step-wizard-tenant = Domäne des Mandanten eingeben
    .what = Die Integration fragt nach der Domäne des Microsoft 365-Mandanten.
    .how-1 = Geben Sie die Domäne ein, und wählen Sie Next (Weiter).
step-wizard-entra-app = Entra-Anwendung bestätigen
    .what = Der Assistent sagt AAD app: Azure Active Directory, heute Microsoft Entra ID. Sie wurde in den Schritten davor registriert, hier ist nichts weiter zu tun.
    .how-1 = Wählen Sie Done (Fertig).
step-wizard-servicenow-app = Registry-Eintrag wählen
    .what = Der Assistent führt die OAuth-Anwendungen der Instanz auf. Die dieser Einrichtung ist darunter.
    .how-1 = Wählen Sie den Eintrag mit dem hier gezeigten Namen.
    .how-2 = Wählen Sie Next (Weiter).
step-integration-values = Die drei Werte kopieren
    .what = Die Seite Step 6 – Complete the Integration zeigt drei Werte. Der Microsoft 365-Administrator braucht sie. Keiner davon ist geheim.
    .how-1 = Kopieren Sie Outbound App ID, Repository ID und Endpoint von der Seite in die Felder hier.
    .how-2 = Wählen Sie noch nicht Test setup (Setup testen): Die Microsoft 365-Seite ist erst nach den nächsten Schritten bereit.

## Das Admin Center

step-verify-values = Die drei Werte prüfen
    .what = Vergleichen Sie die Werte vor dem Eintragen mit der Seite in { -servicenow }. Die Outbound App ID ist die Application (client) ID.
    .how-1 = Vergleichen Sie jeden Wert mit Step 6 – Complete the Integration.
    .how-2 = Lassen Sie Test setup (Setup testen) in { -servicenow } in Ruhe, bis diese Schritte erledigt sind.
step-admin-basic = ServiceNow als Supporttool angeben
    .what = Das { -m365-admin-center } muss wissen, welches Tool Supportfälle sendet und mit welcher Anwendung.
    .how-1 = Öffnen Sie im { -m365-admin-center } Settings (Einstellungen), Org settings (Einstellungen der Organisation), Organization profile (Organisationsprofil), Support integration.
    .how-2 = Wählen Sie auf der Registerkarte Basic information (Grundlegende Informationen) unter Internal support tool (Internes Supporttool) ServiceNow.
    .how-3 = Geben Sie die Outbound App ID unter Application ID to issue Auth Token ein.
step-admin-repository = Repository hinzufügen
    .what = Das Repository sagt Microsoft, mit welcher Instanz es spricht.
    .how-1 = Wählen Sie auf der Registerkarte Repositories den Befehl New repository (Neues Repository).
    .how-2 = Geben Sie die Repository ID unter Repository und den Endpoint unter Endpoint (Endpunkt) ein.
step-admin-save = Speichern
    .what = Nichts gilt, bevor es gespeichert ist.
    .how-1 = Wählen Sie Save (Speichern).

## Nachweis, Personen, später

step-test-setup = Setup testen
    .what = Die Integration prüft selbst, ob alles zusammenpasst.
    .how-1 = Kehren Sie zum Setup in { -servicenow } zurück, und wählen Sie Test setup (Setup testen).
    .how-2 = Meldet es, dass die Prüfung erfolgreich war, bestätigen Sie diesen Schritt hier.
    .trouble = Nennt es ein Problem: Fehlt ein Token, sehen Sie sich den Registry-Eintrag an; bei unbekanntem Repository, Endpunkt oder unbekannter Anwendung das Admin Center. „Erneut nachsehen“ in Liaison findet, was an den von ihm erstellten Teilen abweicht.
step-link-account = Konto für Supportfälle verknüpfen
    .what = Nur, um Incidents an Microsoft zu eskalieren. Ein Microsoft 365-Konto, das Supportfälle erstellen darf, genügt für die ganze App; die Mitglieder verknüpfen kein eigenes.
    .how-1 = Öffnen Sie in { -servicenow } Microsoft 365 support, Link Account (Konto verknüpfen).
    .how-2 = Geben Sie die E-Mail-Adresse des Kontos ein, und speichern Sie.
step-test-environment-off = Testumgebung ausschalten
    .what = Tun Sie das, sobald die Tests abgeschlossen sind und die Instanz in Betrieb geht.
    .how-1 = Öffnen Sie das Setup erneut, und deaktivieren Sie This is a test environment (Dies ist eine Testumgebung).
step-administrator-role = Administratorrolle vergeben
    .what = Wer Incidents an Microsoft eskaliert, braucht x_mioms_m365_assis.administrator. Führen Sie die Personen einmal auf, für diese Rolle und die nächste.
    .how-1 = Öffnen Sie den Benutzer in { -servicenow }, und wählen Sie in der zugehörigen Liste Roles (Rollen) Edit (Bearbeiten).
    .how-2 = Fügen Sie x_mioms_m365_assis.administrator hinzu, und speichern Sie. Die Rolle kann auch an eine Gruppe gehen.
    .trouble = Fehlt die Rolle, ist die Integration nicht installiert. Wer nicht gefunden wird, steht mit dem Grund in der Liste; berichtigen Sie die Liste oder den Benutzer, und sehen Sie erneut nach.
step-insights-role = Insights-Rolle vergeben
    .what = Wer in Incidents Recommended Solutions & Articles (Empfohlene Lösungen und Artikel) und Microsoft Service Health sehen soll, braucht x_mioms_m365_assis.insights_user. Für Supportfälle ist sie nicht nötig.
    .how-1 = Öffnen Sie den Benutzer in { -servicenow }, und wählen Sie in der zugehörigen Liste Roles (Rollen) Edit (Bearbeiten).
    .how-2 = Fügen Sie x_mioms_m365_assis.insights_user hinzu, und speichern Sie. Die Rolle kann auch an eine Gruppe gehen.

## Werte, Links, Fragen

value-name = Name
value-redirect = Umleitungsadresse
value-client-id = Application (client) ID (Anwendungs-ID)
value-token-url = Tokenadresse
value-tenant-domain = Domäne des Mandanten
value-addresses = Adressen
value-outbound-app-id = Outbound App ID
value-repository-id = Repository ID
value-endpoint = Endpoint (Endpunkt)
value-role = Rolle
link-app-registrations = App registrations öffnen
link-credentials = Certificates & secrets öffnen
link-sign-in-client = Ausgefülltes Formular öffnen
link-application-manager = All Available Applications öffnen
link-tables = Tabelle öffnen
link-application-registry = Application Registry öffnen
link-privileges = Berechtigungen öffnen
link-registry-record = Eintrag öffnen, um das Geheimnis dort einzufügen
link-application-picker = Instanz öffnen
link-instance = Instanz öffnen
link-admin-center = Admin Center öffnen
link-users = Benutzer öffnen
question-servicenow-sign-in-client = Client ID des neuen Eintrags
question-servicenow-sign-in-port = Port für die Anmeldung
question-secret-days = Gültigkeit des geheimen Clientschlüssels in Tagen (höchstens 730; Microsoft empfiehlt weniger als ein Jahr)
question-application-notes = Notizen zur Registrierung (optional), etwa die Nummer des Änderungsantrags
question-application-reference = Verweis auf die Dienstverwaltung (optional): die Nummer der Anwendung in Ihrer Service- oder Asset-Datenbank
question-application-owners = Weitere Besitzer (optional): Objekt-IDs von Personen, durch Kommas getrennt
    .what = IDs, weil das Nachschlagen von Personen ein weiteres Recht bräuchte. Sie stehen im Portal unter Users, Properties, Object ID.
question-environment = Umgebung
    .production = Produktion
    .test = Testumgebung
question-outbound-app-id = Outbound App ID
question-repository-id = Repository ID
question-endpoint = Endpoint (Endpunkt)

## Bilder, für alle, die sie nicht sehen: welche Seite es ist und wo man hinsieht

picture-application =
    .register = App registrations, Register an application. Wählen Sie die erste Kontoart, Accounts in this organizational directory only; darunter steht Register.
    .web = Seite der Anwendung, Authentication, nach Add a platform und Web. Geben Sie die Adresse ins erste Feld von Configure Web ein, Redirect URIs; darunter steht Configure.
picture-client-secret = Seite der Anwendung, Certificates & secrets, Registerkarte Client secrets. Wählen Sie New client secret, über der Liste.
picture-sign-in-client = Das ausgefüllte Formular eines neuen Eintrags in Application Registries. Wählen Sie Submit, oben rechts.
picture-store-app = All Available Applications, Registerkarte Installed. Wählen Sie Update in der Zeile von Microsoft 365 support integration.
picture-table-access = Der Datensatz der Tabelle oauth_entity, Registerkarte Application Access. Can read ist aktiviert, unter Accessible from: All application scopes; Update steht oben rechts.
picture-registry-record =
    .scope = System Settings, Developer. Application, die erste Liste, steht auf Global.
    .form = Das Formular eines neuen Eintrags in Application Registries. Default Grant type, das vierte Feld, steht auf Client Credentials; Submit steht oben rechts.
picture-application-picker = Die Liste der Anwendungsbereiche unter dem Globus, oben rechts. Wählen Sie Microsoft 365 support integration.
picture-navigator = Der Navigator links, mit Microsoft 365 im Filter. Wählen Sie Setup unter Microsoft 365 support.
picture-wizard-agree = Die erste Seite des Setups. Wählen Sie Agree, unten.
picture-wizard-environment = Schritt 2 des Setups. Das Kästchen This is a test environment steht über der Schaltfläche Start setup.
picture-wizard-environment-off = Schritt 2 des Setups. Das Kästchen This is a test environment, über der Schaltfläche Start setup, ist leer.
picture-wizard-tenant = Schritt 3 des Setups. Geben Sie die Domäne ins einzige Feld ein; darunter steht Next.
picture-wizard-entra-app = Schritt 4 des Setups, die Azure Active Directory (AAD) app. Wählen Sie Done, unten.
picture-wizard-servicenow-app = Schritt 5 des Setups, die ServiceNow OAuth app. Wählen Sie die Registrierung in der einzigen Liste; darunter steht Next.
picture-wizard-complete = Step 6 – Complete the Integration. Die drei Werte stehen untereinander, jeder mit einer Schaltfläche zum Kopieren.
picture-verify-values = Step 6 – Complete the Integration. Vergleichen Sie die drei Werte, die untereinander stehen. Lassen Sie Test setup, unten, in Ruhe.
picture-test-setup =
    .press = Step 6 – Complete the Integration. Wählen Sie Test setup, unten.
    .validated = Das Setup nach dem Test. Eine Zeile oben meldet, dass die Prüfung erfolgreich war.
picture-admin-basic = Support integration, rechts unter Org settings, Registerkarte Basic information. Geben Sie den Wert unter Application ID to issue Auth Token ein, unterhalb von Internal support tool: ServiceNow.
picture-admin-repository =
    .new = Support integration, Registerkarte Repositories. Wählen Sie New repository, über der Liste.
    .fields = Support integration, das neue Repository. Geben Sie beide Werte ein, Repository oben und Endpoint darunter; Add steht unten.
picture-admin-save = Support integration, Registerkarte Repositories, mit dem Repository in der Liste. Wählen Sie Save, unten.
picture-administrator-role = Die Rollen des Benutzers. x_mioms_m365_assis.administrator steht in der rechten Liste, Roles List; Save steht oben rechts.
picture-insights-role = Die Rollen des Benutzers. x_mioms_m365_assis.insights_user steht in der rechten Liste, Roles List; Save steht oben rechts.
picture-link-account = Link Account, unter Microsoft 365 support. Geben Sie die Adresse ins einzige Feld ein; darunter steht Save.
    .account = Ein Konto, das Supportfälle erstellen darf

## Bevor etwas begonnen wird

first-m365-support-where-1 = Microsoft Entra: eine App-Registrierung mit einem geheimen Clientschlüssel.
first-m365-support-where-2 = ServiceNow: ein Eintrag in Application Registry, Lesezugriff auf eine Tabelle und eine Rolle für jede aufgeführte Person.
first-m365-support-where-3 = Microsoft 365 admin center: eine Support integration, von Hand eingetragen.
first-m365-support-stays-1 = Alles, was Liaison nicht erstellt hat: andere Anwendungen, Benutzer, Postfächer, Tickets.
first-m365-support-stays-2 = Nichts wird geändert, bevor Sie es gesehen und zugestimmt haben. „Zurücknehmen“ entfernt, was diese Einrichtung erstellt hat, und sonst nichts.
first-m365-support-before-1 = Die drei Administratoren oben. Eine Person kann alle drei sein.
first-m365-support-before-2 = Die Microsoft 365 support integration, Version 2.0.0 oder neuer, in der Instanz installiert.
first-m365-support-before-3 = Etwa 40 Minuten: Der Teil von Liaison dauert einige, der Rest wird von Hand in den Portalen erledigt. Sie können jederzeit aufhören und später weitermachen.
