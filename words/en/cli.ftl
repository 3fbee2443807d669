### The command line.

cli-browser-opened = The browser was opened. If it does not show the sign-in, open this address on this computer: { $url }
cli-sign-in-help = If it cannot come back here, paste the address that it ended at. If Microsoft's page shows an error, type its number.
cli-pasted = Taken. The sign-in goes on.
cli-browser-not-opened = Open this address in a browser on this computer: { $url }
cli-device-code = On { $url } type the code { $code } (good until { $until }). Only the person who signs in here should type it.
cli-signed-in = Signed in as { $account }.
cli-identity-made = The identity is in { $file }. Keep it: without it the sealed secrets cannot be opened.
cli-file-written = Written to { $file }.
cli-practice-failed = The practice services could not be started: { $detail }
cli-people-listed = Listed: { $count }.
cli-no-setups = There is no setup yet. Begin one with "liaison setup create".
cli-setup-deleted = { $name } is forgotten.
cli-answered = The answers of { $name } are kept.
cli-answer-accept = If it is right all the same: --accept { $accept }
cli-setup-line = { $practice ->
        [yes] [Practice] { $name }: { $tenant } and { $instance }, { $done } of { $total } steps done
       *[no] { $name }: { $tenant } and { $instance }, { $done } of { $total } steps done
    }
cli-seat-line = { $seat } { $account }
cli-consent-awaited = Waiting for an administrator's consent. Send them this link, and sign in again when they have accepted: { $link }
cli-no-candidates = Nothing that could be used is there.
cli-candidate-fits = fits as it is
cli-guide-line = { $id }  { $title } · { $seat }
cli-value-line = {"  "}{ $label }: { $value }
cli-value-missing = not known yet
cli-question-line = {"  "}{ $label } ({ $answer }): { $value }

cli-will-create = + { $object } { $name }
cli-will-update = ~ { $object } { $name }
cli-will-delete = - { $object } { $name }
cli-will-restore = < { $object } { $name }
cli-changes-made = Made:
cli-changes-planned = Would be made:
cli-stays = Stays:
cli-open = Left to do by hand:
cli-fingerprint = Apply exactly this with --plan { $fingerprint }
cli-apply-question = Make these changes? [y/N]
cli-accept-question = Do this as well? [y/N]
cli-asks = Asks for a yes of its own (--accept { $word }): { $why }
cli-production-question = { $instance } is labelled production. Type its name to go on:
cli-left-unseen = Could not be looked at: { $what }
cli-stopping = Stopping at the next safe point …
cli-changing = { $step }: changing
cli-counting = { $step }: { $done } of { $of }
cli-settling = { $step }: finding out what became of an earlier write
cli-verifying = { $step }: reading back
cli-waiting = { $step }: waiting, as { $reason } ({ $seconds } s)
cli-warned = { $step }: holds, with something to know.
cli-failed = { $step }: { $problem }

cli-verdict-fine = ok
cli-verdict-warning = look
cli-verdict-failed = wrong
cli-verdict-not-run = not looked at
cli-doctor-line = { $verdict }  { $title } { $about }

cli-walk-account = Practice account for { $service }: { $name }
cli-walk-sign-in = Sign in now: { $seat }? [Y]es, [s]kip, [q]uit
cli-walk-done = Is it done? [Y]es, [s]kip, [q]uit
cli-walk-answer = { $label } [{ $value }]:
cli-walk-people = Who? User names or e-mail addresses, separated by spaces. Enter: nobody from here.
cli-walk-again = Press Enter to go on.
cli-walk-left = Go on later with "liaison walk { $name }".
cli-walk-left-practice = Go on later with "liaison walk { $name } --practice", or ./dev run in a checkout.
cli-walk-end = { $done } of { $total } steps are done.
cli-approval-required = Only an approved plan may be applied.
cli-approval-free = Any plan may be applied.
cli-signed-out = Nobody is signed in at the seat { $seat } any more.

cli-no-expiry = No setup has a secret that ends.
cli-expiry-line = { $name }: the secret of “{ $step }” ends in { $days } days, on { $at }
cli-expiry-ended = { $name }: the secret of “{ $step }” has ended, on { $at }
cli-expiry-replaced = { $name }: the secret of “{ $step }” that is being replaced ends on { $at }
cli-renewal-used = When Entra's sign-in log shows the new key, or a token request in the instance went through: liaison renew { $name } --used sign-in-log, or --used token-request. To go back: liaison renew { $name } --put-back

cli-handover-asked = Send this code to whoever has the seat. Nothing in it is secret. It is good for one file, until { $until }.
cli-handover-check-phrase = Check phrase: { $phrase }
cli-handover-phrase = Phrase that opens the file: { $phrase }
cli-handover-says = Said by { $by ->
        [nobody] whoever made the file
       *[other] { $by }
    }: { $name }, for the seat { $seat }
cli-handover-secret = Secret
cli-handover-look = Nothing was applied. Call the sender: only if both of you read the same check phrase, and tenant, instance and client ID are right, take it in with "liaison handover take".

cli-note-line = {"  "}Note: { $text }
cli-picture-line = {"  "}Picture { $id }: { $width } × { $height }, { $at }
cli-in-report = in the report
