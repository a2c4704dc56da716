//! Catalogs of vendors, each a feature of its own.

#[cfg(feature = "wecom")]
mod wecom;
#[cfg(feature = "youdu")]
mod youdu;

#[cfg(feature = "wecom")]
pub use wecom::WeCom;
#[cfg(feature = "youdu")]
pub use youdu::Youdu;
