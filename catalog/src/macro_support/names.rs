//! Functions with the names of the expansion's parameters and variables.
//!
//! A user's constant, static or unit struct named `code` would turn a parameter `code` into a pattern. The expansion
//! imports these functions, which shadow such items and are not patterns themselves.

macro_rules! names {
    ($($name:ident)*) => {$(
        /// Shadows a constant of this name.
        pub const fn $name() {}
    )*};
}

names! {
    accept_language candidate code columns deserializer f generator index lang name number other position row rows serializer
    symbol
}
