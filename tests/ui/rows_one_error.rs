//! A bad row is one error, however often its name is used.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        translation en;
        1 => Good "gut" { en: "good" },
        2 => Bad "schlecht",
    }
}

fn main() {
    assert!(Vendor::Good == Vendor::from_code(0).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(1).unwrap());
    assert!(Vendor::Good == Vendor::from_code(2).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(3).unwrap());
    assert!(Vendor::Good == Vendor::from_code(4).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(5).unwrap());
    assert!(Vendor::Good == Vendor::from_code(6).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(7).unwrap());
    assert!(Vendor::Good == Vendor::from_code(8).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(9).unwrap());
    assert!(Vendor::Good == Vendor::from_code(10).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(11).unwrap());
    assert!(Vendor::Good == Vendor::from_code(12).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(13).unwrap());
    assert!(Vendor::Good == Vendor::from_code(14).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(15).unwrap());
    assert!(Vendor::Good == Vendor::from_code(16).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(17).unwrap());
    assert!(Vendor::Good == Vendor::from_code(18).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(19).unwrap());
    assert!(Vendor::Good == Vendor::from_code(20).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(21).unwrap());
    assert!(Vendor::Good == Vendor::from_code(22).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(23).unwrap());
    assert!(Vendor::Good == Vendor::from_code(24).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(25).unwrap());
    assert!(Vendor::Good == Vendor::from_code(26).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(27).unwrap());
    assert!(Vendor::Good == Vendor::from_code(28).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(29).unwrap());
    assert!(Vendor::Good == Vendor::from_code(30).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(31).unwrap());
    assert!(Vendor::Good == Vendor::from_code(32).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(33).unwrap());
    assert!(Vendor::Good == Vendor::from_code(34).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(35).unwrap());
    assert!(Vendor::Good == Vendor::from_code(36).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(37).unwrap());
    assert!(Vendor::Good == Vendor::from_code(38).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(39).unwrap());
    assert!(Vendor::Good == Vendor::from_code(40).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(41).unwrap());
    assert!(Vendor::Good == Vendor::from_code(42).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(43).unwrap());
    assert!(Vendor::Good == Vendor::from_code(44).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(45).unwrap());
    assert!(Vendor::Good == Vendor::from_code(46).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(47).unwrap());
    assert!(Vendor::Good == Vendor::from_code(48).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(49).unwrap());
    assert!(Vendor::Good == Vendor::from_code(50).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(51).unwrap());
    assert!(Vendor::Good == Vendor::from_code(52).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(53).unwrap());
    assert!(Vendor::Good == Vendor::from_code(54).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(55).unwrap());
    assert!(Vendor::Good == Vendor::from_code(56).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(57).unwrap());
    assert!(Vendor::Good == Vendor::from_code(58).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(59).unwrap());
    assert!(Vendor::Good == Vendor::from_code(60).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(61).unwrap());
    assert!(Vendor::Good == Vendor::from_code(62).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(63).unwrap());
    assert!(Vendor::Good == Vendor::from_code(64).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(65).unwrap());
    assert!(Vendor::Good == Vendor::from_code(66).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(67).unwrap());
    assert!(Vendor::Good == Vendor::from_code(68).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(69).unwrap());
    assert!(Vendor::Good == Vendor::from_code(70).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(71).unwrap());
    assert!(Vendor::Good == Vendor::from_code(72).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(73).unwrap());
    assert!(Vendor::Good == Vendor::from_code(74).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(75).unwrap());
    assert!(Vendor::Good == Vendor::from_code(76).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(77).unwrap());
    assert!(Vendor::Good == Vendor::from_code(78).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(79).unwrap());
    assert!(Vendor::Good == Vendor::from_code(80).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(81).unwrap());
    assert!(Vendor::Good == Vendor::from_code(82).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(83).unwrap());
    assert!(Vendor::Good == Vendor::from_code(84).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(85).unwrap());
    assert!(Vendor::Good == Vendor::from_code(86).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(87).unwrap());
    assert!(Vendor::Good == Vendor::from_code(88).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(89).unwrap());
    assert!(Vendor::Good == Vendor::from_code(90).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(91).unwrap());
    assert!(Vendor::Good == Vendor::from_code(92).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(93).unwrap());
    assert!(Vendor::Good == Vendor::from_code(94).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(95).unwrap());
    assert!(Vendor::Good == Vendor::from_code(96).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(97).unwrap());
    assert!(Vendor::Good == Vendor::from_code(98).unwrap());
    assert!(Vendor::Bad != Vendor::from_code(99).unwrap());
    assert_eq!(Vendor::Good.en(), "good");
}
