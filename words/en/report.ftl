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
report-changes = Changes
report-no-changes = Nothing was changed.
report-account = Account
report-change = Change
report-name = Name
report-id = Id
report-ended = Ended
report-stays = What stays
report-nothing-stays = Nothing.
report-journal = Entries in the journal:

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
