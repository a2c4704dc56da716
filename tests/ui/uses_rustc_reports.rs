// Mistakes about which only rustc can report. It finds `ALL` by its alias.
use error_catalog::{Failure, error_catalog};

error_catalog! {
    pub enum Gateway: i32 {
        success 0;
        0 => Success "success",
        1 => Busy "busy",
    }
}

fn count() -> usize {
    Gateway::iter().count()
}

fn busy() -> Result<(), Failure<Gateway>> {
    Gateway::Busy?;
    Ok(())
}

fn main() {
    let _ = (count(), busy());
}
