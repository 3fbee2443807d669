//! "Test setup": whether what was set up on both sides really works together.
