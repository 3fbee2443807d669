-- This store's own id: its entries are numbered under it. One row.
CREATE TABLE machine (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id  TEXT NOT NULL
) STRICT;

-- What a setup is stands in its first entry. Here is only what has to be unique.
CREATE TABLE setup (
    id       TEXT PRIMARY KEY,
    name_key TEXT NOT NULL UNIQUE -- the name in lower case
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
    seq      INTEGER PRIMARY KEY, -- order of arrival in this store
    setup    TEXT NOT NULL REFERENCES setup (id) ON DELETE CASCADE,
    machine  TEXT NOT NULL,
    n        INTEGER NOT NULL, -- from 1, without gaps, per setup and machine
    at       TEXT NOT NULL, -- RFC 3339, UTC
    previous TEXT NOT NULL, -- hash of n - 1; empty for the first
    hash     TEXT NOT NULL,
    event    TEXT NOT NULL, -- JSON
    UNIQUE (setup, machine, n)
) STRICT;

-- Ciphertext only.
CREATE TABLE sealed (
    setup TEXT NOT NULL REFERENCES setup (id) ON DELETE CASCADE,
    name  TEXT NOT NULL,
    blob  BLOB NOT NULL, -- an age file
    about TEXT NOT NULL, -- JSON object of strings: what may be said without opening it
    PRIMARY KEY (setup, name)
) STRICT, WITHOUT ROWID;

-- The rows of bulk steps.
CREATE TABLE person (
    setup TEXT NOT NULL REFERENCES setup (id) ON DELETE CASCADE,
    n     INTEGER NOT NULL, -- place in the list, from 1
    user  TEXT NOT NULL,
    roles TEXT NOT NULL, -- JSON array of names
    PRIMARY KEY (setup, n)
) STRICT, WITHOUT ROWID;
