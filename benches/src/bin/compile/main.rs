//! What a catalog costs the compiler: the same rows declared with this library and with the usual derives, in
//! crates of their own, checked and built by cargo. Prints the page and writes it, with its plots, to `results/`.

mod probe;

use benches::plot::plot;
use benches::report::{self, Figure, OURS, Target};
use generate::Row;
use probe::Crate;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const PEERS: &str = "thiserror + num_enum + strum";

const CHECK: &str = "check, cold, net of an empty crate";
const CHECK_TOUCHED: &str = "check, after touching one row, net of an empty crate";
const CHECK_MEMORY: &str = "peak memory of rustc, check";
const RELEASE: &str = "release build in use, cold, net of an empty crate";
const RELEASE_TOUCHED: &str = "release build in use, after touching one row, net of an empty crate";
const RELEASE_MEMORY: &str = "peak memory of rustc, release build";
const EXPANSION: &str = "macro expansion alone, net of an empty crate";
const LANGUAGES: &str = "check of a catalog in 28 languages, cold, net of an empty crate";
const DEPENDENCIES: &str = "first build, nothing but the dependencies";
const RLIB: &str = "rlib beyond the text, a row";
const BINARY: &str = "stripped binary beyond the text and an empty one, a row";
const RELOCATIONS: &str = "relocations beyond those of an empty binary, a row";

/// The sizes that are checked and built, and who takes part. The peers stop where they take minutes and gigabytes.
/// Two rows show what a catalog costs whatever its size.
const CHECKED: [(usize, &[&str]); 6] = [
    (2, &[OURS, PEERS]),
    (20, &[OURS, PEERS]),
    (192, &[OURS, PEERS]),
    (1_000, &[OURS, PEERS]),
    (10_000, &[OURS, PEERS]),
    (50_000, &[OURS]),
];
const BUILT: [(usize, &[&str]); 5] = [
    (2, &[OURS, PEERS]),
    (20, &[OURS, PEERS]),
    (192, &[OURS, PEERS]),
    (1_000, &[OURS, PEERS]),
    (10_000, &[OURS]),
];

const TARGETS: [Target; 10] = [
    Target { subject: CHECK, peer: PEERS, rows: 2, at_most: 0.80 },
    Target { subject: CHECK, peer: PEERS, rows: 20, at_most: 0.80 },
    Target { subject: CHECK, peer: PEERS, rows: 192, at_most: 0.30 },
    Target { subject: CHECK, peer: PEERS, rows: 1_000, at_most: 0.12 },
    Target { subject: CHECK, peer: PEERS, rows: 10_000, at_most: 0.05 },
    Target { subject: RELEASE, peer: PEERS, rows: 2, at_most: 0.80 },
    Target { subject: RELEASE, peer: PEERS, rows: 20, at_most: 0.80 },
    Target { subject: RELEASE, peer: PEERS, rows: 192, at_most: 0.35 },
    Target { subject: RELEASE, peer: PEERS, rows: 1_000, at_most: 0.06 },
    Target { subject: DEPENDENCIES, peer: PEERS, rows: 0, at_most: 0.60 },
];

fn main() -> Result<()> {
    let directory = tempfile::tempdir()?;
    let mut bench = Bench { figures: Vec::new(), directory: directory.path().to_owned() };
    for (size, names) in CHECKED {
        bench.check(size, names)?;
    }
    for (size, names) in BUILT {
        bench.release(size, names)?;
    }
    bench.languages()?;
    bench.dependencies()?;
    bench.write_page()
}

struct Bench {
    figures: Vec<Figure>,
    directory: PathBuf,
}

impl Bench {
    fn add(&mut self, subject: &str, name: &'static str, rows: usize, value: f64) {
        println!("{subject}, {name}, {rows} rows: {value:.3}");
        self.figures.push(Figure { subject: subject.to_owned(), name, rows, value });
    }

    fn check(&mut self, size: usize, names: &[&'static str]) -> Result<()> {
        let (empty, crates) = (self.empty()?, self.crates_of(names, size)?);
        let times = times(&empty, &crates, &["check", "--quiet"])?;
        for ((name, crate_), [cold, touched, memory]) in names.iter().zip(&crates).zip(times) {
            self.add(CHECK, name, size, cold);
            self.add(CHECK_TOUCHED, name, size, touched);
            self.add(CHECK_MEMORY, name, size, memory);
            let expansion = crate_.expansion()? - empty.expansion()?;
            self.add(EXPANSION, name, size, expansion);
        }
        Ok(())
    }

    fn release(&mut self, size: usize, names: &[&'static str]) -> Result<()> {
        let (empty, crates) = (self.empty()?, self.crates_of(names, size)?);
        let times = times(&empty, &crates, &["build", "--release", "--quiet"])?;
        let text = rows(size).iter().map(text_bytes).sum::<usize>() as f64;
        let a_row = |bytes: f64| bytes / size as f64;
        for ((name, crate_), [cold, touched, memory]) in names.iter().zip(&crates).zip(times) {
            self.add(RELEASE, name, size, cold);
            self.add(RELEASE_TOUCHED, name, size, touched);
            self.add(RELEASE_MEMORY, name, size, memory);
            self.add(RLIB, name, size, a_row(crate_.rlib_bytes()? - empty.rlib_bytes()? - text));
            self.add(BINARY, name, size, a_row(crate_.binary_bytes()? - empty.binary_bytes()? - text));
            self.add(RELOCATIONS, name, size, a_row(crate_.relocations()? - empty.relocations()?));
        }
        Ok(())
    }

    /// As many rows and languages as `MariaDB`'s own table has.
    fn languages(&mut self) -> Result<()> {
        let rows = generate::synthetic(1_200);
        let source = generate::in_languages(&rows, 28);
        let (empty, sources) = (self.empty()?, [source.clone(), source]);
        let crate_ =
            Crate::create(&self.directory, "languages", &our_dependency(), sources, "fn main() {}\n")?;
        for [cold, ..] in times(&empty, &[crate_], &["check", "--quiet"])? {
            self.add(LANGUAGES, OURS, rows.len(), cold);
        }
        Ok(())
    }

    /// The dependencies of a crate that has no catalog yet.
    fn dependencies(&mut self) -> Result<()> {
        let names = [OURS, PEERS];
        let crates = self.crates_of(&names, 0)?;
        let mut seconds = [Vec::new(), Vec::new()];
        for _ in 0..REPETITIONS {
            for (crate_, seconds) in crates.iter().zip(&mut seconds) {
                seconds.push(crate_.first_build()?);
            }
        }
        for (name, seconds) in names.into_iter().zip(seconds) {
            self.add(DEPENDENCIES, name, 0, median(seconds));
        }
        Ok(())
    }

    fn empty(&self) -> Result<Crate> {
        Crate::create(&self.directory, "empty", "", ["// a", "// b"].map(String::from), "fn main() {}\n")
    }

    fn crates_of(&self, names: &[&str], size: usize) -> Result<Vec<Crate>> {
        names.iter().map(|name| self.crate_of(name, size)).collect()
    }

    fn crate_of(&self, name: &str, size: usize) -> Result<Crate> {
        let mut changed = rows(size);
        if let Some(row) = changed.get_mut(size / 2) {
            row.message += "（改）";
        }
        let sources = |source: fn(&[Row]) -> String| [source(&rows(size)), source(&changed)];
        if name == OURS {
            return Crate::create(
                &self.directory,
                "ours",
                &our_dependency(),
                sources(generate::ours),
                USE_OURS,
            );
        }
        let dependencies = "thiserror = { version = \"2\", default-features = false }\n\
             num_enum = { version = \"0.7.6\", default-features = false }\n\
             strum = { version = \"0.28\", default-features = false, features = [\"derive\"] }\n";
        Crate::create(&self.directory, "peers", dependencies, sources(generate::in_one_enum), USE_PEERS)
    }

    fn write_page(&self) -> Result<()> {
        let results = Path::new(env!("CARGO_MANIFEST_DIR")).join("results");
        let seconds = [CHECK, CHECK_TOUCHED, EXPANSION, RELEASE, RELEASE_TOUCHED, LANGUAGES, DEPENDENCIES];
        let of = |subjects: &[&str]| -> Vec<Figure> {
            self.figures.iter().filter(|it| subjects.contains(&it.subject.as_str())).cloned().collect()
        };
        let mut page = format!(
            "# Compile time\n\n{}\n\nThe crate that declares the catalog and a program that uses it, cargo \
             included; dependencies are built before. In parentheses ours divided by the peer's.\n\n\
             ## What we set out to reach\n\n{}\n{}## Figures\n{}{}{}{}",
            report::machine(),
            report::targets(&self.figures, &TARGETS),
            self.absolute(),
            report::tables(&of(&seconds), "s"),
            report::tables(&of(&[CHECK_MEMORY, RELEASE_MEMORY]), "MB"),
            report::tables(&of(&[RLIB, BINARY]), "bytes"),
            report::tables(&of(&[RELOCATIONS]), "relocations"),
        );
        page += "\n## Plots\n\n";
        for (subject, file, unit) in [
            (CHECK, "check.svg", "s"),
            (RELEASE, "release.svg", "s"),
            (CHECK_MEMORY, "check-memory.svg", "MB"),
        ] {
            plot(&results.join(file), &self.figures, subject, unit)?;
            writeln!(page, "![{subject}]({file})")?;
        }
        fs::write(results.join("compile.md"), &page)?;
        print!("{page}");
        Ok(())
    }

    /// What is set out for and is no ratio, each figure with what it may be at most.
    fn absolute(&self) -> String {
        let of = |subject, rows| report::find(&self.figures, subject, OURS, rows).unwrap_or(f64::NAN);
        let growth = (of(CHECK, 10_000) / of(CHECK, 1_000)).log10();
        format!(
            "Growth of our check from 1,000 to 10,000 rows: exponent {growth:.2} (1.05 at most was set out for). \
             Check at 50,000 rows: {:.1} s (8). Release build in use at 10,000 rows: {:.1} s (2). Peak memory of \
             check at 10,000 rows: {:.0} MB (220). Binary beyond its text: {:.0} bytes a row at 192 rows (40), {:.0} \
             at 1,000 (24).\n\n",
            of(CHECK, 50_000),
            of(RELEASE, 10_000),
            of(CHECK_MEMORY, 10_000),
            of(BINARY, 192),
            of(BINARY, 1_000),
        )
    }
}

/// What the manifest of a crate that declares a catalog with this library says.
fn our_dependency() -> String {
    let runtime = concat!(env!("CARGO_MANIFEST_DIR"), "/../catalog");
    format!("error-catalog = {{ path = {runtime:?}, default-features = false }}\n")
}

/// So often everything is repeated,
const REPETITIONS: usize = 7;
/// unless it has already taken so long.
const LONG: Duration = Duration::from_secs(20);

/// For each crate the seconds when nothing is built and after a change, both less what the empty crate takes right
/// before, and the peak memory in MB; medians. The crates take turns, so that a machine that slows down slows all.
fn times(empty: &Crate, measured: &[Crate], arguments: &[&str]) -> Result<Vec<[f64; 3]>> {
    let mut runs = vec![[const { Vec::new() }; 3]; measured.len()];
    let mut spent = vec![Duration::ZERO; measured.len()];
    for _ in 0..REPETITIONS {
        for ((crate_, runs), spent) in measured.iter().zip(&mut runs).zip(&mut spent) {
            if *spent > LONG {
                continue;
            }
            let start = Instant::now();
            let nothing = empty.cold(arguments)?.seconds;
            let cold = crate_.cold(arguments)?;
            let nothing_touched = empty.touched(arguments)?.seconds;
            let touched = crate_.touched(arguments)?;
            runs[0].push(cold.seconds - nothing);
            runs[1].push(touched.seconds - nothing_touched);
            runs[2].push(cold.peak_bytes / 1e6);
            *spent += start.elapsed();
        }
    }
    Ok(runs.into_iter().map(|runs| runs.map(median)).collect())
}

/// What a program does with a catalog: it looks a code and a symbol up and prints what is known about them.
const USE_OURS: &str = r#"use probe::catalog::Catalog;

fn main() {
    let argument = std::env::args().nth(1).unwrap_or_default();
    let by_code = argument.parse().ok().and_then(Catalog::from_code);
    for row in by_code.into_iter().chain(Catalog::with_symbol(&argument).iter().copied()) {
        println!("{row} {row:?} {:?} {:?} {}", row.symbol(), row.help(), row.code());
    }
    println!("{}", Catalog::ALL.len());
}
"#;

const USE_PEERS: &str = r#"use probe::catalog::Catalog;
use strum::{EnumMessage, VariantArray};

fn main() {
    let argument = std::env::args().nth(1).unwrap_or_default();
    let by_code = argument.parse().ok().and_then(|code: i32| Catalog::try_from(code).ok());
    for row in by_code.into_iter().chain(argument.parse::<Catalog>().ok()) {
        let symbol: &str = row.into();
        println!("{row} {row:?} {symbol:?} {:?} {}", row.get_detailed_message(), i32::from(row));
    }
    println!("{}", Catalog::VARIANTS.len());
}
"#;

fn rows(size: usize) -> Vec<Row> {
    if size == 192 { generate::wecom() } else { generate::synthetic(size) }
}

/// The bytes that the catalog is about, which any way of keeping it has to keep.
fn text_bytes(row: &Row) -> usize {
    let symbols: usize = row.symbols.iter().map(String::len).sum();
    row.name.len() + symbols + row.message.len() + row.help.as_ref().map_or(0, String::len)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
