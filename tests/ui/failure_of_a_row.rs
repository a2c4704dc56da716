use error_catalog::{Failure, vendor::WeCom};

fn of_a_code(errcode: i32) -> Result<(), Failure<WeCom>> {
    WeCom::try_from(errcode)?;
    Ok(())
}

fn of_a_row(row: WeCom) -> Failure<WeCom> {
    row.into()
}

fn main() {}
