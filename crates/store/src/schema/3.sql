-- What a person noted of a step. Beside the journal, as it can be taken back without a trace.
CREATE TABLE note (
    setup     TEXT NOT NULL REFERENCES setup (id) ON DELETE CASCADE,
    step      TEXT NOT NULL,
    text      TEXT NOT NULL,
    at        TEXT NOT NULL, -- RFC 3339, UTC
    by        TEXT, -- the account that was signed in at the step's seat
    in_report INTEGER NOT NULL, -- 1 where somebody chose it for the report
    PRIMARY KEY (setup, step)
) STRICT, WITHOUT ROWID;

-- Pictures of a step that was done by hand. Ciphertext, and what may be said without opening it.
CREATE TABLE picture (
    setup     TEXT NOT NULL REFERENCES setup (id) ON DELETE CASCADE,
    id        TEXT NOT NULL, -- 32 hex digits, random
    step      TEXT NOT NULL,
    at        TEXT NOT NULL, -- RFC 3339, UTC
    by        TEXT,
    width     INTEGER NOT NULL, -- pixels
    height    INTEGER NOT NULL, -- pixels
    sha256    TEXT NOT NULL, -- of the PNG that is sealed
    in_report INTEGER NOT NULL,
    about     TEXT NOT NULL, -- JSON object of strings: how it was sealed
    blob      BLOB NOT NULL, -- an age file
    PRIMARY KEY (setup, id)
) STRICT;
