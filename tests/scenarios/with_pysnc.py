# Reads and changes practice's tables with ServiceNow's own Python client, as a script of an administrator would.
# Started by foreign_client.rs with the instance's address.
import sys

import pysnc

# The client wants https and looks at the letters only; practice is http on this machine.
address = sys.argv[1].replace("http://", "HTTP://")
client = pysnc.ServiceNowClient(address, ("admin", "practice"), auto_retry=False)


def query(table, encoded=None, order=None):
    found = client.GlideRecord(table)
    if encoded:
        found.add_encoded_query(encoded)
    if order:
        found.order_by(order)
    found.query()
    return found


# Read: conditions, order, pages of two, display values, dot-walks.
people = client.GlideRecord("sys_user", batch_size=2)
people.add_active_query()
people.add_query("user_name", "IN", "amal.haddad,beatriz.souza,chidi.okafor,mia.dubois")
people.order_by("user_name")
people.query()
assert len(people) == 3, len(people)
assert [person.user_name for person in people] == ["amal.haddad", "beatriz.souza", "chidi.okafor"]
assert len(query("sys_user", "nameSTARTSWITHAmal")) == 1
grants = client.GlideRecord("sys_user_has_role")
grants.fields = ["user.user_name", "role.name", "role"]
grants.add_query("user.user_name", "admin")
grants.query()
assert grants.next()
assert grants.get_value("role.name") == "admin" and grants.get_display_value("role") == "admin"

# Change: insert, read back, update, several at once by the batch API, delete.
group = client.GlideRecord("sys_user_group")
group.initialize()
group.name = "By pysnc"
sys_id = group.insert()
assert sys_id and group.get(sys_id) and group.name == "By pysnc"
group.description = "changed"
assert group.update()
assert query("sys_user_group", "name=By pysnc^description=changed").next()
second = client.GlideRecord("sys_user_group")
second.initialize()
second.name = "By pysnc too"
assert second.insert()
both = query("sys_user_group", "nameSTARTSWITHBy pysnc", "name")
assert len(both) == 2
while both.next():
    both.description = "by batch"
assert both.update_multiple()
assert len(query("sys_user_group", "description=by batch")) == 2
assert query("sys_user_group", "description=by batch").delete_multiple()
assert len(query("sys_user_group", "nameSTARTSWITHBy pysnc")) == 0

# Refused as an instance refuses.
wrong = pysnc.ServiceNowClient(address, ("admin", "another"), auto_retry=False)
try:
    wrong.GlideRecord("sys_user").get("0" * 32)
    raise SystemExit("a wrong password was taken")
except pysnc.exceptions.AuthenticationException:
    pass
print("pysnc:", pysnc.__version__ if hasattr(pysnc, "__version__") else "ok")
