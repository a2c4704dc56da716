//! Prints the symbols of codes. It uses no other text of the catalog, so its binary contains none.

use error_catalog::error_catalog;

error_catalog! {
    enum Device: u32 {
        lang "en";
        translation de;
        column hint: &'static str = "unused hint";
        column url: Option<&'static str> = None;

        section Flash "unused section" {
            0x0001_0001 => UnusedName DEVICE_FLASH_BUSY "unused message" {
                de: "unused translation", help: "unused help", url: Some("unused url"),
            },
            0x0001_0002 => UnusedName2 DEVICE_FLASH_WORN "unused message 2" {
                de: "unused translation 2", help: "unused help 2", hint: "unused hint 2",
            },
        }
    }
}

fn main() {
    for code in std::env::args().skip(1) {
        let row = code.parse().ok().and_then(Device::from_code);
        println!("{}", row.and_then(Device::symbol).unwrap_or("unknown"));
    }
}
