//! A base ends in zeros, in which the codes fit, and the rows do not repeat it.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Cpu: u32 {
        success 0x14;
        section Fmc "first" base 0x000F_0000 {
            0x14 => Ok "ok",
            0x000F_0015 => Whole "whole",
            0x1_0016 => Long "one digit too many",
            0x17 => First "first",
            0x0017 => Again "again",
        }
        section Rt "runtime" base 0x000F_8000 { 0x1 => Rt "runtime" }
        section Same "same" base 0x000F_0000 { 0x18 => Same "same" }
        section One "one" base 1 { 1 => One "one" }
        section Ranged "ranged" base 0x100 0x100..=0x1FF { 0x1FF => Outside "outside", 0x2FF => Beyond "beyond" }
        section Wide "wide" base 0x1_0000_0000 { 1 => Wide "wide" }
    }
}

error_catalog! {
    pub enum Anchor: u16 {
        base 6000;
        success 0;
        0 => Zero "zero",
        6001 => Whole "whole",
        1000 => Long "long",
        60000 => Over "over",
        base 7000;
    }
}

error_catalog! {
    pub enum Text: &'static str {
        base "A";
        section Storage "storage" prefix "KV:" { "KV:Timeout" => Timeout "timeout", "A-long-code" => Long "long" }
    }
}

error_catalog! {
    pub enum Sql: &'static str {
        section Data "data" prefix "2" { "2012" => Chance "by chance", "1003" => Other "other", "23505" => Whole "whole" }
        section Base "base" base 1 { "1" => One "one" }
        section Ok "ok" prefix "00" { "000" => Ok "by chance" }
    }
}

fn main() {}
