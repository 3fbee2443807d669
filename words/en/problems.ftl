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
tenant-in-other-cloud = The tenant of that domain is in another Microsoft cloud ({ $cloud ->
        [gcc-high] GCC High
        [dod] DoD
        [china] operated by 21Vianet
       *[other] { $cloud }
    }).
hint-other-cloud = Find out first whether what the guide sets up is supported there: the Microsoft 365 support integration is not, in regulated or restricted environments. On the command line, --cloud { $cloud } begins a setup in that cloud.
tenant-changed = The domain { $domain } belongs to another tenant now than when the setup was begun. Begin a new setup for the new tenant.
cloud-unknown = There is no cloud called { $cloud }. Name a built-in one or a file with its addresses.
cloud-refused = The cloud's addresses cannot be used: { $detail }.
practice-mixed = This mixes practice services with real ones. A setup is either practice, with every address on this machine, or real.
practice-not-running = The practice services are not running in this program.
practice-not-started = The practice services could not be started: { $detail }.

instance-hibernating = The instance at { $host } hibernates. Developer instances go to sleep when nobody uses them.
instance-offline = The instance at { $host } is offline and says: { $title }
instance-unrecognised = What answers at { $host } is not a ServiceNow instance (status { $status }, title: { $title }). Check the address.
instance-behind-sign-in = Before the instance at { $host } stands a sign-in page ({ $to }) that even programs are sent to. Liaison cannot pass it.
instance-not-let-in = The instance at { $host } lets nobody in from this network: it refuses before anyone has signed in.
instance-rate-limited = The instance at { $host } takes no more requests for now. It asks to wait { $minutes } minutes.
instance-not-found = There is no instance at { $host }.
hint-instance-own-address = Use the instance's own address, such as name.service-now.com: a custom address may lead through a gateway. Single sign-on inside of the instance is no obstacle; you meet it in the browser.
hint-address-control = An administrator of the instance finds the rules under System Security, IP Address Access Control. Work from a network that they allow, or have this one added.
hint-instance-name = Check the name. It is what stands before .service-now.com in the address when you are signed in to the instance.
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
network-malformed = The answer of { $host } cannot be read: { $detail }.
network-bad-address = An address could not be made from the setup's values for { $host }.
network-other = The request to { $host } failed: { $detail }.
service-throttled = { $service } asks to wait: too many requests. It said: { $message }
service-unavailable = { $service } has a problem of its own at the moment. It said: { $message }
trust-store-missing = This computer's list of trusted certificates cannot be read: { $detail }.
hint-extra-ca = If your company inspects traffic, give Liaison its certificate in Settings, Extra certificate authority.
hint-proxy = Set the proxy in Settings, or ask your network team to let this computer through.

## Sign-in

sign-in-needed = Sign in first: { $seat }.
sign-in-client-missing = The instance signs in only applications that it knows, and it has not been told yet which one Liaison is.
hint-sign-in-client = Go through the step that registers Liaison for signing in, and enter the client ID and the port there exactly as they are in the instance.
servicenow-sign-in-refused = The instance gave no token and does not say why. The usual reasons: another client ID, another port, or a client that is not public with PKCE.
servicenow-user-unseen = The instance signed somebody in but does not show whom. The account must be able to read its own record in sys_user.
servicenow-denied = ServiceNow refuses that to the signed-in person: { $message }
servicenow-not-found = ServiceNow says that the record is not there, or that the signed-in person may not see it.
servicenow-refused = ServiceNow refused the request: { $message }
session-refused = The service no longer accepts the session. Sign in again; nothing of the setup is lost.
sign-in-denied = The sign-in was declined on the service's page.
sign-in-code-expired = The code was not used in time. Begin the sign-in again.
sign-in-timed-out = The browser did not come back in time. Begin the sign-in again, or use the other way to sign in.
sign-in-refused = The service refused the sign-in ({ $code }).
sign-in-impossible = The sign-in could not be carried out.
sign-in-unexpected-answer = { $host } did not answer the sign-in with a token (status { $status }).
sign-in-no-loopback = This computer does not let Liaison listen for the browser's answer: { $detail }.
sign-in-port-taken = Port { $port }, which the sign-in needs, is in use by another program. Close it, or set another port in the setup and in the instance's registration.
sign-in-wrong-tenant = That account signed in to another tenant ({ $tenant }). Sign in with an account of this setup's tenant.
sign-in-not-waiting = No browser is waited for at this seat. Begin the sign-in first.
sign-in-paste-refused = That is not the address that a sign-in ends at. It begins with http://localhost or https://localhost and has a code or an error in it.
sign-in-page-without-number = There is no error number in that. Microsoft's pages show it as "Error Code: 53003" or as AADSTS and digits.
sign-in-note-tls-hello = The browser insists on https, which Liaison's return address on this computer does not speak. Copy the address that the browser ended at and paste it here.
sign-in-note-foreign-redirect = A tab of an earlier sign-in came back. It was ignored.
sign-in-note-foreign-paste = That address belongs to another sign-in. Paste the one of the page that was opened last.
sign-in-note-slow = The browser has not come back yet. If Microsoft's page shows an error, enter its number here, and Liaison explains it.
sign-in-note-elsewhere = The browser has not come back yet. If it shows the instance, or any other page than a sign-in, the client in the instance has another redirect: the instance then says nothing and goes to the first one that it has. Open the client in the Application Registry and compare its Redirect URL with the two addresses of the step that registers Liaison, the port included.
sign-in-token-refused = The identity token of the sign-in is not valid ({ $claim }). The sign-in is not used.
seat-signs-in-nowhere = { $seat } signs in nowhere: that person works in portals only.
seat-unknown = The guide has no seat called { $seat }.
servicenow-no-device-code = ServiceNow has no sign-in with a code for another device. Sign in with the browser of this computer, or hand in a token on standard input (--with token).
token-malformed = That is not a token. Give one line, without spaces, on standard input.
browser-missing = The browser could not be opened.
hint-copy-link = Copy the link and open it in any browser on this computer.
hint-sign-in = Sign in at this seat, then go on where you were.

## Entra (AADSTS): what happened, and what can be done

entra-wrong-secret = Entra says that the client secret is wrong. It also says so of secrets that are seconds old.
hint-entra-wrong-secret = If it was typed or copied: it must be the secret's value, not its ID. Otherwise wait a minute and verify again, or make a new secret.
entra-expired-secret = Entra says that the client secret has expired. It also says so of applications that are seconds old.
hint-entra-expired-secret = Make a new secret with its step, and enter it in ServiceNow.
entra-no-secret-sent = Entra expected a client secret and got none.
hint-entra-no-secret-sent = Enter the secret again where the request comes from.
entra-application-disabled = The application is disabled in this tenant.
hint-entra-application-disabled = In the Entra admin center, open Enterprise apps, the application, Properties, and set Enabled for users to sign-in to Yes.
entra-unknown-application = Entra does not know the application in this tenant. It also says so of applications that are seconds old.
hint-entra-unknown-application = Check the client ID and the tenant. For a new application wait a minute and try again.
entra-unknown-tenant = Entra does not know that tenant.
hint-entra-unknown-tenant = Check the domain, and whether the tenant is in another Microsoft cloud.
entra-no-tenant-named = The address names no tenant.
hint-entra-no-tenant-named = Put the tenant's domain or ID into the address.
entra-tenant-needed = An application cannot sign in at the shared address (common).
hint-entra-tenant-needed = Use the address with the tenant's own domain or ID.
entra-unknown-resource = Entra does not know the resource that a token was asked for in this tenant.
hint-entra-unknown-resource = Check the resource in the request. Microsoft Graph is there in every tenant.
entra-resource-not-supported = This address takes a scope and no resource.
hint-entra-resource-not-supported = Use the address without v2.0, or ask with a scope.
entra-parameter-missing = Entra says that the request lacks a parameter, such as a scope.
hint-entra-parameter-missing = Use the address without v2.0, as the guide does, or send the scope.
entra-conditional-access = A Conditional Access policy of the tenant blocks this sign-in.
hint-entra-conditional-access = Ask whoever manages the policies, or use a computer and network that they allow. The sign-in logs in the Entra admin center name the policy.
entra-conditional-access-workload = A Conditional Access policy for workload identities blocks the application here. That says nothing against the secret: ServiceNow asks from another network and may be let in.
hint-entra-conditional-access-workload = Ask whoever manages the policies to let the application in from ServiceNow's addresses. Test setup in ServiceNow shows whether it is.
entra-device-required = The tenant wants a managed or known device for this sign-in.
hint-entra-device-required = Use a computer that the tenant manages, with its usual browser.
entra-device-code-blocked = The tenant blocks sessions that were begun with a code.
hint-entra-device-code-blocked = Sign in with the browser.
entra-multi-factor-needed = A second factor is needed.
hint-entra-multi-factor-needed = Sign in again and confirm it.
entra-too-many-equal-requests = Entra saw the same request too often.
hint-entra-too-many-equal-requests = Wait a few minutes.
entra-throttled = Entra asks to wait.
hint-entra-throttled = Try again in a few minutes.
entra-other-cloud = The account or tenant is in another Microsoft cloud.
hint-entra-other-cloud = Begin a setup for that cloud. The integration itself is not supported in regulated or restricted environments.
entra-consent-needed = Nobody has consented to the signing-in application yet.
hint-entra-consent-needed = Sign in again and accept what it asks for, or let an administrator consent.
entra-consent-declined = The consent was declined. Without it Liaison cannot register the application.
hint-entra-consent-declined = Sign in again and accept, or choose another application in Settings.
entra-admin-consent-needed = Only an administrator can consent to the signing-in application in this tenant.
hint-entra-admin-consent-needed = Send an administrator the consent link, and sign in again when they have accepted. Application Administrator is enough.
entra-admin-consent-requested = An administrator has been asked for consent.
hint-consent-link = Consent link for an administrator: { $link } (it ends at a page that cannot be shown, which is fine).
hint-entra-admin-consent-requested = Sign in again when they have answered.
entra-not-assigned = The account is not assigned to the signing-in application, which this tenant requires.
hint-entra-not-assigned = Ask for an assignment, or choose another application in Settings.
entra-client-not-preauthorized = The signing-in application may not ask for that permission.
hint-entra-client-not-preauthorized = Choose another application in Settings.
entra-redirect-mismatch = The signing-in application does not know Liaison's return address.
hint-entra-redirect-mismatch = For an application of your own, add http://localhost as a redirect address for mobile and desktop applications.
entra-secret-from-public-client = A secret was sent for an application that has none.
hint-entra-secret-from-public-client = Leave the secret out.
entra-foreign-account = The account belongs to another tenant.
hint-entra-foreign-account = Sign in with an account of this setup's tenant.
entra-unknown-account = Entra does not know that account in this tenant.
hint-entra-unknown-account = Check the account's name, and that it is of this setup's tenant.
entra-account-disabled = The account is disabled.
hint-entra-account-disabled = Use another account, or have it enabled.
entra-session-ended = The session is no longer valid.
hint-entra-session-ended = Sign in again. Nothing of the setup is lost.
entra-code-pending = The sign-in is not finished yet.
hint-entra-code-pending = Finish it on the page.
entra-code-expired = The code was not used in time.
hint-entra-code-expired = Begin the sign-in again.
entra-code-unknown = Entra does not know that code.
hint-entra-code-unknown = Begin the sign-in again, and type the code exactly as it is shown.
entra-code-used = That code or address was used already.
hint-entra-code-used = Begin the sign-in again.
entra-service-principal-missing = The application has no service principal in this tenant. Entra also says so of those that are seconds old.
hint-entra-service-principal-missing = Do the step that makes it. For a new one wait a minute and try again.
entra-other-region = The request came to a data centre that does not have it.
hint-entra-other-region = Begin the sign-in again.
entra-request-mistaken = The request that was sent is not one that Entra takes.
hint-entra-request-mistaken = Begin again. If it stays, it is a mistake in Liaison: save the details for support.
entra-sign-in-interrupted = The sign-in was interrupted on Microsoft's page.
hint-entra-sign-in-interrupted = Begin it again.
entra-unlisted = Liaison does not know what AADSTS{ $code } means.
hint-entra-unlisted = Microsoft explains it at https://login.microsoftonline.com/error?code={ $code }

## Microsoft Graph

graph-denied = The signed-in account may not do this. Graph said: { $message }
hint-graph-denied = It needs the role Cloud Application Administrator or Application Administrator. If you are eligible, activate it at My roles (https://entra.microsoft.com/#view/Microsoft_Azure_PIMCommon/ActivationMenuBlade/~/aadmigratedroles), then go on with I activated it, or --role-activated. Otherwise ask for the role, or let a person who has it sign in.
graph-quota = The account or tenant has reached its number of applications, deleted ones included. Graph said: { $message }
hint-graph-quota = Delete for good what nobody needs (App registrations, Deleted applications), or let an administrator sign in, whose number is not limited.
graph-policy-secrets = A policy of the tenant allows no client secrets. Graph said: { $message }
hint-graph-policy-secrets = Ask whoever manages Enterprise apps, Application policies (https://aka.ms/app-mgmt-policy-ux) to exempt this application from Block password addition, then go on. The application itself stands already. Secrets that it has go on working.
graph-policy-lifetime = A policy of the tenant does not allow a client secret for that long. Graph said: { $message }
hint-graph-policy-lifetime = Choose a shorter time on the step's page (or: liaison set NAME secret-days=90) and go on. The longest allowed is shown under Enterprise apps, Application policies (https://aka.ms/app-mgmt-policy-ux), Restrict max password lifetime.
graph-policy-audience = A policy of the tenant does not allow applications for these accounts. Graph said: { $message }
hint-graph-policy-audience = Ask whoever manages Enterprise apps, Application policies (https://aka.ms/app-mgmt-policy-ux).
graph-service-tree = The tenant wants a service management reference for each application. Graph said: { $message }
hint-graph-service-tree = Enter it on the step's page (or: liaison set NAME application-reference=VALUE) and go on.
graph-busy = Others change the directory at the same moment. Graph said: { $message }
hint-graph-busy = Try again in a minute.
graph-taken = Another object has the same unique name or application. Graph said: { $message }
hint-graph-taken = Check the step: what is there is looked at anew.
graph-not-found = The object is not there. Graph said: { $message }
hint-graph-not-found = Check the setup: somebody may have deleted it. A new object can take a minute to be seen everywhere.
graph-refused = Microsoft Graph refused the request: { $message }
hint-graph-refused = Check the setup, and try again. If it stays, Microsoft's support can say why from the number below.

## Setups and steps

setup-unknown = There is no setup called { $setup } here.
setup-busy = { $holder } is working on this setup. One at a time writes; looking is possible.
setup-owns-objects = Something that { $name } made still exists. Undo it first, or delete the setup and keep the objects knowingly.
hint-wait = Wait until it is done, or close the other program.
step-unknown = The guide has no step called { $step }.
step-adopts-nothing = { $step } cannot use an object that is there already.
step-has-its-own = { $step } has an object of its own. Undo it first.
object-id-refused = That is not an ID. In Entra's portal it looks like 00000000-0000-0000-0000-000000000000, in ServiceNow (sys_id) it is 32 digits and letters from a to f.
adopted-not-there = The object that { $step } should use is not there.
hint-adopted-not-there = Check the ID in the portal, under App registrations: the application (client) ID or the object ID. Or let go of it, and a new one is planned.
application-stopped = Microsoft has disabled { $object } for breaking its terms of use. It gets no tokens, and nothing was changed on it.
hint-application-stopped = A global administrator can ask Microsoft's support why, and to enable it again. Until then undo still removes what this setup made.
consent-not-awaited = No consent is waited for at this seat.
policies-not-readable = Azure CLI cannot ask for the right to read policies. Choose another application in Settings, or go on without.
step-waits = { $step } needs { $needs } first.
step-not-by-hand = Liaison sees by itself whether { $step } is done, so nobody has to say so. Let it look.
answers-missing = { $step } still has questions without an answer.
answer-refused = That is not an answer to { $answer }.
answer-differs = { $value } is { $wanted } in this setup, and { $typed } was typed.
hint-answer-differs = The instance's setup has another registry entry chosen, or the value is of another setup. Go back there to “Choose the registry entry”, choose the one of this setup, and read the value again.
answer-other-host = { $value } is expected at { $wanted }, and this one is at { $accept }.
hint-answer-other-host = Microsoft would send what people ask for to that host. Go on only if it is another address of the same instance; otherwise read the value again.
answer-unknown = The guide asks no question called { $answer }. It asks: { $known }
answer-is-secret = { $answer } is a secret. It is taken only by the step that needs it.
answer-shape-text = One line of visible text, at most 200 characters.
answer-shape-domain = A domain, such as contoso.onmicrosoft.com.
answer-shape-address = An address that begins with https://.
answer-shape-port = A port number from 1024 to 65535.
answer-shape-days = A number of days from 1 to 730.
answer-shape-uuid = An identifier such as 00000000-0000-0000-0000-000000000000.
answer-shape-uuids = Identifiers such as 00000000-0000-0000-0000-000000000000, with commas between; at most five.
answer-shape-hex32 = 32 characters, each 0 to 9 or a to f.
answer-shape-choice = One of the choices.
answer-shape-flag = yes or no.
answer-shape-secret = A secret.
note-too-long = A note has at most 2000 characters.
evidence-secret-step = No note or picture of this step is kept: its page shows a secret.
picture-too-large = The picture is too large. At most { $bytes } MB and { $pixels } million pixels are read.
picture-unreadable = This is no picture that can be read. PNG and JPEG are: { $detail }.
pictures-too-many = Of one step at most { $most } pictures are kept. Remove one first.
picture-unknown = There is no such picture.
value-missing = { $value } is not known yet. The step { $step } gives it.
link-unknown = The step has no link of that name.
value-unknown = The step has no value of that name.
secret-missing = The secret { $secret } is not kept here. Do its step first.
secret-damaged = A kept secret cannot be read any more.
hint-renew-secret = Sign in again, or make the secret anew with its step.
cancelled = Stopped, as you asked. What was sent is recorded.
run-under-way = This setup is being worked on in this window already.
approval-needed = Nobody can be asked here. Look at the plan, then apply it by its fingerprint: --plan { $fingerprint }, or use --yes.
approval-missing = This setup needs an approval, and no plan has been approved. Nothing was written.
approval-of-another-plan = Another plan was approved ({ $approved }) than the one to be applied ({ $fingerprint }). Nothing was written.
plan-changed = What is there now differs from the plan that was shown, so nothing was written. Look at the new plan ({ $fingerprint }).
retired-not-acknowledged = Microsoft shut the service behind this guide down on { $on }. Before anything real is changed for it, someone must say that they know.
hint-acknowledge = In the window: type the word it asks for. On the command line: --acknowledge-retired.
several-candidates = { $count } objects could be the one of { $step }. Choose which one.
namesakes = For { $step }, something of the same name is there already ({ $count }), which this setup did not make. Use it instead, or go on with this plan and there will be one more.
hint-namesakes = It is shown on the step's page, and on the command line by: liaison step NAME STEP candidates
ownership-unsure = It is not certain that { $object } was made by this setup. Liaison leaves it alone.
changed-since = { $object } was changed since this setup made it. Look at it before it is removed.
undo-still-there = What { $step } made is still there after it was deleted. Try undo again in a few minutes.
undo-of-undo = A deletion is not taken back by undo.
verify-failed = { $step } is not as it should be after all. Look at it again.
write-unknown = The journal names a write ({ $write }) of { $step } that this version does not know.
guide-unknown = There is no guide called { $guide }.
guide-unreadable = The guide in { $file } cannot be read: { $detail }.
guide-kind-unknown = The guide uses a kind of step that this version does not know: { $kind }
guide-parameters = The guide's step { $step } has parameters that do not fit: { $detail }.
people-none = The file names nobody.
people-unreadable = Line { $line } of the file cannot be read. Each line is a user and the roles, separated by commas.
people-role-unknown = Line { $line } names a role that the guide does not have. It has: { $roles }
people-unresolved = Not exactly one active user each: { $people } ({ $count } of the list).
hint-people = The step's page says why for each. Correct the list, or the users in ServiceNow, and look again.
people-without-role = { $count } of the list do not have the role although it was given to them. Look at one of them in ServiceNow: somebody may have taken it away since.
people-why-no-group = No group has that name.
people-why-several-groups = Several active groups have that name.
people-why-inactive-group = The group is inactive.
people-why-granted = Has the role.
people-why-inherited = Has the role, by way of a group or another role.
people-why-repeated = Stands in the list more than once.
people-why-missing = Does not have the role.
people-why-nobody = No user has that user name or e-mail address.
people-why-several = Several active users have it.
people-why-inactive = The user is inactive.
people-why-locked-out = The user is locked out.
role-missing = The instance has no role { $role }. It comes with the integration: install that first.
wait-profile = the instance makes the entry's default profile
wait-throttled = the instance takes no more requests for now
wait-replication = the directory makes the object known everywhere
wait-role = the role that was activated becomes known everywhere
wait-service-throttled = the service takes no more requests for now
wait-service-unavailable = the service is not available for the moment
wait-service-unreachable = no connection comes about
hint-step-up = The service asks for a stronger sign-in for this, such as another second factor. Sign in again in the browser: it is asked for there.
proof-without-resource = The secret is proven. A request that does not say what the token is for is refused, though ({ $code }).
hint-proof-without-resource = ServiceNow may send such a request. If Test setup fails there, this is the reason to look for, not the secret.

## This computer

display-absent = Liaison cannot open its window: there is no display (neither WAYLAND_DISPLAY nor DISPLAY leads to one).
web-view-absent = Liaison cannot open its window: Microsoft Edge WebView2, the part of Windows that shows pages, is not on this computer.
hint-web-view = Install the WebView2 Runtime from Microsoft, or run Liaison's installer again, which fetches it.
hint-terminal = In a terminal, the command liaison does the same without a window.
home-unknown = The folder for Liaison's data could not be found.
home-unusable = The folder { $folder } cannot be used: { $detail }.
hint-liaison-home = Name another folder in the environment variable LIAISON_HOME.
log-unusable = The log cannot be written: { $detail }.
settings-unreadable = The settings file { $file } cannot be read: { $detail }.
settings-not-kept = The settings could not be saved: { $detail }.
settings-refused = { $field } cannot be used as it is.

update-not-fetched = The newer version could not be fetched: { $detail }. Liaison asks again at its next start.
update-not-proven = What was fetched is not what Liaison's authors signed, and was thrown away: { $detail }. If this comes again, get the newer version by hand.
update-not-placed = The newer version was fetched, and could not be put in place: { $detail }. Liaison asks again at its next start.
store-newer = The data was written by a newer Liaison (format { $found }; this one knows { $known }). It was left as it is.
hint-update-liaison = Install the newest Liaison.
store-damaged = The data cannot be read: { $detail }.
store-failed = The data could not be written: { $detail }.
disk-full = The disk is full: Liaison's data could not be written. What was kept before is unharmed.
hint-free-space = Free some space and try again. Should a change have been under way, Liaison finds out first what became of it.
store-read-only = Liaison's data cannot be written: the folder or the file belongs to someone else or is read-only.
store-busy = Another program holds Liaison's data and did not let go in time.
journal-altered = The journal was altered outside of Liaison (entry { $entry }). It is not used, so that nothing is done on a false record.
journal-lost = The journal could not be written after a change was sent. Free some disk space; Liaison settles what happened before it goes on.
view-unreadable = Something could not be shown: { $detail }.
file-unreadable = { $file } cannot be read: { $detail }.
file-not-written = { $file } could not be written: { $detail }.
clipboard-missing = The clipboard cannot be reached.
usage = Expected { $expected }.
no-randomness = The system gives no random numbers: { $detail }.

keychain-absent = This computer has no keychain that Liaison could use.
keychain-locked = The keychain is locked.
keychain-denied = The keychain refused Liaison.
keychain-failed = The keychain failed: { $detail }.
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
identity-file-not-written = { $file } could not be written: { $detail }.
identity-file-missing = There is no identity file at { $file }.
identity-file-unreadable = The identity file { $file } cannot be read: { $detail }.
identity-file-refused = { $file } does not hold exactly one age identity.
identity-file-open-to-others = Others can read the identity file { $file } (mode { $mode }), so it is refused.
secret-sealed-by-another-identity = A secret was sealed for { $identity ->
        [gone] an identity that is not in the keychain here
        [session] a session that has ended
       *[another] another identity
    }, so it cannot be opened here.
sealing-failed = A secret could not be sealed: { $detail }.
vault-unproven = It could not be shown that a secret can be kept, so none was asked for.
servicenow-query-ignored = The instance answered with far more rows than can have been asked for: it did not take the query. Nothing was changed.

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
registry-profile-missing = The Application Registry entry { $object } is there, and the instance has not made the default profile that belongs to it. Without one the integration gets no token.
registry-profile-differs = The default profile of the Application Registry entry { $object } says { $is }, and has to say { $wanted }.
hint-registry-profile = Open the entry in the Application Registry and look at its tab OAuth Entity Profiles: there has to be one that is marked as default, with the grant type Client Credentials. Then look again.
production-name-needed = { $instance } is labelled production. Nothing is changed there before somebody types its name: { $instance }
elevation-needed = The instance lets only somebody who has elevated to security_admin change the access of { $object }, and that is not possible for Liaison. Nothing was changed.
hint-elevate-table = In the instance, open your user menu, choose Elevate role, and tick security_admin. Then open System Definition, Tables, the table, Application Access: set Accessible from to All application scopes, tick Can read, and choose Update. Then look again here.
elevation-needed-privilege = The instance lets only somebody who has elevated to security_admin change the cross-scope privilege for { $object }, and that is not possible for Liaison. Nothing was changed.
hint-elevate-privilege = In the instance, open your user menu, choose Elevate role, and tick security_admin. Then open System Applications, Application Cross-Scope Access, and set the row of this table to Allowed, or make one: Operation Read, Target Scope Global, Target Type Table. Then look again here.
rights-missing = Whoever is signed in to the instance may not change { $object }. That takes one of these roles: { $roles }.
hint-rights = Have somebody with such a role sign in here, or have an administrator of the instance give the role to the person who is signed in.
adopted-missing = The Application Registry entry that somebody pointed at ({ $id }) is not there, or may not be seen. Nothing is made in its place.
acceptance-missing = The change of { $object } wants a yes of its own. On the command line: --accept { $accept }
asks-table-access = Scripts of every application in this instance will then be able to read this table. It holds the Application Registries; their secrets stay encrypted. This is a security setting, and undo puts it back.
asks-overwrite-secret = The entry is somebody else's. Whatever secret stands in it is lost for good: it cannot be read, so it cannot be put back. Whoever uses it now gets no token until they use the new one.
note-update-set = The update set { $set } will record these changes.
note-update-set-default = The update set { $set } will record these changes, as nobody picked another. What lands there is hard to find and to carry on: pick or make one of your own first (System Update Sets, Local Update Sets, Make This My Current Set).
note-update-set-unseen = Which update set will record these changes cannot be seen from here. Look at the picker in the instance before you go on.
note-do-not-promote = Do not carry { $object } to another instance with an update set: its secret does not survive that. Set the other instance up by itself.
note-elevation = Many instances want the role security_admin for the access of { $object }, which nobody has by signing in here. If this one refuses, the step says where to do it by hand, and looks again afterwards.
note-same-client = An entry of this client ID is there already: { $object }. A new one is made beside it. To use that one instead, adopt it by its sys_id, { $id }.
note-captured = Recorded in the update set { $set }: { $object } ({ $table })
note-role = { $account } has none of the roles admin, oauth_admin and user_admin in the instance. Looking will work in part, and changing anything will be refused. Sign out, and have somebody sign in who has one.
note-sign-in-pkce = The client that Liaison signs in with does not require PKCE. Sign-ins from here use it all the same; open the client in the Application Registry and tick PKCE required, so that nobody can leave it out.
note-sign-in-not-public = The client that Liaison signs in with is not a public one. Liaison has no use for its secret: open it in the Application Registry and tick Public Client.

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
