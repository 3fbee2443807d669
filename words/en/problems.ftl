### What went wrong, and what to do. The effect on the services is said beside it (effect-…).

effect-none = Nothing was changed.
effect-done = The change was made.
effect-unknown = It is not known yet whether the change was made. Liaison looks before it does anything else.
support-line = For support: { $details }

## Addresses and names

address-not-https = That address does not begin with https://. Liaison sends credentials over https only.
address-not-opened = Liaison does not open that address: it is not on a page of this setup's services.
address-refused = That is not the name or address of a ServiceNow instance. Type its name (dev12345), its host (dev12345.service-now.com) or its address.
address-with-user = That address holds a user name. Leave out everything before the @.
domain-refused = That is not a domain. Type a domain of the Microsoft tenant, such as contoso.onmicrosoft.com.
name-refused = A setup's name is one line of 1 to 60 visible characters.
name-taken = There is a setup called { $name } already. Choose another name.
tenant-unknown = Microsoft knows no tenant with that domain. Check the spelling; the domain is shown in the Microsoft 365 admin center under Settings, Domains.
tenant-changed = The domain { $domain } belongs to another tenant now than when the setup was begun. Begin a new setup for the new tenant.
cloud-unknown = There is no cloud called { $cloud }. Name a built-in one or a file with its addresses.
cloud-refused = The cloud's addresses cannot be used: { $detail }
practice-mixed = This mixes practice services with real ones. A setup is either practice, with every address on this machine, or real.
practice-not-running = The practice services are not running in this program.
practice-not-started = The practice services could not be started: { $detail }

instance-hibernating = The instance at { $host } hibernates. Developer instances go to sleep when nobody uses them.
instance-offline = The instance at { $host } is offline and says: { $title }
instance-unrecognised = What answers at { $host } is not a ServiceNow instance (status { $status }, title: { $title }). Check the address.
hint-wake-instance = Sign in at developer.servicenow.com, choose Wake instance, and try again in a few minutes.

## Network

network-dns = The name { $host } could not be found. Check the spelling and this computer's connection.
network-refused = { $host } refuses the connection.
network-reset = The connection to { $host } was cut.
network-timeout = { $host } did not answer in time.
network-tls = The certificate of { $host } is not trusted here. Its issuer is { $issuer }.
network-proxy-auth = The proxy wants a user name and password ({ $schemes }).
network-redirected = { $host } sends to { $to } instead of answering. Liaison does not follow with a credential.
network-foreign-link = { $host } names { $to } as the place of the next page. Liaison does not follow to another host.
network-too-large = The answer of { $host } is larger than any that Liaison expects.
network-web-page = { $host } answered with a web page instead of data: { $title }
network-malformed = The answer of { $host } cannot be read: { $detail }
network-bad-address = An address could not be made from the setup's values for { $host }.
network-other = The request to { $host } failed: { $detail }
service-throttled = { $service } asks to wait: too many requests. It said: { $message }
service-unavailable = { $service } has a problem of its own at the moment. It said: { $message }
trust-store-missing = This computer's list of trusted certificates cannot be read: { $detail }
hint-extra-ca = If your company inspects traffic, give Liaison its certificate in Settings, Extra certificate authority.
hint-proxy = Set the proxy in Settings, or ask your network team to let this computer through.

## Sign-in

sign-in-needed = Sign in first: { $seat }.
sign-in-client-missing = The instance signs in only applications that it knows, and it has not been told yet which one Liaison is.
hint-sign-in-client = Go through the step that registers Liaison for signing in, and enter the client ID and the port there exactly as they are in the instance.
servicenow-sign-in-refused = The instance gave no token. It does not say why; the usual reasons are another client ID, another port, or a client that is not public with PKCE.
servicenow-user-unseen = The instance signed somebody in and does not show who. The account needs to see its own record in sys_user.
servicenow-denied = ServiceNow refuses that to the signed-in person: { $message }
servicenow-not-found = ServiceNow says that the record is not there, or that the signed-in person may not see it.
servicenow-refused = ServiceNow refused the request: { $message }
session-refused = The service no longer accepts the session. Sign in again; nothing of the setup is lost.
sign-in-denied = The sign-in was declined on the service's page.
sign-in-code-expired = The code was not used in time. Begin the sign-in again.
sign-in-timed-out = The browser did not come back in time. Begin the sign-in again, or use the other way to sign in.
sign-in-refused = The service refused the sign-in ({ $code }).
sign-in-impossible = The sign-in could not be carried out.
sign-in-unexpected-answer = { $host } answered the sign-in with something else than a token (status { $status }).
sign-in-no-loopback = This computer does not let Liaison listen for the browser's answer: { $detail }
sign-in-port-taken = Port { $port }, which the sign-in needs, is in use by another program. Close it, or set another port in the setup and in the instance's registration.
sign-in-wrong-tenant = That account signed in to another tenant ({ $tenant }). Sign in with an account of this setup's tenant.
sign-in-token-refused = The identity token of the sign-in is not valid ({ $claim }). The sign-in is not used.
seat-signs-in-nowhere = { $seat } signs in nowhere: that person works in portals only.
seat-unknown = The guide has no seat called { $seat }.
seat-way-unknown = That seat cannot sign in that way.
token-malformed = That is not a token. Give one line, without spaces, on standard input.
browser-missing = The browser could not be opened.
hint-copy-link = Copy the link and open it in any browser on this computer.
hint-sign-in = Sign in at this seat, then go on where you were.

entra-wrong-secret = Entra says that the client secret is wrong. A secret can take a minute to be known everywhere.
entra-expired-secret = The client secret has expired.
entra-no-secret-sent = Entra expected a client secret and got none.
entra-application-disabled = The application is disabled in this tenant.
entra-unknown-application = Entra does not know the application in this tenant. A new one can take a minute to be known everywhere.
entra-unknown-tenant = Entra does not know that tenant.
entra-no-tenant-named = The request named no tenant.
entra-tenant-needed = The application can be used only with its own tenant named.
entra-unknown-resource = Entra does not know the resource that a token was asked for in this tenant.
entra-resource-not-supported = A token for that resource cannot be had this way.
entra-parameter-missing = Entra misses a parameter of the request.
entra-conditional-access = A Conditional Access policy of the tenant blocks this sign-in. Ask whoever manages the policies, or use a computer that they allow.
entra-device-required = The tenant wants a managed device for this sign-in. Use a computer that the tenant manages.
entra-device-code-blocked = The tenant blocks sign-in by device code. Use the browser.
entra-multi-factor-needed = A second factor is needed. Sign in again and confirm it.
entra-too-many-equal-requests = Entra saw the same request too often. Wait a few minutes.
entra-throttled = Entra asks to wait. Try again in a few minutes.
entra-other-cloud = The account or tenant is in another Microsoft cloud.
entra-consent-needed = Nobody has consented to the signing-in application yet. Sign in again and accept what it asks for.
entra-consent-declined = The consent was declined. Without it Liaison cannot register the application.
entra-admin-consent-needed = Only an administrator can consent to this application in your tenant.
entra-admin-consent-requested = An administrator was asked for consent. Sign in again when they have answered.
entra-not-assigned = The account is not assigned to the signing-in application. Ask for an assignment, or choose another application in Settings.
entra-client-not-preauthorized = The signing-in application may not ask for that here. Choose another application in Settings.
entra-redirect-mismatch = The signing-in application does not know Liaison's return address. It must have http://localhost as a redirect address for mobile and desktop applications.
entra-secret-from-public-client = A public client must not send a secret.
entra-foreign-account = The account belongs to another tenant. Sign in with an account of this setup's tenant.
entra-unknown-account = Entra does not know that account in this tenant.
entra-account-disabled = The account is disabled.
entra-session-ended = The session is no longer valid. Sign in again; nothing of the setup is lost.
entra-code-pending = The sign-in is not finished yet.
entra-code-expired = The code was not used in time. Begin the sign-in again.
entra-code-unknown = Entra does not know that code. Begin the sign-in again.
entra-sign-in-interrupted = The sign-in was interrupted on Microsoft's page. Begin it again.

## Microsoft Graph

graph-denied = The signed-in account may not do this. It needs the role Cloud Application Administrator, Application Administrator or Global Administrator. Graph said: { $message }
graph-quota = The account or tenant has reached its number of applications. Graph said: { $message }
graph-policy = A policy of the tenant does not allow this. Graph said: { $message }
graph-not-found = The object is not there. Graph said: { $message }
graph-refused = Microsoft Graph refused the request: { $message }

## Setups and steps

setup-unknown = There is no setup called { $setup } here.
setup-busy = { $holder } is working on this setup. One at a time writes; looking is possible.
setup-owns-objects = Something that { $name } made still exists. Undo it first, or delete the setup and keep the objects knowingly.
hint-wait = Wait until it is done, or close the other program.
step-unknown = The guide has no step called { $step }.
step-waits = { $step } needs { $needs } first.
step-not-by-hand = Liaison can look at { $step } itself. Use Check.
answers-missing = { $step } still has questions without an answer.
answer-refused = That is not an answer to { $answer }.
answer-unknown = The guide asks no question called { $answer }. It asks: { $known }
answer-is-secret = { $answer } is a secret. It is taken only by the step that needs it.
answer-shape-text = One line of visible text, at most 200 characters.
answer-shape-domain = A domain, such as contoso.onmicrosoft.com.
answer-shape-address = An address that begins with https://.
answer-shape-port = A port number from 1024 to 65535.
answer-shape-uuid = An identifier such as 00000000-0000-0000-0000-000000000000.
answer-shape-hex32 = 32 characters, each 0 to 9 or a to f.
answer-shape-choice = One of the choices.
answer-shape-flag = yes or no.
answer-shape-secret = A secret.
note-too-long = A note has at most 2000 characters.
value-missing = { $value } is not known yet. The step { $step } gives it.
link-unknown = The step has no link of that name.
secret-missing = The secret { $secret } is not kept here. Do its step first.
secret-damaged = A kept secret cannot be read any more.
hint-renew-secret = Sign in again, or make the secret anew with its step.
cancelled = Stopped, as you asked. What was sent is recorded.
run-under-way = This setup is being worked on in this window already.
approval-needed = Nobody can be asked here. Look at the plan, then apply it by its fingerprint: --plan { $fingerprint }, or use --yes.
plan-changed = What is there now differs from the plan that was shown, so nothing was written. Look at the new plan ({ $fingerprint }).
retired-not-acknowledged = Microsoft shut the service behind this guide down on { $on }. Before anything real is changed for it, someone must say that they know.
hint-acknowledge = In the window: type the word it asks for. On the command line: --acknowledge-retired.
several-candidates = { $count } objects could be the one of { $step }. Choose which one.
ownership-unsure = It is not certain that { $object } was made by this setup. Liaison leaves it alone.
changed-since = { $object } was changed since this setup made it. Look at it before it is removed.
undo-still-there = What { $step } made is still there after it was deleted. Try undo again in a few minutes.
undo-of-undo = A deletion is not taken back by undo.
verify-failed = { $step } is not as it should be after all. Check it.
write-unknown = The journal names a write ({ $write }) of { $step } that this version does not know.
guide-unknown = There is no guide called { $guide }.
guide-unreadable = The guide in { $file } cannot be read: { $detail }
guide-kind-unknown = The guide uses a kind of step that this version does not know: { $kind }
guide-parameters = The guide's step { $step } has parameters that do not fit: { $detail }
people-none = The file names nobody.
people-unreadable = Line { $line } of the file cannot be read. Each line is a user and the roles, separated by commas.
people-role-unknown = Line { $line } names a role that the guide does not have. It has: { $roles }
people-unresolved = Not exactly one active user each: { $people } ({ $count } of the list).
hint-people = The step's page says why for each. Correct the list, or the users in ServiceNow, and look again.
people-why-nobody = No user has that user name or e-mail address.
people-why-several = Several active users have it.
people-why-inactive = The user is inactive.
people-why-locked-out = The user is locked out.
role-missing = The instance has no role { $role }. It comes with the integration: install that first.
wait-replication = the directory makes the object known everywhere

## This computer

home-unknown = The folder for Liaison's data could not be found.
home-unusable = The folder { $folder } cannot be used: { $detail }
hint-liaison-home = Name another folder in the environment variable LIAISON_HOME.
log-unusable = The log cannot be written: { $detail }
settings-unreadable = The settings file { $file } cannot be read: { $detail }
settings-not-kept = The settings could not be saved: { $detail }
settings-refused = { $field } cannot be used as it is.
store-newer = The data was written by a newer Liaison (format { $found }; this one knows { $known }). It was left as it is.
hint-update-liaison = Install the newest Liaison.
store-damaged = The data cannot be read: { $detail }
store-failed = The data could not be written: { $detail }
disk-full = The disk is full: Liaison's data could not be written. What was kept before is unharmed.
hint-free-space = Free some space and try again. Should a change have been under way, Liaison finds out first what became of it.
store-read-only = Liaison's data cannot be written: the folder or the file belongs to someone else or is read-only.
store-busy = Another program holds Liaison's data and did not let go in time.
journal-altered = The journal was altered outside of Liaison (entry { $entry }). It is not used, so that nothing is done on a false record.
journal-lost = The journal could not be written after a change was sent. Free some disk space; Liaison settles what happened before it goes on.
view-unreadable = Something could not be shown: { $detail }
file-unreadable = { $file } cannot be read: { $detail }
file-not-written = { $file } could not be written: { $detail }
clipboard-missing = The clipboard cannot be reached.
usage = Expected { $expected }.
no-randomness = The system gives no random numbers: { $detail }

keychain-absent = This computer has no keychain that Liaison could use.
keychain-locked = The keychain is locked.
keychain-denied = The keychain refused Liaison.
keychain-failed = The keychain failed: { $detail }
keychain-forgetful = The keychain did not give back what was just put in.
keychain-no-answer = The keychain did not answer within { $seconds } seconds.
keychain-no-collection = The keychain has no default keyring yet.
keychain-entry-refused = The keychain's entry of { $service } is not one that Liaison wrote.
hint-keychain-unlock = Unlock it and try again.
hint-keychain-install = Install gnome-keyring or KWallet, sign in to the desktop again, and try again.
hint-keychain-allow = Allow Liaison in the keychain's own settings.
hint-keychain-collection = Open the passwords application of the desktop once and create the default keyring.
hint-keychain-prompt = Look for a window of the system that asks for a password.
hint-keychain-entry = Look at the entry in the keychain's own application. Removing it loses the secrets that were sealed with it.
hint-identity-new = On a machine without a desktop: make an identity file with "liaison identity new FILE" and name it in LIAISON_IDENTITY.
hint-identity-file-mode = Only you may be able to read it: chmod 600.
identity-file-exists = { $file } is there already, and an identity is never overwritten.
identity-file-not-written = { $file } could not be written: { $detail }
identity-file-missing = There is no identity file at { $file }.
identity-file-unreadable = The identity file { $file } cannot be read: { $detail }
identity-file-refused = { $file } does not hold exactly one age identity.
identity-file-open-to-others = Others can read the identity file { $file } (mode { $mode }), so it is refused.
secret-sealed-by-another-identity = A secret was sealed for { $identity ->
        [gone] an identity that is no longer in the keychain
        [session] a session that has ended
       *[another] another identity
    }, so it cannot be opened here.
sealing-failed = A secret could not be sealed: { $detail }
vault-unproven = It could not be shown that a secret can be kept, so none was asked for.

## Renewal of a secret

renewal-nothing-there = There is no secret of this setup to renew. Apply makes the first one.
renewal-several = This setup has more than one secret. Name the step whose secret is to be renewed.
renewal-none = No secret of this setup is being renewed.
renewal-unfinished = The new secret is not yet with everyone who uses it. Renew again first; it goes on where it stopped.
renewal-going-back = The old secret is on its way back. Put it back again first; it goes on where it stopped.
renewal-user-elsewhere = The seat { $seat } uses the secret and is at another computer, which may have the new one by now. Take the seat back first, then put the old value back.
renewal-used = The new secret is in use, and the old one is being removed. It cannot be put back any more.
renewal-old-gone = The old secret is no longer valid in Entra, so it is not put back. The new one stays.
renewal-no-way-back = Liaison does not have the value of the old secret.
    .what = It cannot be put back by a click: if the new one does not work, only pasting a value that somebody else kept helps.

## Handover

handover-request-unreadable = That is not a request code of Liaison. Paste all of it, as the other side's Liaison shows it.
handover-unreadable = That is not a handover file of Liaison.
handover-too-large = The handover file is larger than 1 MB. Liaison makes none of that size and reads none.
handover-too-much-work = Opening the file was made needlessly slow, so it was not begun. Ask for another file.
handover-newer = The file was made by a newer version of Liaison.
handover-not-for-here = The file is for someone else: this computer made no request for it. Make a request here, and send its code to the sender.
handover-altered = The file was altered or is incomplete. Ask for it again, by another way.
handover-expired = The request for this file is over, and what opened it was destroyed. Make a new request and ask for a new file.
handover-used = This file was already used. Each opens once; make a new request and ask for a new file.
handover-wrong-phrase = The phrase does not open the file. Check it with the sender.
handover-phrase-needed = The file opens with a phrase. Ask the sender for it, by phone.
handover-no-phrase = The file opens with a request of this computer, not with a phrase.
handover-check-phrase = The check phrase is another one. Do not take this file in: somebody may have made it in the sender's place. Ask the sender.
handover-practice-into-real = The file is from practice and this is real, or the other way round. The two never mix.
handover-other-setup = The file or request is for another setup: { $tenant } and { $instance }.
handover-other-guide = The file is for the guide { $guide }, and this setup follows another one.
handover-cloud-needed = The sender's setup is in a cloud of its own. Its addresses are never taken from a file: name them here.
handover-fork = The journals of both computers disagree at entry { $entry }, as when an old copy of a data folder was used again. Nothing was taken in. Take the seat back, or begin a new setup.
handover-not-holder = The file holds a change (entry { $entry }) by a computer that did not have the seat. Nothing was taken in.
seat-elsewhere = The seat { $seat } is at another computer. It is shown here, and only carried out there. If that computer is lost, take the seat back.
seat-is-here = The seat { $seat } is here already.
