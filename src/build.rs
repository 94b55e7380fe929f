//! The pipeline: the only module that names every stage.
