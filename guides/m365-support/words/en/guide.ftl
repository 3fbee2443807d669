### Words of the guide. Portal names are terms, spelled as the portals spell them.

-entra = Microsoft Entra
-servicenow = ServiceNow
-m365-admin-center = Microsoft 365 admin center
-app-registrations = App registrations
-integration = Microsoft 365 support integration
-application-registry = Application Registry

seat-entra-admin = Microsoft Entra administrator
    .what = Registers the application that ServiceNow uses to ask Microsoft for tokens.
seat-servicenow-admin = ServiceNow administrator
    .what = Registers that application in the instance, and goes through the setup wizard.
seat-m365-admin = Microsoft 365 administrator
    .what = Enters three values in the { -m365-admin-center }. Needs no Liaison: the page with the values can be sent.

## The Microsoft side

step-application = Register the application
    .what = ServiceNow needs an application in your tenant. Liaison registers it for accounts of your organization only, with the instance's redirect address.
    .how-1 = In { -entra }, open { -app-registrations } and choose New registration.
    .how-2 = Enter the name, choose Accounts in this organizational directory only, and choose Register.
    .how-3 = Open Authentication, choose Add a platform, then Web, and enter the redirect address.
    .how-4 = On Overview, the Application (client) ID is the one that ServiceNow asks for later.
    .trouble = If registering is refused, the account needs the role Cloud Application Administrator. A role of Privileged Identity Management has to be activated first.
step-service-principal = Let the application stand in the tenant
    .what = An application issues tokens only where it has a service principal. The portal makes one silently; Liaison makes it and says so.
step-client-secret = Make a client secret
    .what = ServiceNow proves with a secret that it may use the application. Liaison makes one, seals it on this computer, and puts it into ServiceNow later. Nobody has to see it.
    .how-1 = In { -app-registrations }, open the application, then Certificates & secrets.
    .how-2 = Choose New client secret, enter a description and an end date, and choose Add.
    .how-3 = The value is shown once. Copy it into { -servicenow } at once; nowhere else.
    .trouble = If the tenant forbids client secrets, a policy of it says so. Ask whoever manages application policies.
step-client-secret-proof = Prove the secret
    .what = Liaison asks { -entra } for a token with the secret, just as the instance will. The token is thrown away.
    .trouble = A new secret can take a minute until every server knows it. Liaison waits for that.

## The ServiceNow side

step-sign-in-client = Register Liaison in the instance
    .what = { -servicenow } signs in only applications that it knows. This is done once for an instance; the link opens the form with everything filled in.
    .how-1 = Open the form with the link. It registers a public client that must use PKCE.
    .how-2 = Check that the redirect addresses are the ones shown here, and choose Submit.
    .how-3 = Open the new entry, copy its Client ID, and enter it here.
    .trouble = If the browser ends on another page after signing in, the redirect address of the entry differs: the instance then sends people to the first address it has.
step-store-app = Look for the integration app
    .what = The { -integration } must be installed in the instance, version 2.0.0 or later. Liaison looks which version is there.
    .how-1 = If it is missing, get { -integration } in the ServiceNow Store and install it under All Available Applications.
    .how-2 = If it is version 1.0.11 or earlier, choose Update there: a new setup of that version is not possible.
step-table-access = Let the integration read the registry
    .what = The setup wizard reads the table oauth_entity from its own application scope. The table has to allow that.
    .how-1 = Open the table oauth_entity under System Definition, Tables.
    .how-2 = On Application Access, set Accessible from to All application scopes and tick Can read.
    .trouble = Without it the wizard says that a read operation against oauth_entity has been refused by the cross-scope access policy.
step-registry-record = Register the application in ServiceNow
    .what = The instance gets the application's client ID and secret, and where to ask for tokens.
    .how-1 = Check that the application picker says Global. If not: Settings, Developer, Applications, Global.
    .how-2 = Open System OAuth, { -application-registry }, choose New, then Connect to a third party OAuth Provider.
    .how-3 = Enter the name, the client ID and the client secret.
    .how-4 = Set Default Grant type to Client Credentials, and enter the token address and the redirect address.
    .how-5 = Choose Submit.
step-network = Let the service through the firewall
    .what = Only where your company limits access by address: let these six through, inbound and outbound. Liaison also asks DNS which addresses connector.rave.microsoft.com has today.
    .how-1 = Compare the list with the live answer. They may differ, as the service has been shut down; addresses may have other owners by now.
    .how-2 = Ask your network team to allow them for inbound and outbound API access.

## The setup wizard

step-wizard-scope = Switch to the integration's scope
    .what = The setup belongs to the integration's own application scope.
    .how-1 = In { -servicenow }, open the application picker and choose { -integration }.
step-wizard-open = Open the setup
    .what = The wizard is in the navigator.
    .how-1 = Type Microsoft 365 in the navigator.
    .how-2 = Under Microsoft 365 support, choose Setup.
    .trouble = If it says that a read operation against oauth_entity was refused, the step "Let the integration read the registry" is not done.
step-wizard-agree = Agree
    .what = The integration shows what it sends to Microsoft.
    .how-1 = Read it, and choose Agree to go on.
step-wizard-environment = Say which environment this is
    .what = A test environment is marked as one, and the mark can be taken off later.
    .how-1 = Choose here whether this is a test or a production instance.
    .how-2 = For a test instance, tick This is a test environment.
    .how-3 = Start the setup.
step-wizard-tenant = Enter the tenant's domain
    .what = The integration asks for the domain of the Microsoft 365 tenant.
    .how-1 = Enter the domain and go on.
step-wizard-entra-app = Confirm the Entra application
    .what = The application was registered in the steps before, so there is nothing more to do here.
    .how-1 = Choose Done.
step-wizard-servicenow-app = Choose the registry entry
    .what = The entry that this setup made is in the list.
    .how-1 = Choose the entry with the name shown here.
    .how-2 = Choose Next.
step-integration-values = Copy the three values
    .what = The page Step 6 – Complete the Integration shows three values. The Microsoft 365 administrator needs them. None of them is secret.
    .how-1 = Copy Outbound App ID, Repository ID and Endpoint from the page into the fields here.
    .how-2 = Do not choose Test setup yet: the Microsoft 365 side is not ready before the next steps are done.

## The admin center

step-verify-values = Verify the three values
    .what = Before they are entered, compare the values with the page in { -servicenow }. The Outbound App ID is the application's client ID.
    .how-1 = Compare each value with Step 6 – Complete the Integration.
    .how-2 = Nobody chooses Test setup in { -servicenow } before these steps are done.
step-admin-basic = Name ServiceNow as the support tool
    .what = The { -m365-admin-center } has to know which tool sends support cases, and by which application.
    .how-1 = Open the { -m365-admin-center }, Settings, Org settings, Organization profile, Support integration.
    .how-2 = On the tab Basic information, choose ServiceNow under Internal support tool.
    .how-3 = Enter the Outbound App ID in Application ID to issue Auth Token.
step-admin-repository = Add the repository
    .what = The repository tells Microsoft which instance it talks to.
    .how-1 = On the tab Repositories, choose New repository.
    .how-2 = Enter the Repository ID in Repository, and the Endpoint in Endpoint.
step-admin-save = Save
    .what = Nothing of it holds before it is saved.
    .how-1 = Choose Save.

## Proof, people, later

step-test-setup = Test the setup
    .what = The integration itself tests whether everything fits together.
    .how-1 = Go back to the setup in { -servicenow } and choose Test setup.
    .how-2 = It says that the test succeeded: say here that it is done.
    .trouble = If it names a problem: a token that cannot be had points to the registry entry; an unknown repository, endpoint or application points to the admin center. Check in Liaison finds what differs on the parts that it made.
step-link-account = Link an account for support cases
    .what = Only for escalating incidents to Microsoft. One Microsoft 365 account that may create support cases is enough for the whole app; members do not link their own.
    .how-1 = In { -servicenow }, open Microsoft 365 support, Link Account.
    .how-2 = Enter the e-mail address of the account and save.
step-test-environment-off = Turn the test environment off
    .what = Once the tests are done and the instance goes into use.
    .how-1 = Open the setup again and untick This is a test environment.
step-administrator-role = Give the administrator role
    .what = Everyone who escalates incidents to Microsoft needs x_mioms_m365_assis.administrator. List the people once, for this role and the next.
    .how-1 = Open the user in { -servicenow }, and on the related list Roles choose Edit.
    .how-2 = Add x_mioms_m365_assis.administrator and save. Giving it to a group works as well.
    .trouble = If the role is not there, the integration is not installed. Somebody who cannot be found is listed with the reason; correct the list or the user, and look again.
step-insights-role = Give the insights role
    .what = Everyone who should see Recommended Solutions & Articles and Microsoft Service Health in incidents needs x_mioms_m365_assis.insights_user. It is not needed to create support cases.
    .how-1 = Open the user in { -servicenow }, and on the related list Roles choose Edit.
    .how-2 = Add x_mioms_m365_assis.insights_user and save. Giving it to a group works as well.

## Values, links, questions

value-name = Name
value-redirect = Redirect address
value-client-id = Application (client) ID
value-token-url = Token address
value-tenant-domain = Tenant domain
value-addresses = Addresses
value-outbound-app-id = Outbound App ID
value-repository-id = Repository ID
value-endpoint = Endpoint
value-role = Role
link-app-registrations = Open App registrations
link-credentials = Open Certificates & secrets
link-sign-in-client = Open the filled-in form
link-application-manager = Open All Available Applications
link-tables = Open the table
link-application-registry = Open the Application Registry
link-application-picker = Open the instance
link-instance = Open the instance
link-admin-center = Open the admin center
link-users = Open the users
question-servicenow-sign-in-client = Client ID of the new entry
question-servicenow-sign-in-port = Port for signing in
question-secret-days = Days that the client secret is good for (at most 730; Microsoft recommends less than a year)
question-environment = Environment
    .production = Production
    .test = Test environment
question-outbound-app-id = Outbound App ID
question-repository-id = Repository ID
question-endpoint = Endpoint
