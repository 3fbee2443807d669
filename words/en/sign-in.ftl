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
window-consent = Waiting for an administrator's consent since { $since }.
window-consent-what = Somebody else can give it: send them this link. It works in any browser, and ends at a page that cannot be shown, which is fine. Sign in again when they have accepted.
window-consent-link = The link
window-consent-copy = Copy the link for them
device-code-caution = Many tenants block sign-in by a code, as Microsoft recommends; if its page says 53003, sign in with the browser. Enter only a code that you asked for yourself: nobody needs yours, and you need nobody else's.
signing-graph-command-line-tools = Microsoft Graph Command Line Tools signs you in.
    .what = It asks for your name (User.Read), and to register and change applications (Application.ReadWrite.All), which is what this setup does. An administrator consents to that once; it stays with that application until somebody takes it back. Another one can be chosen in Settings.
signing-azure-cli = Microsoft Azure CLI signs you in.
    .what = It asks for no consent: Microsoft has given it wide rights in every tenant, of which this setup uses those on applications. Another one can be chosen in Settings.
signing-own = Your organisation's own application signs you in.
    .what = It needs consent for your name (User.Read), and to register and change applications (Application.ReadWrite.All), which is what this setup does. Another one can be chosen in Settings.

### An app registration that is there already.

window-adopt = Use a registration that is there already
window-adopt-what = Its name, its other redirect addresses and its secrets stay. What would have to be changed is shown first, and undo puts it back.
window-adopt-id = Application (client) ID or object ID
window-adopt-look = Look at it
window-adopt-find = Show those that look like it
window-adopt-none = Nothing of the same name is there, and nothing that redirects to this instance.
window-adopt-fits = It fits as it is.
window-adopt-use = Use this one
window-adopted = This step uses the registration { $id } instead of a new one.
window-release = Make a new one instead
window-policy-read = Ask the policy
window-policy-what = Optional: a sign-in with one more consent (Policy.Read.All), used for this question and not kept.
