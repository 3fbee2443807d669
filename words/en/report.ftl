### The report.

report-title = Liaison report
report-practice = Practice: every service was simulated on one machine. Nothing real was changed.
report-retired = The service behind this guide has been shut down by its maker.
report-tenant = Tenant
report-instance = Instance
report-created = Setup begun
report-made = Report made
report-steps = Steps
report-step = Step
report-seat = Who
report-state = State
report-known = Known how
report-when = When
report-known-what = Read back and proven by use mean that Liaison saw it. Everything else is somebody's word.
report-open = Open points
report-changes = Changes
report-each = For whom
report-no-changes = Nothing was changed.
report-account = Account
report-id = Id
report-ended = Ended
report-stays = What stays
report-none = Nothing.
report-journal = Entries in the journal:
report-journal-what = Each entry carries the hash of the one before. Whoever keeps this fingerprint can see later whether an entry was changed or removed since; it does not prove who wrote them.
report-secrets = No secret is in this report: Liaison's journal holds none. Pictures were not searched.
report-request = Request ID
report-field = Field
report-before = Before
report-after = After
report-people = People on the list
report-by-hand = Left to do by hand
report-fingerprint = Fingerprint of this plan
report-plan-title = Plan
report-undo-title = Plan to take back
report-plan-what = Nothing of this has been changed yet. What is applied by this fingerprint is exactly this plan, or nothing.
report-plan-empty = Nothing would be changed.
report-approval-number = Change number
report-approval-approver = Approver
report-approval-window = Change window
report-approval-fingerprint = Approved fingerprint

## One seat's part, for somebody without Liaison

seat-page-what = This page is all that is needed for this part. Nothing on it is secret.

## The addresses of the firewall step

network-remove = Find rules that let these addresses through, and remove them. The service behind { $host } has been shut down: the addresses may belong to somebody else today. Make no new rule for them.
network-practice = Practice: nothing of this is real, and no firewall is to be changed for it. In a real setup this begins with: find rules that let these addresses through, and remove them.
network-about = Addresses of { $host } for { $instance }, as the document lists them and as DNS answers on
network-address = Address
network-in-document = In the document
network-in-dns = In DNS now
network-yes = yes
network-no = no
network-unknown = no answer

## Notes and pictures that were chosen for the report

report-evidence = Notes and pictures
report-evidence-what = Kept by people, and chosen for this report one by one. Liaison did not check what they show.
report-picture = Picture, in the report as HTML and JSON
