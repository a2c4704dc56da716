use probe::catalog::Catalog;
fn main() {
    let argument = std::env::args().nth(1).unwrap_or_default();
    let by_code = argument.parse().ok().and_then(|c: i32| (c==7).then_some(Catalog::InvalidUserId));
    for row in by_code.into_iter().chain(Catalog::with_symbol(&argument).iter().copied()) {
        println!("a b {:?} {:?} {}", argument.get(..1), argument.get(1..), row as i32);
    }
    println!("{}", 7);
}
