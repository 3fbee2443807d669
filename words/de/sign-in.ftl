### Das Fenster, solange eine Anmeldung auf den Browser wartet.

window-sign-in-copy = Link kopieren
window-sign-in-copy-what = Für ein anderes Profil des Browsers oder ein privates Fenster, auf diesem Computer.
window-sign-in-pasted = Übernommen. Die Anmeldung geht weiter.
window-sign-in-paste = Wenn der Browser nicht hierher zurückkehren kann: die Adresse, auf der er endete
window-sign-in-paste-send = Damit weitermachen
window-sign-in-explain = Wenn die Seite von Microsoft einen Fehler zeigt: seine Nummer
window-sign-in-explain-send = Erklären
window-sign-in-left = Der Code läuft in { $left } ab.
window-role-activated = Ich habe sie aktiviert
window-role-activated-said = Machen Sie mit dem Ausführen weiter. Zehn Minuten lang wartet Liaison darauf, dass die Rolle überall bekannt ist.
window-consent = Wartet seit { $since } auf die Zustimmung eines Administrators.
window-consent-what = Jemand anderes kann sie geben: Senden Sie ihm diesen Link. Er geht in jedem Browser und endet auf einer Seite, die nicht angezeigt werden kann; das ist in Ordnung. Melden Sie sich erneut an, wenn zugestimmt wurde.
window-consent-link = Der Link
window-consent-copy = Link für ihn kopieren
device-code-caution = Viele Mandanten sperren die Anmeldung mit einem Code, wie Microsoft es empfiehlt; nennt dessen Seite 53003, melden Sie sich im Browser an. Geben Sie nur einen Code ein, den Sie selbst angefordert haben: Niemand braucht Ihren, und Sie brauchen keinen fremden.
signing-graph-command-line-tools = Microsoft Graph Command Line Tools meldet Sie an.
    .what = Verlangt werden Ihr Name (User.Read) und das Recht, Anwendungen zu registrieren und zu ändern (Application.ReadWrite.All); genau das tut diese Einrichtung. Ein Administrator stimmt dem einmal zu; es bleibt bei dieser Anwendung, bis jemand es zurücknimmt. Eine andere lässt sich in den Einstellungen wählen.
signing-azure-cli = Microsoft Azure CLI meldet Sie an.
    .what = Es braucht keine Zustimmung: Microsoft hat dieser Anwendung in jedem Mandanten weite Rechte gegeben; diese Einrichtung nutzt davon die auf Anwendungen. Eine andere lässt sich in den Einstellungen wählen.
signing-own = Die eigene Anwendung Ihrer Organisation meldet Sie an.
    .what = Sie braucht Zustimmung für Ihren Namen (User.Read) und das Recht, Anwendungen zu registrieren und zu ändern (Application.ReadWrite.All); genau das tut diese Einrichtung. Eine andere lässt sich in den Einstellungen wählen.

### Eine App-Registrierung, die schon da ist.

window-adopt = Eine vorhandene Registrierung verwenden
window-adopt-what = Ihr Name, ihre anderen Umleitungsadressen und ihre Schlüssel bleiben. Was geändert werden müsste, wird zuerst gezeigt, und Zurücknehmen stellt es wieder her.
window-adopt-id = Anwendungs-ID (Client) oder Objekt-ID
window-adopt-look = Ansehen
window-adopt-find = Ähnliche zeigen
window-adopt-none = Nichts gleichen Namens ist da, und nichts, das zu dieser Instanz umleitet.
window-adopt-fits = Sie passt, wie sie ist.
window-adopt-use = Diese verwenden
window-adopted = Dieser Schritt verwendet die Registrierung { $id } statt einer neuen.
window-release = Stattdessen eine neue erstellen
window-policy-read = Die Richtlinie fragen
window-policy-what = Freiwillig: eine Anmeldung mit einer weiteren Zustimmung (Policy.Read.All), die für diese Frage verwendet und nicht behalten wird.
