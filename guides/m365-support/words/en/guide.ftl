### Words of the guide. Portal names are terms, spelled as the portals spell them.

-entra = Microsoft Entra admin center
-servicenow = ServiceNow
-m365-admin-center = Microsoft 365 admin center
-app-registrations = App registrations
-integration = Microsoft 365 support integration
-application-registry = Application Registry

seat-entra-admin = Microsoft Entra administrator
    .what = Registers the application that ServiceNow uses to ask Microsoft for tokens. In Microsoft's document: the AAD Admin.
seat-servicenow-admin = ServiceNow administrator
    .what = Registers that application in the instance, and goes through the setup wizard.
seat-m365-admin = Microsoft 365 administrator
    .what = Enters three values in the { -m365-admin-center }. Needs no Liaison.

## The Microsoft side

step-application = Register the application
    .what = ServiceNow needs an application in your tenant's Microsoft Entra ID (formerly Azure Active Directory, AAD). Liaison registers it for accounts of your organization only, with the instance's redirect address.
    .how-1 = In the { -entra } (or the Azure portal), open { -app-registrations } and choose New registration.
    .how-2 = Enter the name, choose Accounts in this organizational directory only, and choose Register.
    .how-3 = Open Authentication, choose Add a platform, then Web, and enter the redirect address.
    .how-4 = On Overview, copy the Application (client) ID. ServiceNow asks for it later.
    .trouble = If registering is refused, the account needs the role Cloud Application Administrator. If it has the role through Privileged Identity Management, activate it first.
step-service-principal = Create the service principal
    .what = An application gets tokens only in a tenant where it has a service principal. The portal creates one silently and lists it under Enterprise applications; Liaison creates it and says so.
step-client-secret = Create a client secret
    .what = With a secret, ServiceNow proves that it may use the application. Liaison creates one, seals it on this computer, and puts it into ServiceNow later. Nobody has to see it.
    .how-1 = In { -app-registrations }, open the application, then Certificates & secrets.
    .how-2 = Choose New client secret, enter a description and an end date, and choose Add.
    .how-3 = The value is shown once. Copy it into { -servicenow } at once; nowhere else.
    .trouble = If Entra refuses, a policy of the tenant may forbid client secrets. Ask whoever manages its application policies.
step-client-secret-proof = Prove the secret
    .what = Liaison asks Entra for a token with the secret, just as the instance will. The token is thrown away.
    .trouble = A new secret can take a minute until every server knows it. Liaison waits for that.

## The ServiceNow side

step-sign-in-client = Register Liaison in the instance
    .what = { -servicenow } signs in only applications that it knows. This is done once for an instance; the link opens the form with everything filled in.
    .how-1 = Open the form with the link. It registers a public client that must use PKCE.
    .how-2 = Check that the redirect addresses are the ones shown here, and choose Submit.
    .how-3 = Open the new entry, copy its Client ID, and enter it here.
    .trouble = If the browser ends on another page after signing in, the entry has another redirect address: the instance sends people to the first one that it has.
step-store-app = Check the integration app
    .what = The { -integration } must be installed in the instance, version 2.0.0 or later. Liaison checks which version is there.
    .how-1 = If it is missing, get { -integration } in the ServiceNow Store and install it under All Available Applications.
    .how-2 = If it is version 1.0.11 or earlier, choose Update there: a new setup of that version is not possible.
step-table-access = Let the integration read the registry
    .what = The setup wizard reads the table oauth_entity from its own application scope. The table has to allow that.
    .how-1 = Open the table oauth_entity under System Definition, Tables.
    .how-2 = On Application Access, set Accessible from to All application scopes and tick Can read.
    .how-3 = Choose Update.
    .trouble = Without it the wizard says that a read operation against oauth_entity has been refused by the cross-scope access policy.
step-scope-privileges = Check the integration's privileges
    .what = The integration may read the tables oauth_entity and oauth_entity_profile from its own application scope only with a cross-scope privilege for each. Installing it brings both.
    .how-1 = Open System Applications, Application Cross-Scope Access. In newer instances: open the link below.
    .how-2 = For each of the two tables, look for a row with the integration as Source Scope, Operation Read and Status Allowed. Set Status to Allowed where it says Requested or Denied.
    .how-3 = Where there is none, elevate to security_admin, choose New, enter Source Scope, Target Scope Global, Target Name, Target Type Table, Operation Read and Status Allowed, and choose Submit.
step-registry-record = Register the application in ServiceNow
    .what = The instance gets the application's client ID and secret, and where to ask for tokens.
    .how-1 = Check that the application scope is Global: choose the globe at the top right. In the older interface: Settings, Developer, Applications.
    .how-2 = Open System OAuth, { -application-registry }, choose New, then Connect to a third party OAuth Provider.
    .how-3 = Enter the name, the client ID and the client secret.
    .how-4 = Set Default Grant type to Client Credentials, and enter the token address and the redirect address.
    .how-5 = Choose Submit.
    .trouble = The document writes auth_redirect.do in the redirect address. Instances have no such page: oauth_redirect.do is what they enter themselves. No redirect is used with Client Credentials, so that either will do.
step-network = Look at the firewall's rules
    .what = Only where your company limits access by address. The document has six addresses let through, inbound and outbound. The service behind them has been shut down, and they may have other owners by now. Liaison also asks DNS which addresses connector.rave.microsoft.com has today.
    .how-1 = Compare the list with the live answer.
    .how-2 = Have your network team find rules that let any of these addresses through, inbound or outbound, and remove them. Make no new rule for them.

## The setup wizard

step-wizard-scope = Switch to the integration's scope
    .what = The setup belongs to the integration's own application scope.
    .how-1 = In { -servicenow }, choose the globe at the top right, then the application scope. In the older interface: Settings, Developer, Applications.
    .how-2 = Choose { -integration }.
step-wizard-open = Open the setup
    .what = The wizard is in the navigator.
    .how-1 = Type Microsoft 365 in the navigator.
    .how-2 = Under Microsoft 365 support, choose Setup.
    .trouble = If it says that a read operation against oauth_entity was refused, the step "Let the integration read the registry" is not done.
step-wizard-agree = Agree to the setup
    .what = The wizard asks for agreement before it begins.
    .how-1 = Read what it says, and choose Agree.
step-wizard-environment = Choose the environment
    .what = A test environment is marked as one. The mark can be taken off after the tests.
    .how-1 = Choose here whether this is a test or a production instance.
    .how-2 = For a test instance, tick This is a test environment.
    .how-3 = Choose Start setup.
step-wizard-tenant = Enter the tenant's domain
    .what = The integration asks for the domain of the Microsoft 365 tenant.
    .how-1 = Enter the domain, and choose Next.
step-wizard-entra-app = Confirm the Entra application
    .what = The wizard says AAD app: Azure Active Directory, now Microsoft Entra ID. The steps before registered it, so nothing is left to do here.
    .how-1 = Choose Done.
step-wizard-servicenow-app = Choose the registry entry
    .what = The wizard lists the OAuth applications of the instance. The one that this setup made is among them.
    .how-1 = Choose the entry with the name shown here.
    .how-2 = Choose Next.
step-integration-values = Copy the three values
    .what = The page Step 6 – Complete the Integration shows three values. The Microsoft 365 administrator needs them. None of them is secret.
    .how-1 = Copy Outbound App ID, Repository ID and Endpoint from the page into the fields here.
    .how-2 = Do not choose Test setup yet: the Microsoft 365 side is not ready before the next steps are done.

## The admin center

step-verify-values = Verify the three values
    .what = Before they are entered, compare the values with the page in { -servicenow }. The Outbound App ID is the application (client) ID.
    .how-1 = Compare each value with Step 6 – Complete the Integration.
    .how-2 = Leave Test setup in { -servicenow } alone until these steps are done.
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
    .what = Nothing counts until it is saved.
    .how-1 = Choose Save.

## Proof, people, later

step-test-setup = Test the setup
    .what = The integration itself tests whether everything fits together.
    .how-1 = Go back to the setup in { -servicenow } and choose Test setup.
    .how-2 = If it says that the validation was successful, confirm this step here.
    .trouble = If it names a problem: without a token, look at the registry entry; with an unknown repository, endpoint or application, look at the admin center. Look again in Liaison finds what differs in the parts that it made.
step-link-account = Link an account for support cases
    .what = Only for escalating incidents to Microsoft. One Microsoft 365 account that may create support cases is enough for the whole app; members do not link their own.
    .how-1 = In { -servicenow }, open Microsoft 365 support, Link Account.
    .how-2 = Enter the e-mail address of the account and save.
step-test-environment-off = Turn the test environment off
    .what = Do this once the tests are done and the instance goes into use.
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
link-privileges = Open the privileges
link-registry-record = Open the entry, to paste the secret there
link-application-picker = Open the instance
link-instance = Open the instance
link-admin-center = Open the admin center
link-users = Open the users
question-servicenow-sign-in-client = Client ID of the new entry
question-servicenow-sign-in-port = Port for signing in
question-secret-days = Days that the client secret is good for (at most 730; Microsoft recommends less than a year)
question-application-notes = Notes on the registration (optional), such as the number of the change ticket
question-application-reference = Service management reference (optional): the application's number in your service or asset database
question-application-owners = More owners (optional): object IDs of people, with commas between
    .what = IDs, because looking people up would need another right. They are in the portal under Users, Properties, Object ID.
question-environment = Environment
    .production = Production
    .test = Test environment
question-outbound-app-id = Outbound App ID
question-repository-id = Repository ID
question-endpoint = Endpoint

## Pictures, for whoever does not see them: which page it is, and where to look on it

picture-application =
    .register = App registrations, Register an application. Choose the first account type, Accounts in this organizational directory only; Register is below.
    .web = The application's page, Authentication, after Add a platform and Web. Enter the address in the first field of Configure Web, Redirect URIs; Configure is below.
picture-client-secret = The application's page, Certificates & secrets, tab Client secrets. Choose New client secret, above the list.
picture-sign-in-client = The filled-in form of a new Application Registries record. Choose Submit, top right.
picture-store-app = All Available Applications, tab Installed. Choose Update in the line of Microsoft 365 support integration.
picture-table-access = The record of the table oauth_entity, tab Application Access. Can read is ticked, below Accessible from: All application scopes; Update is top right.
picture-registry-record =
    .scope = System Settings, Developer. Application, the first list, is set to Global.
    .form = The form of a new Application Registries record. Default Grant type, the fourth field, is set to Client Credentials; Submit is top right.
picture-application-picker = The list of application scopes under the globe, top right. Choose Microsoft 365 support integration.
picture-navigator = The navigator on the left, with Microsoft 365 typed into its filter. Choose Setup under Microsoft 365 support.
picture-wizard-agree = The first page of the setup. Choose Agree, at the bottom.
picture-wizard-environment = Step 2 of the setup. The box This is a test environment is above the button Start setup.
picture-wizard-environment-off = Step 2 of the setup. The box This is a test environment, above the button Start setup, is empty.
picture-wizard-tenant = Step 3 of the setup. Enter the domain in the only field; Next is below.
picture-wizard-entra-app = Step 4 of the setup, the Azure Active Directory (AAD) app. Choose Done, at the bottom.
picture-wizard-servicenow-app = Step 5 of the setup, the ServiceNow OAuth app. Choose the registration in the only list; Next is below.
picture-wizard-complete = Step 6 – Complete the Integration. The three values are below each other, each with a button that copies it.
picture-verify-values = Step 6 – Complete the Integration. Compare the three values, below each other. Leave Test setup, at the bottom, alone.
picture-test-setup =
    .press = Step 6 – Complete the Integration. Choose Test setup, at the bottom.
    .validated = The setup after the test. A line at the top says that the validation was successful.
picture-admin-basic = Support integration, on the right under Org settings, tab Basic information. Enter the value in Application ID to issue Auth Token, below Internal support tool: ServiceNow.
picture-admin-repository =
    .new = Support integration, tab Repositories. Choose New repository, above the list.
    .fields = Support integration, the new repository. Enter both values, Repository above and Endpoint below; Add is at the bottom.
picture-admin-save = Support integration, tab Repositories, with the repository in the list. Choose Save, at the bottom.
picture-administrator-role = The user's roles. x_mioms_m365_assis.administrator is in the right list, Roles List; Save is top right.
picture-insights-role = The user's roles. x_mioms_m365_assis.insights_user is in the right list, Roles List; Save is top right.
picture-link-account = Link Account, under Microsoft 365 support. Enter the address in the only field; Save is below.
    .account = An account that may create support cases

## Before anything is begun

first-m365-support-where-1 = Microsoft Entra: one app registration with a client secret.
first-m365-support-where-2 = ServiceNow: one entry in the Application Registry, read access to one table, and a role for each person you list.
first-m365-support-where-3 = Microsoft 365 admin center: one support integration, entered by hand.
first-m365-support-stays-1 = Everything that Liaison did not make: other applications, users, mailboxes, tickets.
first-m365-support-stays-2 = Nothing is changed before you have seen it and said so. Take back removes what this setup made, and nothing else.
first-m365-support-before-1 = The three administrators above. One person can be all of them.
first-m365-support-before-2 = The Microsoft 365 support integration, version 2.0.0 or later, installed in the instance.
first-m365-support-before-3 = About 40 minutes: Liaison's part takes a few, the rest is done by hand in the portals. You can stop anywhere and go on later.
