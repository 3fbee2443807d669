### Words that the window, the command line and the report share.

## What Liaison changes

object-entra-application = app registration
object-entra-service-principal = service principal
object-entra-client-secret = client secret
object-servicenow-oauth-provider = Application Registry entry
object-servicenow-table-access = table access
object-servicenow-scope-privilege = cross-scope privilege
object-servicenow-role-grant = role of a user
verb-create = create
verb-update = change
verb-delete = delete
verb-restore = put back

## How far a step is, and how that is known

state-open = Open
state-done = Done
state-differs = Not as wanted
state-undecided = Needs a decision
state-unseen = Could not be looked at
state-unsettled = Outcome not known yet
known-proven = proven by use
known-read-back = read back
known-person = confirmed by a person
known-handover = said in a handover
ended-landed = made
ended-not-landed = not made
ended-gone = made, and gone since
ended-unsettled = not known

## Why an object carries no mark of ours

no-room-adopted = The application is somebody else's. What it was before is kept, and put back.
no-room-table = The table belongs to the platform. What it was before is kept, and put back.
no-room-role-grant = A grant has no field for a mark. Its own id is kept, and only that grant is taken back.
no-room-privilege = A privilege has no field for a mark. Its own id is kept, and only that privilege is taken back.
no-room-adopted-record = The entry is somebody else's. What its fields were before is kept, and put back; its secret is not.
undo-secret-unreadable = What stood there before cannot be read, so it cannot be put back.
no-room-owner = An owner has no mark. The ID of the one that was added is kept, and only that one is taken out.

## What nobody can take back

stays-soft-deleted-application = A deleted app registration stays under Deleted applications in Entra for 30 days, then goes by itself.
stays-audit-entries = The audit logs of both services keep their entries about what was done.
stays-issued-tokens = A token issued with the secret works until it expires, as a rule within an hour.
stays-consent = The consent given to the signing-in application stays in the tenant. It is listed in Entra under Enterprise applications.
stays-sign-in-client = The OAuth client registered for signing in to ServiceNow stays in the instance, as Liaison needs it to sign in. Remove it last, by hand.
stays-overwritten-secret = The secret that stood in somebody else's Application Registry entry is lost: it could not be read.

## The page that the browser ends on

page-signed-in = You are signed in
    .what = Go back to Liaison. You can close this page.
page-not-signed-in = You are not signed in
    .what = Go back to Liaison; it says what happened. You can close this page.

## Check this computer

doctor-dns = Names are found
    .failed = { $finding ->
        [dns-no-answer] The name server did not answer in time.
       *[dns-missing] The name is not found. Check the spelling of the address and this computer's connection.
    }
    .warning = The name is not found here. That is fine behind a proxy that finds it.
doctor-proxy = Proxy
    .fine = { $finding ->
        [proxy-open] The proxy lets through.
       *[proxy-none] No proxy is used.
    }
    .warning = This kind of proxy cannot be looked at beforehand.
    .failed = { $finding ->
        [proxy-auth] The proxy wants a user name and password ({ $schemes }). Set the proxy in Settings, or ask your network team to let this computer through.
        [proxy-refused] The proxy refuses the way there (status { $status }).
       *[proxy-unreached] The proxy does not answer.
    }
doctor-tls = Certificate
    .fine = { $finding ->
        [tls-not-used] Plain http, as always on this machine's own services.
       *[tls-trusted] Trusted. Issuer: { $issuer }
    }
    .failed = { $finding ->
        [tls-untrusted] Not trusted. Issuer: { $issuer }. If your company inspects traffic, give its certificate in Settings.
       *[tls-unreached] The host could not be reached.
    }
doctor-clock = This computer's clock
    .fine = It agrees with the service.
    .warning = It differs from the service's by { $seconds } seconds.
    .failed = It differs from the service's by { $seconds } seconds. Sign-in fails with a wrong clock: set it.
doctor-loopback = The browser can come back
    .fine = A page of the browser reaches Liaison.
    .failed = This computer does not let a browser reach Liaison. Sign in by device code, or paste the final address.
doctor-browser = Browser
    .fine = Liaison can open one.
    .warning = There is no display to show a browser on. Use a device code, or open the link elsewhere.
doctor-keychain = Keychain
    .fine = A test secret was put in, read back and removed.
    .failed = { $finding ->
        [keychain-locked] It is locked. Unlock it and try again.
        [keychain-absent] There is none that Liaison could use.
        [keychain-no-collection] It has no default keyring yet.
        [keychain-no-answer] It does not answer. Look for a window of the system that asks for a password.
       *[other] It could not keep a test secret ({ $finding }).
    }

renewal-stage-unfinished = A new secret of “{ $step }” is on its way. The old one still works. Renew again to go on.
renewal-stage-waiting = For “{ $step }”, both secrets are valid, and Liaison waits for proof that the new one is used. Nothing outside ServiceNow can show that, so a person looks.
renewal-stage-putting-back = The old secret of “{ $step }” is on its way back. Put it back again to go on.
renewal-stage-removing = One of the two secrets of “{ $step }” is used by nobody any more and still has to be removed. Renew again to go on.
renewal-way-back = The old value is kept here and can be put back.

calendar-ends = The secret of “{ $step }” ends: { $name }
    .what = The secret with the key { $key } stops working. Renew it in Liaison before: { $name }.
## What is left of an integration

left-nothing = Nothing is left where Liaison could look.
left-ours = (made by this setup: undo takes it back)
left-application = App registrations that send people to this instance
    .how = By hand: open it in Entra, make sure that nothing else uses it, and choose Delete. It can be restored for 30 days.
left-application-secret = Their client secrets, and when they end
    .how = By hand: under Certificates & secrets, delete each that nothing uses any more.
left-store-app = The store application
    .how = By hand: in the instance, open System Applications, All Available Applications, All, choose it, and then Uninstall.
left-registry-entry = Application Registry entries that ask Microsoft for tokens
    .how = By hand: open the entry, make sure that nothing else uses it, delete its profiles and scopes, then the entry.
left-scope-privilege = Cross-scope privileges of the store application
    .how = By hand: they go with the application. Delete one that stays behind in System Applications, Application Cross-Scope Access.
left-role-grant = Roles of the integration that somebody has directly
    .how = By hand: open the user or group, choose Roles, Edit, and take the role out.
left-sign-in-client = The OAuth client with which Liaison signs in
    .how = By hand, last of all: delete the entry in System OAuth, Application Registry. Liaison cannot sign in afterwards.

## What happened to what the setup made

drift-application-deleted = Somebody deleted the registration. It can be restored for 30 days, with its secrets.
drift-application-gone = The registration that this setup made is gone for good, and its secrets with it.
drift-application-stopped = Microsoft disabled the application. It gets no tokens.
drift-application-disabled = Somebody deactivated the application. It gets no new tokens.
drift-application-redirect = Somebody removed the redirect address of the instance.
drift-application-audience = Somebody changed which accounts the application is for.
drift-application-renamed = Somebody renamed the registration.
drift-principal-disabled = Somebody disabled the enterprise application. It gets no tokens.
drift-principal-gone = Somebody deleted the enterprise application (service principal). It gets no tokens.
drift-secret-gone = The client secret that this setup made was removed or has ended.

## An administrator's consent that is waited for

waits-for-consent = Waiting for consent

## What the tenant's app management policy allows

policy-unknown = Whether a policy of the tenant limits client secrets is not known. It shows when one is made, and then nothing is lost.
policy-open = The tenant's policy allows client secrets, for as long as is wanted.
policy-longest = The tenant's policy allows client secrets for at most { $days } days.
policy-no-secrets = The tenant's policy allows no new client secrets. Whoever manages Enterprise apps, Application policies can exempt an application.
