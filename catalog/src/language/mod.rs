//! The languages of a catalog: finds the one that is nearest to a language tag or an `Accept-Language` header, and prints
//! codes and errors in it.

pub(crate) mod accept_language;
pub(crate) mod in_lang;
pub(crate) mod languages;
mod likely_subtags;
pub(crate) mod lookup;
pub(crate) mod words;
