//! Declarations and baselines that a release accepted, with every statement, field and notation of its grammar.
//!
//! A declaration that compiled with a release compiles with all compatible later ones, so a file here never changes. A
//! release that extends the grammar adds a file.

mod v0_1;
