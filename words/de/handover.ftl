### Eine Zuständigkeit an jemanden an einem anderen Computer übergeben.

window-handover-begin = Ich soll einen Teil erledigen oder habe eine Datei bekommen
window-handover = Eine Zuständigkeit übernehmen
window-handover-what = Jemand hat eine Einrichtung begonnen, und Sie erledigen hier einen Teil davon. Sie erstellen eine Anforderung, die andere Person erstellt dafür eine Datei, und Sie vergleichen am Telefon eine Prüfphrase, bevor Sie die Datei übernehmen.
window-handover-ask = Anforderung erstellen
window-handover-ask-what = Sie nennt die Zuständigkeit und erzeugt auf diesem Computer, was eine Datei öffnet. Nichts darin ist geheim.
window-handover-seat = Zuständigkeit
window-handover-make = Anforderung erstellen
window-handover-waiting = Anforderungen, die auf ihre Datei warten
window-handover-until = Gilt für eine Datei, bis { $until }. Danach wird vernichtet, was die Datei öffnet.
window-handover-send = Senden Sie diesen Code an die Person, bei der die Zuständigkeit liegt, oder lassen Sie ihn von deren Telefon von diesem Bildschirm lesen.
window-handover-qr = Der Code als QR-Code
window-handover-code = Code
window-handover-copy = Code kopieren
window-handover-file = Die Datei öffnen, die Sie bekommen haben
window-handover-file-what = Beim Ansehen wird nichts übernommen.
window-handover-choose = Übergabedatei auswählen…
window-handover-phrase = Passphrase, die die Datei öffnet, wie der Absender sie nennt
window-handover-phrase-open = Öffnen
window-handover-only = Sie haben eine Übergabedatei geöffnet
window-handover-other = Nicht diese Datei

window-claims-compare = Am Telefon vergleichen
window-claims-compare-what = Rufen Sie { $by ->
        [nobody] den Absender
       *[other] { $by }
    } unter einer Nummer an, die Sie kennen. Nur wenn Sie beide dieselbe Prüfphrase lesen, ist dies die Datei, die dort erstellt wurde.
window-claims = Was die Datei angibt
window-claims-said = Angegeben von { $by ->
        [nobody] der Person, die die Datei erstellt hat
       *[other] { $by }
    }. Nichts davon ist geprüft, und es wurde nichts übernommen.
window-claims-name = Einrichtung
window-claims-done = Schritte, die erledigt sein sollen
window-claims-none = Keine.
window-claims-secrets = Geheimnisse darin, die versiegelt bleiben
window-claims-compared = Der Absender hat mir am Telefon dieselbe Prüfphrase vorgelesen
window-claims-right = Mandant, Instanz und Client-ID sind die erwarteten
window-claims-take = Zuständigkeit übernehmen

window-give = Übergeben: { $seat }
window-give-this = Diese Zuständigkeit übergeben
window-give-what = Die Datei enthält, was bisher getan wurde, und genau die Geheimnisse, die diese Zuständigkeit braucht, versiegelt. Die Zuständigkeit geht mit: Von da an sehen Sie ihre Schritte hier, und ausgeführt werden sie dort.
window-give-news = Senden, was hier getan wurde
window-give-news-title = Senden, was getan wurde: { $seat }
window-give-news-what = Die Zuständigkeit liegt bereits beim anderen Computer. Die Datei enthält, was hier getan wurde, und die eingetragenen Werte, versiegelt, für die Anforderung, die dort erstellt wird.
window-give-code = Der Code der Anforderung
window-give-make = Datei erstellen
window-give-phrase = Dort kann niemand eine Anforderung erstellen
window-give-phrase-what = Eine Datei mit Passphrase öffnet sich für alle, die beides haben, an jedem Computer, sieben Tage lang. Nur der erste behält die Zuständigkeit; die Werte darin kennen alle. Eine Anforderung ist besser.
window-give-phrase-make = Datei mit Passphrase erstellen
window-given = Die Datei ist erstellt
window-given-1 = Senden Sie die Datei, auf welchem Weg Sie sonst Dateien senden.
window-given-2 = Rufen Sie an. Die Datei wird nur übernommen, wenn Sie beide diese Prüfphrase lesen:
window-given-3 = Nennen Sie in diesem Gespräch die Passphrase, die die Datei öffnet, und nie zusammen mit der Datei:
window-given-secrets = Geheimnisse darin: { $secrets }
window-given-no-secrets = Es ist kein Geheimnis darin.

window-seat-elsewhere = Diese Zuständigkeit liegt bei einem anderen Computer. Ihre Schritte werden hier gezeigt und dort ausgeführt.
window-seat-ask = Anfordern
window-seat-back = Zurückholen
window-seat-back-what = Für den Fall, dass jener Computer oder die Person dort verloren ist. Es wird als zurückgeholt vermerkt. Was die andere Seite von jetzt an tut, ist hier nicht bekannt: Sorgen Sie dafür, dass dort niemand weitermacht.
window-seat-back-sure = Ohne Datei zurückholen
window-said-by = angegeben von { $by }, bei einer Übergabe

window-sign-in-qr = Als QR-Code zeigen
window-sign-in-qr-device = Ein Telefon liest ihn und öffnet die Seite. Dort wird der Code eingegeben.
window-sign-in-qr-returns = Für ein anderes Gerät. Es endet bei einer Adresse, auf die nur dieser Computer antwortet: Bringen Sie diese Adresse in das Feld darunter zurück.
window-qr = QR-Code

handover-phrase-over = Die Datei mit Passphrase galt sieben Tage, und die sind vorbei. Es wurde nichts übernommen. Bitten Sie um eine neue Datei.
handover-taken-twice = Zwei Computer haben dieselbe Datei mit Passphrase geöffnet, und die Zuständigkeit { $seat } liegt bereits beim ersten. Es wurde nichts übernommen. Holen Sie die Zuständigkeit zurück, erneuern Sie ihr Geheimnis, und übergeben Sie sie noch einmal mit einer Anforderung.
handover-no-file = Es gibt keine Datei zum Ansehen. Wählen Sie sie noch einmal aus.
qr-too-long = Der Text ist zu lang für einen QR-Code. Kopieren Sie ihn stattdessen.
