### Enden von Geheimnissen, von der Arbeitsumgebung gemeldet und von ihrem Zeitplan gesucht.

notice-day = { $name }: Ein Geheimnis endet in einem Tag
notice-days = { $name }: Ein Geheimnis endet in { $days } Tagen
notice-practice = Übung. { $notice }
notice-ended = { $name }: Ein Geheimnis ist abgelaufen
notice-what = Erneuern Sie es in Liaison. Was es verwendet, funktioniert ohne ein neues nicht mehr.
notification-not-shown = Diese Arbeitsumgebung zeigt keine Benachrichtigung: { $detail } Beim nächsten Mal wird es erneut versucht.
schedule-no-program = Der Zeitplan führt das Kommandozeilenprogramm „liaison“ aus, das nicht neben diesem Programm liegt. Installieren Sie Liaison mit seinem Paket, und schalten Sie den Zeitplan dort ein.
schedule-other-home = Die Daten liegen in einem eigenen Ordner (LIAISON_HOME), den eine Aufgabe von Windows nicht erfahren kann. Es wurde nichts eingeplant.
schedule-refused = Das System hat den Zeitplan nicht angenommen, und nichts davon ist geblieben: { $detail }

window-schedule = Täglich nachsehen, welche Geheimnisse enden
window-schedule-what = Liaison meldet mit einer Benachrichtigung, wenn ein Geheimnis in 30, 14, 3 und 1 Tagen endet: solange es läuft, oder wenn es das nächste Mal startet. Im Hintergrund läuft nichts davon. Dieser Schalter lässt das Betriebssystem einmal am Tag in Ihrem Namen „liaison check --expiry --notify“ ausführen und entfernt das auch wieder.
window-schedule-on = Das System sieht einmal am Tag nach.
window-schedule-off = Das System sieht nicht nach.

cli-schedule-on = Das System führt einmal am Tag „liaison check --expiry --notify“ aus.
cli-schedule-off = Das System führt nichts von Liaison aus.
cli-notified = Gezeigte Benachrichtigungen: { $count }
