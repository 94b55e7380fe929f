//! Files of the seed, and the mistakes that only a whole file can have.

use super::*;
