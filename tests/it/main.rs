//! The ordinary tests of catalogs. They are one binary, so that they are linked once.

#![allow(clippy::items_after_statements, reason = "a test declares its catalog where it uses it")]

mod accept_language;
mod attempts;
mod baseline;
mod catalog_sizes;
mod code_format;
mod columns;
mod composed;
mod computed_columns;
mod conversions;
mod disjoint;
mod display;
mod documents;
mod error_types;
mod fixtures;
mod fragments;
mod history;
mod languages;
mod likely_subtags;
mod lints;
mod lookups;
mod meanings;
mod messages;
mod method_capture;
mod packages;
mod programs;
mod raw_types;
mod releases;
mod rows;
mod sections;
mod strings;
mod tables;
mod union;
mod unknown;
mod vendor_tables;
mod wire;
