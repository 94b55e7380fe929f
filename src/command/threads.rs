//! How many threads a command may use.

use std::path::Path;

use crate::problem::machine::Failure;

/// Does some work with this many threads, or with one a core.
///
/// # Errors
/// When the system starts no threads.
pub fn with_threads<T: Send>(
    jobs: Option<usize>,
    work: impl FnOnce() -> T + Send,
) -> Result<T, Failure> {
    // Parsing goes deep into nested lists and quotations.
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(jobs.unwrap_or(0))
        .stack_size(8 << 20)
        .build()
        .map_err(|error| {
            Failure::because("start", Path::new("threads"), error.to_string())
        })?;
    Ok(pool.install(work))
}
