-- What the last look of a bulk step saw of each line of the list.
CREATE TABLE sighting (
    setup TEXT NOT NULL REFERENCES setup (id) ON DELETE CASCADE,
    step  TEXT NOT NULL,
    n     INTEGER NOT NULL, -- place in the list, from 1
    key   TEXT NOT NULL, -- the object that is meant, as the service numbers it; empty where none is
    name  TEXT NOT NULL,
    word  TEXT NOT NULL, -- `missing`, or what was seen instead
    PRIMARY KEY (setup, step, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX sighting_key ON sighting (setup, step, key);

-- The writes of a bulk step, one for each object.
CREATE TABLE bulk (
    setup TEXT NOT NULL REFERENCES setup (id) ON DELETE CASCADE,
    step  TEXT NOT NULL,
    key   TEXT NOT NULL,
    n     INTEGER NOT NULL, -- place in the list that it was planned from
    name  TEXT NOT NULL,
    state TEXT NOT NULL, -- planned, sent, made, leaving, gone
    id    TEXT, -- the service's own, of what was made
    at    TEXT NOT NULL, -- RFC 3339, UTC: since when it is in that state
    PRIMARY KEY (setup, step, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX bulk_state ON bulk (setup, step, state, n);
-- Identities that wait for one file each, to be handed a seat with it. Sealed; destroyed when the file is opened or the time is over.
CREATE TABLE handover_request (
    id    TEXT PRIMARY KEY, -- the public half
    setup TEXT NOT NULL, -- of another machine as a rule: not in `setup` yet
    seat  TEXT NOT NULL,
    until TEXT NOT NULL, -- RFC 3339, UTC
    blob  BLOB NOT NULL -- the secret half: an age file
) STRICT, WITHOUT ROWID;

-- From here on the journal may hold events that version 1 does not know.
