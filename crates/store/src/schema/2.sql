-- Identities that wait for one file each, with which a seat is handed over. A row without its secret half was used, or its time is over.
CREATE TABLE handover_request (
    recipient TEXT PRIMARY KEY, -- the public half
    asked     TEXT NOT NULL, -- JSON: for which seat of which setup
    until     TEXT NOT NULL, -- RFC 3339, UTC
    blob      BLOB -- the secret half: an age file
) STRICT, WITHOUT ROWID;

-- From here on the journal may hold events that version 1 does not know.
