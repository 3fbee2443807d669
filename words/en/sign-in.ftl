### The window while a sign-in waits for the browser.

window-sign-in-copy = Copy link
window-sign-in-copy-what = For another profile of the browser or a private window, on this computer.
window-sign-in-pasted = Taken. The sign-in goes on.
window-sign-in-paste = If the browser cannot come back here: the address that it ended at
window-sign-in-paste-send = Go on with it
window-sign-in-explain = If Microsoft's page shows an error: its number
window-sign-in-explain-send = Explain
window-sign-in-left = The code ends in { $left }.
window-role-activated = I activated it
window-role-activated-said = Go on with Apply. For ten minutes Liaison waits for the role to be known everywhere.
