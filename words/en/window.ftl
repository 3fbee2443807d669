### Words that only the window says.

window-practice = Practice
window-practice-what = Nothing here is real: both services run on this computer, and keep what you do until you reset them.
window-practice-accounts = Sign in to the simulated services as one of these. No password is asked for.
window-practice-scene = Scene: { $scene }
window-practice-reset = Begin practice anew
window-practice-reset-what = Both simulated services forget everything that was made in them, and { $count ->
        [0] no setup is deleted, as practice has none
        [one] the one practice setup is deleted
       *[other] all { $count } practice setups are deleted
    }. Real setups stay.
window-practice-reset-sure = Forget it and begin anew
window-practice-begun = Practice has begun anew.
window-service = Service
window-service-entra = Microsoft
window-service-servicenow = ServiceNow
window-account = Account
window-roles = Roles
window-home = Setups
window-settings = Settings
window-doctor = Check this computer
window-menu = Menu
window-home-key = Setups (Ctrl+1)
window-settings-key = Settings (Ctrl+,)
window-doctor-key = Check this computer
window-leave = Liaison is still working
window-leave-what = A run is under way. It can go on without a window, or stop at its next safe point. Nothing is left half-written either way.
window-leave-stay = Stay
window-leave-go-on = Go on without a window
window-leave-stop = Stop at the next safe point and close
window-busy = One moment…
window-close = Close
window-more = { $count } more are not shown.
window-saved-as = Saved as

window-empty = Join Microsoft 365 and ServiceNow
window-empty-what = A setup joins one Microsoft 365 tenant to one ServiceNow instance, step by step. What can be done for you, Liaison shows first and then does; it takes it back when you say so.
window-begin-practice = Practise a setup
window-begin-practice-what = Both services are simulated on this computer. No account is needed, and nothing leaves it.
window-begin-real = Begin a setup
window-begin-real-what = To practise first without any account, start Liaison with --practice.
window-first-who = Who is needed
window-first-where = What is changed, and where
window-first-where-1 = Liaison shows every change before it is made, field by field.
window-first-where-2 = What it makes carries a mark, so that it can be taken back.
window-first-stays = What stays as it is
window-first-stays-1 = Whatever Liaison did not make. It changes nothing of others and removes nothing of theirs.
window-first-before = What it takes
window-first-before-1 = One person can sit in every seat.
window-new-setup = New setup
window-progress = { $done } of { $total } steps done
window-joins = { $tenant } and { $instance }

window-setup-name = Name
window-setup-name-hint = Tells your setups apart, and becomes part of the names of what Liaison makes.
window-setup-tenant = Microsoft tenant
window-setup-tenant-hint = A domain of the tenant, such as contoso.onmicrosoft.com.
window-setup-instance = ServiceNow instance
window-setup-instance-hint = Its name or address, such as dev12345 or https://dev12345.service-now.com.
window-create = Create
window-create-what = Nothing is changed by this: Liaison looks the tenant up and sees whether the instance answers.
window-cancel = Cancel

window-seats = Who is needed
window-seat-none = Needs no sign-in.
window-seat-page-what = Send them a page with their steps and the values to enter. Nothing on it is secret.
window-seat-page = Save the page for this person
window-seat-progress = { $done } of { $total } steps
window-signed-in = Signed in as { $account }
window-sign-in-browser = Sign in with the browser
window-sign-in-device-code = Sign in with a code
window-sign-out = Sign out
window-sign-in-opened = Go on in your browser. This page follows by itself.
window-sign-in-not-opened = No browser could be opened. Copy this link into any browser on this computer.
window-device-open = Open this page and type the code there:
window-device-code = Code

window-ends-in = { $days ->
        [one] ends tomorrow at the latest
       *[other] ends in { $days } days
    }
window-ended = has ended
window-secrets = Secrets in use
window-secret-ends = The secret of “{ $step }” ends on { $at }.
window-secret-old-ends = The old one ends on { $at }.
window-renew = Renew
window-renew-what = Makes a new secret and gives it to ServiceNow. The old one stays valid until somebody saw the new one used.
window-renew-apply = { $count ->
        [one] Make this change
       *[other] Make these { $count } changes
    }
window-renew-on = Go on
window-renew-back = Put the old value back
window-renew-used = The new secret is used
window-renew-used-how = How do you know?
window-renew-used-sign-in-log = Entra's sign-in log or credential activity shows the new key
window-renew-used-token-request = A token request in ServiceNow went through after its cached token was gone
window-expiry-background = Liaison looks at this while it runs and says with a notification what ends in 30, 14, 3 and 1 days. Nothing runs in the background; a calendar file, or the schedule that Settings switches on, reminds you without it.
window-calendar = Save all ends as a calendar file

window-steps = Steps
window-where = You are at “{ $step }” ({ $seat }).
window-go-on = Go on
window-held-by = { $program } is working on this setup. You can look; changing is possible when it is done.
window-liaison-does = What Liaison does for you
window-liaison-does-what = With both administrators signed in, everything that an API can do is done in one go. Liaison shows it first.
window-waits-on = Waits for “{ $step }” ({ $seat })
window-not-checkable = Nothing can be read here: a person's word counts.
window-together = { $count ->
        [one] One step by hand
       *[other] { $count } steps by hand
    }: { $seat }
window-together-what = These belong together: go through them in the portal in this order, and say once at the end that they are done. Who stops in between says so at the last step that is done.
window-next = Go on: { $step }
window-all-done = Every step that counts is done.
window-optional = optional
window-later = later
window-by-hand = by hand
window-waits = Waits for: { $steps }
window-known = { $known }, { $at }

window-by-liaison = Done by Liaison
window-seen = Seen by Liaison
window-plan = Show what would be changed
window-plan-keep = Save this plan for an approval
window-plan-keep-what = Objects, before and after, what stays, and the fingerprint. Nothing in it is secret.
window-plan-save = Save the plan
window-result = What came of it
window-plan-what = Looks only. Nothing is changed before you have seen it and said so.
window-apply = Make { $count ->
        [one] this change
       *[other] these { $count } changes
    }
window-check = Look again
window-verify = Prove
window-undo = Take back
window-undo-what = Shows first what would be taken back.
window-undo-apply = Take { $count ->
        [one] this back
       *[other] these { $count } back
    }
window-nothing-to-change = Nothing to change: everything that Liaison can do here is in order.
window-nothing-by-liaison = There is nothing here that Liaison can change by itself. What is not in order is said at its step.
window-nothing-but-proof = Nothing to change here. What is left is to prove it.
window-nothing-to-undo = Liaison made nothing here that could be taken back.
window-production = { $instance } is labelled production. Type its name to go on.
window-accept = I have read this and want it:
window-notes = Worth knowing
window-changes-planned = { $count ->
        [one] One change is planned
       *[other] { $count } changes are planned
    }
window-stays = What cannot be taken back
window-change = { $verb } { $object } “{ $name }”
window-field = Field
window-before = Now
window-after = Then
window-is = Is
window-wanted = Wanted
window-marked = Marked in { $field }.
window-undo-automatic = Liaison can take it back.
window-undo-with-object = It goes when the object that it belongs to is taken back.
window-changes-rest = { $count } more of this step
window-given-by = (given by “{ $step }”)
window-outcome-in-order = Everything is in order.
window-outcome-changes = There is something to do.
window-outcome-drift = Something is not as Liaison left it.
window-outcome-applied = { $count ->
        [0] Nothing had to be changed.
        [one] One change was made and read back.
       *[other] { $count } changes were made and read back.
    }
window-outcome-undone = { $count ->
        [0] Nothing had to be taken back.
        [one] One change was taken back.
       *[other] { $count } changes were taken back.
    }
window-outcome-paused = Stopped before the end. { $count ->
        [0] Nothing was changed.
        [one] One change was made, and is kept.
       *[other] { $count } changes were made, and are kept.
    } Go on at any time.
window-changed-until-then = Changed until then
window-effect-none-here = This request changed nothing.
window-outcome-refused = Liaison did not go on.
window-looked = Looked just now.
window-not-yet = Not as wanted yet.
window-open-left = Left to do by hand
window-stop = Stop at the next safe point

window-progress-checking = Looking at: { $step }
window-progress-changing = Changing: { $step }
window-progress-changed = Changed: { $step }
window-progress-counting = { $done } of { $of }: { $step }
window-progress-settling = Finding out what happened: { $step }
window-progress-verifying = Proving: { $step }
window-progress-waiting = Waiting { $seconds } s, as { $reason }: { $step }
window-progress-log = What was done so far
window-progress-warned = Worth knowing: { $step }
window-progress-failed = Stopped at: { $step }
window-progress-finished = Finished: { $step }

window-by-hand-how = By hand
window-by-hand-how-what = Liaison does this for you. To do it yourself:
window-trouble = If it does not work
window-values = Values
window-value-waits = Not known yet: an earlier step gives it.
window-copy = Copy
window-copied = Copied
window-copy-what = Copy { $value }
window-copied-what = { $value } is on the clipboard.
window-links = Open
window-picture = What you will see
window-answers = Answers
window-save = Save
window-saved = Saved
window-confirm = I have done this
window-confirm-all = I have done these { $count } steps
window-reopen = Not done after all
window-somebody = somebody who was not signed in
window-confirmed = Confirmed by { $by }, { $at }
window-sign-in-first = Somebody has to sign in first: { $seat }.
window-previous = Previous step
window-step-work = What is to be done
window-next-step = Next step
window-to-setup = All steps

window-network-save = For whoever looks after the firewall
window-network-plain = Save as a list
window-network-csv = Save as a spreadsheet
window-network-comment = Save as a comment for a change ticket
window-network-listed = In the document
window-network-answered = What DNS answers today for { $host }
window-network-unlisted = Not in the document
window-network-same = DNS answers exactly the addresses of the document.
window-network-differ = The two lists differ. An address may have another owner by now. Have your network team find rules that let any of them through, and remove them.

window-people = People
window-people-what = One list serves every step that gives a role. One person a line: user name or e-mail address, then their roles after commas; or group: and the name of a group, which is better where there is one; without roles they get every role of this guide. The list takes the place of the one before.
window-people-text = List of people
window-people-save = Use this list
window-people-count = { $count ->
        [0] Nobody is on the list yet.
        [one] One person is on the list
       *[other] { $count } people are on the list
    }
window-people-all-roles = every role
window-people-granted = { $granted } of { $people } have the role.
window-people-unresolved = { $count ->
        [one] One is not exactly one active user
       *[other] { $count } are not exactly one active user each
    }
window-people-seen-save = Save what was seen of every line
window-people-place = Place
window-people-user = As listed
window-people-why = Why

window-problem-details = Details
window-problem-details-what = Codes and request IDs for whoever helps you. Nothing secret.
window-approval = Approval
window-approval-on = required
window-approval-what = For a change process: save the plan, have it approved, and enter the approved fingerprint. All of it is in the report.
window-approval-required = Only an approved plan may be applied

window-left = What is left
window-left-what = Shows what the integration has left on both sides, whoever made it, and how to remove it by hand. Liaison removes nothing that it did not make.
window-left-look = Look for it
window-left-unseen = Could not be looked at: { $what }
window-report = Report
window-report-what = What was done, by whom, how that is known, and what stays. Nothing in it is secret.
window-report-format = Format
window-format-html = Web page (HTML)
window-format-markdown = Markdown
window-format-json = JSON
window-report-save = Save the report

window-retired = The service behind this guide was shut down on { $on }.
window-retired-sense = Nothing that is set up for it works any more. Two things still make sense:
window-retired-list = With a real tenant: see what is left of an earlier setup. Liaison only reads for that.
window-retired-practise = In practice: go through the whole guide without an account.
window-retired-what = What you set up here will not be used by it. In practice mode the guide can still be walked through. To go on with a real tenant, type RETIRED.
window-acknowledge = Go on all the same
window-delete = Delete setup
window-delete-what = Deletes the setup from this computer. Take back first what Liaison made.
window-delete-sure = Delete this setup for good

window-settings-language = Language
window-language-system = As the system
window-settings-theme = Appearance
window-theme-system = As the system
window-theme-light = Light
window-theme-dark = Dark
window-theme-high-contrast = High contrast
window-settings-proxy = Proxy
window-proxy-system = As the system
window-proxy-none = None
window-proxy-address = This address
window-proxy-address-value = Proxy address
window-settings-ca = Extra certificate authority
window-settings-ca-hint = PEM text of the certificate with which your company inspects traffic. Leave empty for none.
window-settings-client = Microsoft sign-in application
window-client-graph-command-line-tools = Microsoft Graph Command Line Tools
window-client-azure-cli = Microsoft Azure CLI
window-client-own = Our own application
window-client-own-id = Client ID of your own application

window-settings-updates = Newer versions of Liaison
window-updates-look = Look for them at each start
window-updates-no = Do not look
window-update-may-look = Look for newer versions of Liaison?
window-update-may-look-what = At each start Liaison would ask { $host } whether there is one. Nothing about you or your setups is sent. You can change this in Settings.
window-update-may-look-yes = Look at each start
window-update-may-look-no = Do not look
window-update-may-install = Install Liaison { $version }?
window-update-may-install-what = It is fetched now, and put in place only if it is what Liaison's authors signed. A run that is under way ends first. Your setups stay as they are.
window-update-may-install-yes = Install
window-update-may-install-no = Not now
window-update-replaced = Liaison { $version } is installed
window-update-replaced-what = The next start is the newer version.
window-update-opened = Liaison { $version } is ready
window-update-opened-what = Its disk image is open. Close Liaison, then drag the app from there to Applications.
window-update-failed = Liaison was not updated

window-doctor-what = Looks at what Liaison needs on this computer. Nothing is changed.
window-doctor-run = Look
window-support = Support
window-support-what = For whoever helps you: the version, what is found here, and the end of the log. No names of setups, no accounts, no secrets.
window-support-save = Save details for support
window-verdict-fine = Fine
window-verdict-warning = Worth a look
window-verdict-failed = Does not work
window-verdict-not-run = Not looked at
window-guide-missing = That guide is not in this version of Liaison.
window-unexpected = Liaison made a mistake: { $detail }

## Notes and pictures of a step

window-evidence = Note and pictures
window-evidence-what = Kept on this computer only, pictures sealed. In no handover, and in the report only what you choose here.
window-evidence-refused = No note or picture is kept of this step: its page shows a secret.
window-note = Note
window-note-in-report = Put this note into the report
window-note-keep = Save note
window-note-kept = Saved
window-picture-add = Add a picture…
window-picture-paste = Paste a screenshot here, drop one, or choose a file (PNG or JPEG).
window-picture-black = Black out
window-picture-draft = The picture
window-picture-black-what = Draw over whatever nobody should see. By keyboard: arrow keys move, Space sets a corner, Backspace takes the last part back. What is black is gone from the picture before it is sealed.
window-picture-canvas = { $count ->
        [0] Nothing is blacked out
        [one] One part is blacked out
       *[other] { $count } parts are blacked out
    }
window-picture-back = Take the last part back
window-picture-keep = Keep picture
window-picture-alt = Picture that was kept on { $at }
window-picture-show = Show
window-picture-hide = Hide
window-picture-in-report = Put into the report
window-picture-remove = Remove
window-picture-size = { $width } × { $height } pixels

## A screen that is late

window-opening = Opening…

## Each request of a run

window-request-waiting = Waiting { $seconds } s, as { $reason }: { $host }
window-request = Sent just now
