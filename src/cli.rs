//! Arguments: the only module that knows clap.
