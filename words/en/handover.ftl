### Handing a seat to somebody at another computer.

window-handover-begin = I was asked to do one part, or sent a file
window-handover = Take over a seat
window-handover-what = A colleague began a setup and you do a part of it here. You make a request, they make a file for it, and you compare a check phrase by phone before you take it in.
window-handover-ask = Make a request
window-handover-ask-what = It names the seat and makes what opens one file, on this computer. Nothing in it is secret.
window-handover-seat = Seat
window-handover-make = Make the request
window-handover-waiting = Requests that wait for their file
window-handover-until = Holds for one file, until { $until }. After that, what opens the file is destroyed.
window-handover-send = Send this code to whoever has the seat, or let their phone read it from this screen.
window-handover-qr = The code as a QR code
window-handover-code = Code
window-handover-copy = Copy the code
window-handover-file = Open the file that you were sent
window-handover-file-what = Looking at it takes nothing in.
window-handover-choose = Choose the handover file…
window-handover-phrase = Phrase that opens the file, as the sender tells it
window-handover-phrase-open = Open it
window-handover-only = You opened a handover file
window-handover-other = Not this file

window-claims-compare = Compare by phone
window-claims-compare-what = Call { $by ->
        [nobody] the sender
       *[other] { $by }
    } on a number that you know. Only if both of you read the same check phrase is this the file that they made.
window-claims = What the file says
window-claims-said = Said by { $by ->
        [nobody] whoever made the file
       *[other] { $by }
    }. Nothing of it is checked yet, and nothing was applied.
window-claims-name = Setup
window-claims-done = Steps that are said to be done
window-claims-none = None.
window-claims-secrets = Secrets in it, which stay sealed
window-claims-compared = The sender read me the same check phrase by phone
window-claims-right = Tenant, instance and client ID are the ones that I expect
window-claims-take = Take the seat

window-give = Hand over: { $seat }
window-give-this = Hand over this seat
window-give-what = The file carries what was done so far and just the secrets that this seat needs, sealed. The seat moves with it: from then on you see its steps here, and they are carried out there.
window-give-news = Send what was done here
window-give-news-title = Send what was done: { $seat }
window-give-news-what = The seat is at the other computer already. The file carries what was done here and the values that were entered, sealed, for the request that is made there.
window-give-code = The code of their request
window-give-make = Make the file
window-give-phrase = They cannot make a request
window-give-phrase-what = A file behind a phrase opens for whoever has both, at any computer, for seven days. Only the first of them keeps the seat; the values in it are known to all of them. Prefer a request.
window-give-phrase-make = Make a file behind a phrase
window-given = The file is made
window-given-1 = Send them the file, by whatever way you send files.
window-given-2 = Call them. They take it in only if both of you read this check phrase:
window-given-3 = Tell them the phrase that opens it, in that call and never beside the file:
window-given-secrets = Secrets in it: { $secrets }
window-given-no-secrets = No secret is in it.

window-seat-elsewhere = This seat is at another computer. Its steps are shown here and carried out there.
window-seat-ask = Ask for it
window-seat-back = Take it back
window-seat-back-what = For when that computer or its person is lost. It is written down as taken back. Whatever the other side does from now on is not known here: make sure that nobody goes on there.
window-seat-back-sure = Take it back without a file
window-said-by = said by { $by }, in a handover

window-sign-in-qr = Show as QR code
window-sign-in-qr-device = A phone reads it and opens the page. The code is typed there.
window-sign-in-qr-returns = For another device. It ends at an address that only this computer answers: bring that address back into the field below.
window-qr = QR code

handover-phrase-over = The file behind a phrase was good for seven days, and they are over. Nothing was taken in. Ask for a new file.
handover-taken-twice = Two computers opened the same file behind a phrase, and the seat { $seat } is already known to be at the first one. Nothing was taken in. Take the seat back, renew its secret, and hand it over again with a request.
handover-no-file = There is no file to look at. Choose it again.
qr-too-long = The text is too long for a QR code. Copy it instead.
