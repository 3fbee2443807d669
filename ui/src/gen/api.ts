// Made from Rust by `./dev generate`. Do not edit.

export type Action = { "action": "sign-in", seat: string, } | { "action": "do-it" } | { "action": "check" } | { "action": "confirm" } | { "action": "reopen" } | { "action": "answer" } | { "action": "people" } | { "action": "adopt" } | { "action": "release" };

export type ApprovalView = { 
/**
 * Only the plan with the approved fingerprint may be applied.
 */
required: boolean, 
/**
 * Number of the change ticket.
 */
number: string, approver: string, 
/**
 * When it may be done, in the approver's words.
 */
window: string, 
/**
 * SHA-256 of the approved plan, in hex; empty while none is.
 */
fingerprint: string, };

export type AskedView = { code: string, 
/**
 * ISO time after which no file for it is opened.
 */
until: string, 
/**
 * The code, for a phone to read.
 */
qr: QrView, seat: string, tenant: string, instance: string, };

export type AskingView = { 
/**
 * Requests whose file is waited for.
 */
asked: Array<AskedView>, 
/**
 * A file was double-clicked and nobody has looked at it yet.
 */
handed: boolean, };

export type BeginView = { home: HomeView, settings: SettingsView, guides: Array<GuideView>, };

export type CandidateView = { object: Object, 
/**
 * What would have to be changed on it; empty where it is as wanted.
 */
fields: Array<FieldDifference>, };

export type CandidatesView = { candidates: Array<CandidateView>, };

export type Change = { step: string, 
/**
 * Which write of the step: the kind's own word, such as `create` or `write-secret`.
 */
write: string, verb: Verb, 
/**
 * `entra.application`, `servicenow.oauth_entity` …: a term in the words.
 */
object: string, 
/**
 * As people will know it.
 */
name: string, 
/**
 * The service's id, when there already is one.
 */
id: string | null, 
/**
 * Fields as they are now; empty for a new object. A secret field holds [`SECRET`].
 */
before: Record<string, unknown>, 
/**
 * Fields as they will be.
 */
after: Record<string, unknown>, marker: Marker, undo: Undo, 
/**
 * Message ids of what remains for ever, whatever is undone.
 */
stays: Array<string>, 
/**
 * The answer carries a secret: the vault is proven before this is sent.
 */
yields_secret: boolean, 
/**
 * Wants a yes of its own, beside that to the plan: the word for it, which ends the message id `asks-…`.
 */
asks?: string, };

export type ClaimsView = { check_phrase: string, name: string, guide: string, practice: boolean, tenant: string, tenant_id: string | null, instance: string, 
/**
 * Client IDs, by the name of their value.
 */
client_ids: { [key in string]: string }, 
/**
 * Answers that come along: the three values for the Microsoft 365 admin among them.
 */
answers: { [key in string]: string }, seat: string, 
/**
 * Who is said to have sent it.
 */
by: string | null, 
/**
 * Steps that are said to be done.
 */
said_done: Array<string>, 
/**
 * Names of the secrets in it.
 */
secrets: Array<string>, };

export type ConfirmedView = { by: string | null, at: string, note: string | null, };

export type ConsentView = { 
/**
 * ISO time.
 */
since: string, 
/**
 * Where an administrator consents, in any browser.
 */
link: string, };

export type CopiedView = { 
/**
 * After so many it is taken away.
 */
seconds: number, };

export type DoctorCheck = { id: string, 
/**
 * The host looked at, where there is one.
 */
about: string | null, verdict: DoctorVerdict, args: { [key in string]: string }, };

export type DoctorVerdict = "fine" | "warning" | "failed" | "not-run";

export type DoctorView = { checks: Array<DoctorCheck>, };

export type Effect = "none" | "done" | "unknown";

export type EntraClient = { "client": "graph-command-line-tools" } | { "client": "azure-cli" } | { "client": "own", client_id: string, };

export type Event = { "event": "progress", setup: string, progress: Progress, } | { "event": "request", setup: string, request: RequestView, } | { "event": "sign-in", setup: string, seat: string, state: SignInState, } | { "event": "setup-changed", setup: string, } | { "event": "let-go", setup: string, secrets: Array<string>, seats: Array<string>, } | { "event": "home-changed" } | { "event": "closing" } | { "event": "update", update: UpdateView, };

export type EvidenceView = { 
/**
 * Nothing is kept of a step with a secret on its screen.
 */
refused: boolean, note: NoteView | null, 
/**
 * Oldest first.
 */
pictures: Array<PictureView>, };

export type ExpiryView = { 
/**
 * The setup's id.
 */
setup: string, name: string, practice: boolean, step: string, 
/**
 * The service's id of it: a key id, nothing secret.
 */
id: string, 
/**
 * ISO time.
 */
ends_at: string, 
/**
 * Whole days until then, rounded up; zero and less where it has ended.
 */
days: number, 
/**
 * Few enough days to do something about it.
 */
soon: boolean, 
/**
 * A newer one is to replace it.
 */
replaced: boolean, };

export type ExplainedView = { problem: Problem, };

export type FieldDifference = { field: string, is: unknown, wanted: unknown, };

export type GivenView = { 
/**
 * Where the file is.
 */
path: string, seat: string, 
/**
 * Both people compare it by phone before the file is opened.
 */
check_phrase: string, 
/**
 * Where the file was asked for without a code: what opens it. Shown on purpose, once.
 */
phrase: string | null, 
/**
 * Names of the secrets in it.
 */
secrets: Array<string>, };

export type GuideView = { id: string, title: string, 
/**
 * ISO date on which the service behind it was shut down.
 */
retired_on: string | null, 
/**
 * Who is needed, in the guide's order.
 */
seats: Array<string>, 
/**
 * Language to Fluent source.
 */
words: { [key in string]: string }, };

export type HomeView = { version: string, 
/**
 * Ids of the guides that are here.
 */
guides: Array<string>, 
/**
 * Newest first.
 */
setups: Array<SetupCard>, 
/**
 * Present while practice runs in this process.
 */
practice: PracticeView | null, 
/**
 * Whether secrets can be kept: a Problem when there is no usable keychain.
 */
keychain: Problem | null, };

export type KeepView = { 
/**
 * Secrets whose use was confirmed.
 */
secrets: boolean, 
/**
 * Sessions of a setup that is complete.
 */
sessions: boolean, };

export type KeptHappened = { setup: string, setup_name: string, name: string, step: string | null, what: KeptHow, 
/**
 * ISO time.
 */
at: string, 
/**
 * Who was signed in, where anybody was.
 */
by: string | null, };

export type KeptHow = "copied" | "handed-over" | "forgotten" | "let-go";

export type KeptSecret = { setup: string, setup_name: string, practice: boolean, 
/**
 * Within the setup: what copy and forget go by.
 */
name: string, what: KeptWhat, 
/**
 * The step that made it; none for a session.
 */
step: string | null, 
/**
 * Whose session it is, or who carries out the step.
 */
seat: string, 
/**
 * The account of a session.
 */
account: string | null, 
/**
 * Steps that handed it to whoever uses it.
 */
used_by: Array<string>, 
/**
 * Steps that are still to do so.
 */
wanted_by: Array<string>, 
/**
 * ISO time: when it was made, or signed in.
 */
since: string | null, 
/**
 * ISO time at which it ends, where that is known.
 */
until: string | null, 
/**
 * Only the session of Liaison that sealed it can open it.
 */
this_session_only: boolean, };

export type KeptView = { kept: Array<KeptSecret>, 
/**
 * What became of secrets here, the latest first.
 */
history: Array<KeptHappened>, 
/**
 * Why nothing outlives this session, where a keychain was wanted.
 */
keychain: Problem | null, rules: KeepView, };

export type KeptWhat = "in-use" | "wanted" | "previous" | "session";

export type KnownBy = "proven" | "read-back" | "person" | "handover";

export type LeftItem = { 
/**
 * Word id `left-<what>`, with how to remove it by hand as `left-<what>.how`.
 */
what: string, name: string, 
/**
 * A date, a version, a role: what else helps to know it.
 */
about: string | null, 
/**
 * This setup made it: undo takes it back.
 */
ours: boolean, 
/**
 * The page where it is removed by hand, to be copied.
 */
address: string | null, };

export type LeftUnseen = { what: string, why: Problem, };

export type LeftView = { items: Array<LeftItem>, 
/**
 * What could not be looked at, and why.
 */
unseen: Array<LeftUnseen>, };

export type Marker = { "is": "field", field: string, value: string, } | { "is": "no-room", because: string, };

export type NetworkFormat = "plain" | "csv" | "comment";

export type NoteView = { text: string, 
/**
 * ISO time.
 */
at: string, by: string | null, in_report: boolean, };

export type Numbered = { n: number, event: Event, };

export type Object = { 
/**
 * The service's own id.
 */
id: string, 
/**
 * As people know it.
 */
name: string, ownership: Ownership, fields: Record<string, unknown>, 
/**
 * Values that later steps may use.
 */
gives: { [key in string]: string }, };

export type Observed = { "is": "absent" } | { "is": "matches", object: Object, } | { "is": "differs", object: Object, fields: Array<FieldDifference>, } | { "is": "several", candidates: Array<Object>, } | { "is": "deleted", object: Object, } | { "is": "unseen", why: Problem, } | { "is": "waiting", needs: Array<string>, } | { "is": "unproven" } | { "is": "by-hand" };

export type Outcome = "in-order" | "changes" | "drift" | "applied" | "undone" | "paused" | "refused";

export type Ownership = "ours" | "theirs" | "unsure";

export type Part = { x: number, y: number, width: number, height: number, };

export type PeopleSeenView = { 
/**
 * Lines by word: `missing`, `granted`, `inherited`, `nobody` …; word ids begin with `people-why-`.
 */
words: Record<string, number>, 
/**
 * Grants of ours that stand.
 */
made: number, 
/**
 * A hundred lines.
 */
lines: Array<Sighting>, 
/**
 * Ask again with this for the lines after them.
 */
next: number | null, };

export type PeopleView = { count: number, 
/**
 * The first hundred.
 */
first: Array<Person>, };

export type Person = { 
/**
 * Position in the list, from 1.
 */
n: number, 
/**
 * `user_name` or e-mail, as typed; or `group:` and the name of a group.
 */
user: string, 
/**
 * Role names asked for; empty means every role that the guide grants.
 */
roles: Array<string>, };

export type PictureView = { id: string, 
/**
 * ISO time.
 */
at: string, by: string | null, 
/**
 * Pixels.
 */
width: number, 
/**
 * Pixels.
 */
height: number, 
/**
 * Of the PNG as it is kept.
 */
sha256: string, in_report: boolean, };

export type PicturesView = { 
/**
 * Name to HTML fragment.
 */
pictures: { [key in string]: string }, };

export type PixelsView = { width: number, height: number, 
/**
 * A PNG in base64.
 */
png: string, };

export type Plan = { purpose: Purpose, 
/**
 * SHA-256 over setup, purpose and changes, in hex.
 */
fingerprint: string, changes: Array<Change>, 
/**
 * Where a person must decide first: an object changed since, an ownership unsure. Applying by fingerprint is that decision.
 */
questions: Array<Problem>, 
/**
 * What was read beside the steps that whoever decides should know. No part of the fingerprint: it describes, and changes nothing.
 */
notes: Array<Problem>, 
/**
 * Message ids of what undo can never take back, or of what undo leaves.
 */
stays: Array<string>, };

export type PlanView = { plan: Plan, steps: Array<StepLine>, 
/**
 * By-hand steps left.
 */
open: Array<string>, 
/**
 * Why the plan is not whole: a step could not be looked at.
 */
problem: Problem | null, };

export type PolicyView = { 
/**
 * Whether it allows client secrets; none where that is not known.
 */
secrets: boolean | null, 
/**
 * The most days that one may be good for, where that is known and limited.
 */
longest_days: number | null, };

export type PracticeAccount = { 
/**
 * `entra` or `servicenow`.
 */
service: string, name: string, roles: Array<string>, };

export type PracticeView = { tenant: string, instance: string, scene: string, accounts: Array<PracticeAccount>, };

export type Problem = { 
/**
 * Message id, for example `network-refused`.
 */
code: string, 
/**
 * What the sentence names: hosts, names, counts. Never a secret.
 */
args: { [key in string]: string }, effect: Effect, 
/**
 * Message ids of what the person can do next.
 */
hints: Array<string>, support?: Support | null, };

export type Progress = { "what": "checking", step: string, } | { "what": "changing", step: string, change: number, } | { "what": "changed", step: string, change: number, } | { "what": "counting", step: string, done: number, of: number, } | { "what": "settling", step: string, } | { "what": "verifying", step: string, } | { "what": "waiting", step: string, reason: string, seconds: number, } | { "what": "warned", step: string, problem: Problem, } | { "what": "failed", step: string, problem: Problem, } | { "what": "finished", step: string, };

export type ProxyView = { "proxy": "system" } | { "proxy": "none" } | { "proxy": "address", address: string, };

export type Purpose = "apply" | "undo";

export type QrView = { 
/**
 * Modules on each side, without the margin that a reader needs around them.
 */
size: number, 
/**
 * SVG path data, a unit a module.
 */
path: string, };

export type QuestionView = { 
/**
 * Answer id; word id is `question-` with dots as dashes.
 */
answer: string, shape: string, options: Array<string>, value: string | null, };

export type Reads = "nothing" | "facts" | "state";

export type RenewalStage = "unfinished" | "waiting" | "putting-back" | "removing";

export type RenewalView = { step: string, stage: RenewalStage, 
/**
 * ISO time of its beginning.
 */
since: string, 
/**
 * The old value is kept here and can be put back.
 */
way_back: boolean, };

export type ReportFormat = "html" | "json" | "markdown";

export type Request = { "do": "begin" } | { "do": "home" } | { "do": "pictures-show", guide: string, } | { "do": "setup-create", name: string, guide: string, tenant: string, instance: string, practice: boolean, 
/**
 * Name or id of a setup whose answers are copied.
 */
like: string | null, } | { "do": "setup-show", setup: string, } | { "do": "setup-delete", setup: string, keep_objects: boolean, } | { "do": "acknowledge", setup: string, } | { "do": "approval-change", setup: string, approval: ApprovalView, } | { "do": "step-show", setup: string, step: string, } | { "do": "step-confirm", setup: string, step: string, note: string | null, } | { "do": "steps-confirm", setup: string, steps: Array<string>, answers: { [key in string]: string }, 
/**
 * As in [`Request::Answer`].
 */
accepted: Array<string>, } | { "do": "step-reopen", setup: string, step: string, } | { "do": "note-keep", setup: string, step: string, text: string, in_report: boolean, } | { "do": "picture-look", setup: string, step: string, file: string, } | { "do": "picture-add", setup: string, step: string, file: string, black: Array<Part>, } | { "do": "picture-show", setup: string, picture: string, } | { "do": "picture-choose", setup: string, picture: string, in_report: boolean, } | { "do": "picture-remove", setup: string, picture: string, } | { "do": "step-adopt", setup: string, step: string, id: string, } | { "do": "step-candidates", setup: string, step: string, id: string | null, } | { "do": "step-release", setup: string, step: string, } | { "do": "answer", setup: string, answers: { [key in string]: string }, 
/**
 * Yeses that answers ask for: the `accept` of each one's problem.
 */
accepted: Array<string>, } | { "do": "people-list", setup: string, text: string, } | { "do": "people-show", setup: string, } | { "do": "people-seen", setup: string, step: string, after: number, } | { "do": "people-seen-save", setup: string, step: string, } | { "do": "sign-in", setup: string, seat: string, with: SignInWay, } | { "do": "sign-in-cancel", setup: string, seat: string, } | { "do": "sign-in-paste", setup: string, seat: string, address: string, } | { "do": "sign-in-qr", setup: string, seat: string, } | { "do": "handover-show" } | { "do": "handover-ask", tenant: string, instance: string, seat: string, } | { "do": "handover-give", setup: string, code: string | null, seat: string | null, } | { "do": "handover-look", file: string | null, phrase?: string | null, } | { "do": "handover-take", check_phrase: string, } | { "do": "seat-take-back", setup: string, seat: string, } | { "do": "sign-in-copy-link", setup: string, seat: string, } | { "do": "consent-copy-link", setup: string, seat: string, } | { "do": "policies-read", setup: string, seat: string, } | { "do": "role-activated", setup: string, } | { "do": "sign-in-explain", setup: string, says: string, } | { "do": "sign-out", setup: string, seat: string, } | { "do": "check", setup: string, step: string | null, } | { "do": "plan", setup: string, step: string | null, } | { "do": "apply", setup: string, fingerprint: string, step: string | null, 
/**
 * The instance's name, typed, where it is labelled production.
 */
instance: string | null, 
/**
 * The yeses that single changes of the plan ask for.
 */
accepted: Array<string>, } | { "do": "verify", setup: string, step: string | null, } | { "do": "undo-plan", setup: string, step: string | null, } | { "do": "undo", setup: string, fingerprint: string, step: string | null, 
/**
 * The instance's name, typed, where it is labelled production.
 */
instance: string | null, } | { "do": "renew-plan", setup: string, step: string, } | { "do": "renew", setup: string, step: string, fingerprint: string, 
/**
 * The instance's name, typed, where it is labelled production.
 */
instance: string | null, } | { "do": "renew-used", setup: string, step: string, how: Use, 
/**
 * The instance's name, typed, where it is labelled production.
 */
instance: string | null, } | { "do": "renew-back", setup: string, step: string, 
/**
 * The instance's name, typed, where it is labelled production.
 */
instance: string | null, } | { "do": "calendar-save" } | { "do": "schedule-show" } | { "do": "schedule-change", on: boolean, } | { "do": "cancel", setup: string, } | { "do": "open", setup: string, step: string, link: string, } | { "do": "copy", setup: string, step: string, value: string, } | { "do": "report-save", setup: string, format: ReportFormat, } | { "do": "plan-save", setup: string, step: string | null, purpose: Purpose, format: ReportFormat, } | { "do": "left", setup: string, } | { "do": "network-save", setup: string, format: NetworkFormat, } | { "do": "seat-page-save", setup: string, seat: string, } | { "do": "support-save" } | { "do": "practice-reset" } | { "do": "kept-show", setup: string | null, } | { "do": "kept-copy", setup: string, name: string, } | { "do": "kept-forget", setup: string, name: string, } | { "do": "keychain-retry" } | { "do": "settings-show" } | { "do": "settings-change", settings: SettingsView, } | { "do": "update-answer", yes: boolean, } | { "do": "doctor" } | { "do": "events-since", after: number, };

export type RequestView = { method: string, host: string, path: string, 
/**
 * It was not carried out, and is sent again after this.
 */
wait: WaitView | null, };

export type RetiredView = { on: string, acknowledged: boolean, };

export type RunView = { setup: string, outcome: Outcome, fingerprint: string | null, 
/**
 * For apply and undo: those made. For check and plan: those that would be.
 */
changes: Array<Change>, steps: Array<StepLine>, 
/**
 * By-hand steps left.
 */
open: Array<string>, 
/**
 * What else was read that whoever decides should know: where the instance records the changes, or recorded them.
 */
notes: Array<Problem>, 
/**
 * Message ids of what remains (undo), or would (plan).
 */
stays: Array<string>, problem: Problem | null, };

export type RunningView = { purpose: Purpose | null, progress: Array<Progress>, };

export type SavedView = { 
/**
 * Where it is.
 */
path: string, };

export type ScheduleView = { on: boolean, };

export type SeatView = { id: string, service: Service | null, 
/**
 * Who is signed in.
 */
account: string | null, 
/**
 * Another computer carries its steps out: they are shown here and left alone.
 */
elsewhere: boolean, 
/**
 * Word id of the application that signs the person in, where it is a matter of choice.
 */
signing: string | null, 
/**
 * Present while an administrator's consent is waited for.
 */
consent: ConsentView | null, 
/**
 * Best way first; empty where the seat signs in nowhere.
 */
ways: Array<SignInWay>, done: number, total: number, };

export type Service = "entra" | "servicenow";

export type SettingsView = { 
/**
 * `system` or a language code such as `en`.
 */
language: string, theme: Theme, proxy: ProxyView, 
/**
 * An extra certificate authority: PEM text, or none. Its subjects are shown by "Check this computer".
 */
extra_ca: string | null, entra_client: EntraClient, 
/**
 * Whether newer versions of Liaison are looked for; none until a build that can do so has asked.
 */
updates: boolean | null, 
/**
 * What is kept although it is needed no more.
 */
keep: KeepView, };

export type SetupCard = { id: string, name: string, guide: string, practice: boolean, tenant: string, instance: string, done: number, total: number, 
/**
 * What ends first, where that is soon.
 */
expires: ExpiryView | null, 
/**
 * An administrator's consent is waited for.
 */
waits_for_consent: boolean, 
/**
 * ISO time of creation.
 */
created_at: string, };

export type SetupView = { id: string, name: string, guide: string, practice: boolean, tenant: string, 
/**
 * Known once the domain was looked up.
 */
tenant_id: string | null, instance: string, cloud: string, 
/**
 * Present where the instance is labelled production: the name to type before anything is changed.
 */
production: string | null, 
/**
 * Present where the service behind the guide is gone and this is not practice.
 */
retired: RetiredView | null, 
/**
 * In the guide's order.
 */
seats: Array<SeatView>, 
/**
 * In the guide's order.
 */
steps: Array<StepLine>, 
/**
 * Where to go on.
 */
next: string | null, done: number, 
/**
 * Steps that count: neither optional nor later.
 */
total: number, 
/**
 * What ends, the first to end first.
 */
expiries: Array<ExpiryView>, 
/**
 * Secrets that are being replaced.
 */
renewals: Array<RenewalView>, 
/**
 * Steps whose secret can be replaced now.
 */
renewable: Array<string>, 
/**
 * Something of ours stands.
 */
owns_anything: boolean, people: number, approval: ApprovalView, policy: PolicyView, 
/**
 * A run that goes on in this process.
 */
running: RunningView | null, 
/**
 * Who else holds the setup, when another process does.
 */
held_by: string | null, };

export type Sighting = { 
/**
 * The line's place in the list, from 1.
 */
n: number, 
/**
 * The object that is meant, as the service numbers it. Empty where none is.
 */
key: string, 
/**
 * As people know it; as typed, where nothing is meant.
 */
name: string, 
/**
 * [`MISSING`], or what the kind says of it instead: ends a message id.
 */
word: string, };

export type SignInNote = "tls-hello" | "foreign-redirect" | "foreign-paste" | "slow" | "elsewhere";

export type SignInState = { "state": "browser", url: string, opened: boolean, } | { "state": "device-code", url: string, code: string, expires_at: string, } | { "state": "note", note: SignInNote, } | { "state": "signed-in", account: string, 
/**
 * What to know about the account, or about the client that signed it in.
 */
notes: Array<Problem>, } | { "state": "failed", problem: Problem, } | { "state": "cancelled" };

export type SignInView = { seat: string, state: SignInState, };

export type SignInWay = "browser" | "device-code";

export type StepLine = { id: string, kind: string, seat: string, state: StepState, known_by: KnownBy | null, 
/**
 * ISO time of when the state was last seen or confirmed.
 */
seen_at: string | null, 
/**
 * Whose word it is, where a person said so and was signed in.
 */
said_by: string | null, 
/**
 * A person does it, or has to say first for whom it is done.
 */
by_hand: boolean, 
/**
 * What Liaison can find out about it.
 */
reads: Reads, optional: boolean, later: boolean, 
/**
 * What happened to what this setup made, as message ids.
 */
drift: Array<string>, 
/**
 * Steps that must be done first and are not.
 */
waits_for: Array<string>, };

export type StepState = "open" | "done" | "differs" | "undecided" | "unseen" | "unsettled";

export type StepView = { line: StepLine, picture: string | null, 
/**
 * For pictures: every value of the setup that is known, by template name.
 */
known: { [key in string]: string }, 
/**
 * To copy, in the guide's order.
 */
values: Array<ValueView>, 
/**
 * Names of pages to open.
 */
links: Array<string>, questions: Array<QuestionView>, confirmed: ConfirmedView | null, evidence: EvidenceView, 
/**
 * What the last check of this process saw.
 */
observed: Observed | null, 
/**
 * The object that a person pointed at, by the id that they gave.
 */
adopted: string | null, problem: Problem | null, 
/**
 * What can be done now, most wanted first.
 */
actions: Array<Action>, 
/**
 * Steps by hand that one person does in one go, this one included, in the guide's order. Only itself where it stands alone.
 */
together: Array<string>, 
/**
 * The step before and after in the guide's order.
 */
previous: string | null, next: string | null, };

export type Support = { 
/**
 * `entra`, `graph` or `servicenow`.
 */
service: string, 
/**
 * HTTP status, when an answer came.
 */
status?: number | null, 
/**
 * The service's own code: `AADSTS7000215`, `Authorization_RequestDenied` …
 */
service_code?: string | null, request_id?: string | null, };

export type Theme = "system" | "light" | "dark" | "high-contrast";

export type Undo = { "is": "automatic" } | { "is": "with-object" } | { "is": "impossible", because: string, };

export type UpdateView = { "update": "may-look", host: string, } | { "update": "may-install", version: string, } | { "update": "replaced", version: string, } | { "update": "opened", version: string, } | { "update": "failed", problem: Problem, };

export type Use = "sign-in-log" | "token-request";

export type ValueView = { 
/**
 * Word id `value-<name>`.
 */
name: string, 
/**
 * None while another step has yet to give it.
 */
value: string | null, };

export type Verb = "create" | "update" | "delete" | "restore";

export type WaitView = { 
/**
 * A message id.
 */
reason: string, seconds: number, };

/** What answers each request. */
export interface Answers {
  "begin": BeginView;
  "home": HomeView;
  "pictures-show": PicturesView;
  "setup-create": SetupView;
  "setup-show": SetupView;
  "setup-delete": HomeView;
  "acknowledge": SetupView;
  "step-show": StepView;
  "step-confirm": StepView;
  "steps-confirm": SetupView;
  "note-keep": StepView;
  "picture-look": PixelsView;
  "picture-add": StepView;
  "picture-show": PixelsView;
  "picture-choose": StepView;
  "picture-remove": StepView;
  "step-reopen": StepView;
  "step-adopt": StepView;
  "step-candidates": CandidatesView;
  "step-release": StepView;
  "consent-copy-link": null;
  "policies-read": PolicyView;
  "answer": SetupView;
  "people-list": PeopleView;
  "people-show": PeopleView;
  "people-seen": PeopleSeenView;
  "people-seen-save": SavedView;
  "network-save": SavedView;
  "left": LeftView;
  "sign-in": SignInView;
  "sign-in-cancel": SetupView;
  "sign-in-paste": SignInView;
  "schedule-show": ScheduleView;
  "schedule-change": ScheduleView;
  "sign-in-qr": QrView;
  "handover-show": AskingView;
  "handover-ask": AskedView;
  "handover-give": GivenView;
  "handover-look": ClaimsView;
  "handover-take": SetupView;
  "seat-take-back": SetupView;
  "sign-in-copy-link": null;
  "role-activated": null;
  "sign-in-explain": ExplainedView;
  "sign-out": SetupView;
  "check": RunView;
  "plan": PlanView;
  "apply": RunView;
  "verify": RunView;
  "undo-plan": PlanView;
  "undo": RunView;
  "renew-plan": PlanView;
  "renew": RunView;
  "renew-used": RunView;
  "renew-back": RunView;
  "calendar-save": SavedView;
  "plan-save": SavedView;
  "approval-change": SetupView;
  "cancel": null;
  "open": null;
  "copy": null;
  "report-save": SavedView;
  "seat-page-save": SavedView;
  "support-save": SavedView;
  "practice-reset": HomeView;
  "settings-show": SettingsView;
  "kept-show": KeptView;
  "kept-copy": CopiedView;
  "kept-forget": KeptView;
  "keychain-retry": KeptView;
  "settings-change": SettingsView;
  "doctor": DoctorView;
  "update-answer": null;
  "events-since": Array<Numbered>;
}

type Unanswered = Exclude<Request["do"], keyof Answers>;
export const everyRequestIsAnswered: [Unanswered] extends [never] ? true : never = true;
