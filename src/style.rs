//! House style: rules about what is written, beyond what is true. Knows no theme.
