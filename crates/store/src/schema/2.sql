-- Identities that wait for one file each, to be handed a seat with it. Sealed; destroyed when the file is opened or the time is over.
CREATE TABLE handover_request (
    id    TEXT PRIMARY KEY, -- the public half
    setup TEXT NOT NULL, -- of another machine as a rule: not in `setup` yet
    seat  TEXT NOT NULL,
    until TEXT NOT NULL, -- RFC 3339, UTC
    blob  BLOB NOT NULL -- the secret half: an age file
) STRICT, WITHOUT ROWID;

-- From here on the journal may hold events that version 1 does not know.
