//! What rustc links to a program with std, and not to one without.

fn main() {
    // The C library, whose code calls `main`.
    println!("cargo::rustc-link-arg-bins=-lc");
    // What unwinding would call. Core, which is compiled for all programs, refers to it; here nothing unwinds.
    println!("cargo::rustc-link-arg-bins=-Wl,--defsym=rust_eh_personality=0");
}
