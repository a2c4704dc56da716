use error_catalog::error_catalog;

error_catalog! { enum NoPart: i32 { envelope "ret"; 1 => A "a" } }
error_catalog! { enum NoSuchPart: i32 { envelope code "ret", message "msg"; 1 => A "a" } }
error_catalog! { enum NoKey: i32 { envelope code; 1 => A "a" } }
error_catalog! { enum Empty: i32 { envelope code ""; 1 => A "a" } }
error_catalog! { enum Twice: i32 { envelope code "a", code "b"; 1 => A "a" } }
error_catalog! { enum OneKey: i32 { envelope code "a", text "a"; 1 => A "a" } }
error_catalog! { enum Default: i32 { envelope text "errcode"; 1 => A "a" } }
error_catalog! { enum Again: i32 { envelope code "a"; envelope text "b"; 1 => A "a" } }
error_catalog! { enum Dotted: i32 { envelope code "error.code"; 1 => A "a" } }
error_catalog! { enum Inside: i32 { envelope code "a" / "b", text "a"; 1 => A "a" } }
error_catalog! { enum SamePath: i32 { envelope code "a" / 0, text "b" or "a" / 0; 1 => A "a" } }
error_catalog! { enum NoStep: i32 { envelope code "a" / ; 1 => A "a" } }
error_catalog! { enum AbsentTwice: i32 { success absent, absent; 1 => A "a" } }

fn main() {}
