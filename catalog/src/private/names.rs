//! The names of parameters and variables in the expansion, each as a function.
//!
//! A pattern that is the name of a constant, a static or a unit struct is no new variable but that item, and every such
//! item of the user is in scope of the expansion. The nearest item of a name counts, and a function is none that a
//! pattern can be. So the expansion imports these where it has parameters, and nothing of the user's.

macro_rules! names {
    ($($name:ident)*) => {$(
        /// A name that is no constant.
        pub const fn $name() {}
    )*};
}

names! { candidate code deserializer f index lang name row serializer symbol }
