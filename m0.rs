use probe::catalog::Catalog;
fn main() {
    let argument = std::env::args().nth(1).unwrap_or_default();
    let by_code = argument.parse().ok().and_then(|c: i32| CODE);
    for row in by_code.into_iter().chain(SYMBOL) {
        println!("DISP DEBUG {:?} {:?} {}", ARGS);
    }
    println!("{}", ALL);
}
