//! What holds for the related news of any site.

mod laws;
mod naive;
mod random;
mod standing;
mod tune;
