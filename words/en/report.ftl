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
