## What is kept sealed on this computer

kept-nothing = Nothing secret is kept on this computer.
kept-session = Session of { $account }, { $seat }
kept-state-in-use = In use: whoever needs it has it.
    .forget = The integration goes on without the value here. It cannot be copied or handed over any more, and a renewal then has no way back to it.
kept-state-wanted = Not in use yet: somebody has still to be given it.
    .forget = Nobody has the value then. Apply removes this secret from Entra and makes a new one.
kept-state-previous = The value before the renewal that is under way.
    .forget = The renewal has no way back then.
kept-state-session = Signs requests of this setup.
    .forget = Nobody is signed in at the seat any more. The next run asks for a sign-in.
kept-used-by = Used in
kept-wanted-by = Still wanted by
kept-since = Since
kept-until = Until
kept-this-session = Only until Liaison is closed: there was no keychain when it was sealed.
kept-somebody = somebody
kept-happened-copied = Copied to the clipboard by { $by }, { $at }
kept-happened-handed-over = Sealed into a handover file by { $by }, { $at }
kept-happened-forgotten = Forgotten as { $by } asked, { $at }
kept-happened-let-go = Forgotten as its use was confirmed, { $at }
kept-copied-elsewhere = It is marked as a password, so clipboard histories that heed the mark leave it out. A clipboard manager that does not, a remote desktop or another program may keep a copy all the same. That it was copied is in the journal.
kept-rule-secrets = Secrets whose use was confirmed
kept-rule-sessions = Sessions of a setup that is complete
kept-rule-kept = kept
kept-rule-forgotten = forgotten
kept-let-go = The use of the secret “{ $secret }” is confirmed, so its value is kept here no more. To keep such values: liaison vault keep --secrets yes
kept-complete = Everything is done, so { $seat } was signed out here.
kept-not-there = No secret { $secret } is kept here.
kept-is-session = A session is not copied: nobody needs its value.
kept-forget-unasked = Nobody can be asked here. Say --yes to forget it.
secret-not-held = The secret { $secret } is in use, but its value is not kept here, so it can be neither tried nor written again.
hint-renew-to-hold = That is no fault. Where the value is needed again, renew the secret.

cli-vault-copied = On the clipboard for { $seconds } seconds. Press Enter to take it away sooner.
cli-vault-cleared = The clipboard is without it again.
cli-vault-forget = Forget it? [y]es, anything else keeps it:
cli-vault-forgotten = { $secret } is kept here no more.

## In the window

window-kept = Kept secrets
window-kept-what = What Liaison keeps sealed on this computer. Values are never shown.
window-kept-copy = Copy
window-kept-copied = On the clipboard. It is taken away after { $seconds } seconds, and when Liaison is closed.
window-kept-replace = Replace…
window-kept-forget = Forget…
window-kept-forget-sure = Forget it
window-kept-history = What became of them
window-kept-rules = When they are needed no more
window-kept-keep-secrets = Keep secrets whose use was confirmed
window-kept-keep-sessions = Keep sessions of a setup that is complete
window-kept-rules-what = Liaison forgets a client secret once somebody saw it used, and signs everybody out when a setup is complete. Tick what it is to keep all the same.
window-kept-let-go = The use of the secret of “{ $step }” is confirmed, so its value is kept here no more. The integration goes on without it.
window-keychain-retry = Try again
window-keychain-session = Secrets and sessions are kept in memory until Liaison is closed.
window-kept-show = Show them
window-secret-of = Secret of “{ $step }”
window-read = Got it
