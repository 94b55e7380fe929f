//! The only printer: problems, tables, progress.
