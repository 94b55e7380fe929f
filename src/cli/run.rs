//! Carries a command out.
