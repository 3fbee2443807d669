### Ends of secrets, said by the desktop and looked for by its schedule.

notice-day = { $name }: a secret ends in one day
notice-days = { $name }: a secret ends in { $days } days
notice-practice = Practice. { $notice }
notice-ended = { $name }: a secret has ended
notice-what = Renew it in Liaison. Whatever uses it stops working without a new one.
notification-not-shown = This desktop shows no notification: { $detail } It is tried again the next time.
schedule-no-program = The schedule runs the command line "liaison", which is not beside this program. Install Liaison by its package and switch the schedule on there.
schedule-other-home = The data is in a folder of its own (LIAISON_HOME), which a task of Windows cannot be told. Nothing was scheduled.
schedule-refused = The system did not take the schedule, and nothing is left of it: { $detail }

window-schedule = Look once a day which secrets end
window-schedule-what = Liaison says with a notification when a secret ends in 30, 14, 3 and 1 days: while it runs, or when it starts next. Nothing of it runs in the background. This switch has the operating system run "liaison check --expiry --notify" once a day as you, and takes that away again.
window-schedule-on = The system looks once a day.
window-schedule-off = The system does not look.

cli-schedule-on = The system runs "liaison check --expiry --notify" once a day.
cli-schedule-off = The system runs nothing of Liaison.
cli-notified = Notifications shown: { $count }
