//! Prints the symbols of codes of a union, like `main.rs`.

use error_catalog::{Catalog, error_catalog, union};

error_catalog! {
    enum Flash: u32 {
        lang "en";
        translation de;
        column hint: &'static str = "unused hint";

        section Blocks "unused section" {
            0x0001_0001 => UnusedName DEVICE_FLASH_BUSY "unused message" {
                de: "unused translation", help: "unused help",
            },
            0x0001_0002 => UnusedName2 DEVICE_FLASH_WORN "unused message 2" {
                de: "unused translation 2", help: "unused help 2", hint: "unused hint 2",
            },
        }
    }
}

error_catalog! {
    enum Bus: u32 {
        column url: Option<&'static str> = None;

        #[deprecated(note = "unused note")]
        0x0002_0001 => UnusedName3 DEVICE_BUS_DOWN "unused message 3" { url: Some("unused url") },
        0x0002_0002 => UnusedName4 "unused message 4" { help: "unused help 4" },
    }
}

union! { enum Device: u32 of Flash, Bus }

fn symbol_of<C: Catalog>(row: C) -> Option<&'static str> {
    row.symbol()
}

fn main() {
    for code in std::env::args().skip(1) {
        let row = code.parse().ok().and_then(Device::from_code);
        // The method of the enum, and that of the trait.
        assert_eq!(row.and_then(Device::symbol), row.and_then(symbol_of));
        println!("{}", row.and_then(Device::symbol).unwrap_or("unknown"));
    }
}
