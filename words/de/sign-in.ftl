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
