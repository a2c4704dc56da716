//! Measures compile time: the same rows, declared with this library and with the usual derives, in crates that cargo checks
//! and builds. Prints the page and writes it, with its plots, to `results/`.

mod probe;

use benches::plot::plot;
use benches::report::{self, Figure, Limit, OURS, Target};
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
const FIRST_BUILD: &str = "processor time added to the first build of a project with serde's derive";
const RLIB: &str = "rlib beyond the text, per row";
const BINARY: &str = "stripped binary beyond the text and an empty one, per row";
const RELOCATIONS: &str = "relocations beyond those of an empty binary, per row";

/// The numbers of rows that `cargo check` is measured with, and the libraries. Two rows show the fixed cost of a catalog.
const CHECKED: [(usize, &[&str]); 5] = [
    (2, &[OURS, PEERS]),
    (20, &[OURS, PEERS]),
    (192, &[OURS, PEERS]),
    (1_000, &[OURS, PEERS]),
    (10_000, &[OURS, PEERS]),
];
/// The same for release builds. There is no catalog of 10,000 rows, because the peers would take minutes and gigabytes.
const BUILT: [(usize, &[&str]); 4] =
    [(2, &[OURS, PEERS]), (20, &[OURS, PEERS]), (192, &[OURS, PEERS]), (1_000, &[OURS, PEERS])];

const TARGETS: [Target; 10] = [
    Target { subject: CHECK, peer: PEERS, rows: 2, at_most: 0.80 },
    Target { subject: CHECK, peer: PEERS, rows: 20, at_most: 0.80 },
    Target { subject: CHECK, peer: PEERS, rows: 192, at_most: 0.30 },
    Target { subject: CHECK, peer: PEERS, rows: 1_000, at_most: 0.15 },
    Target { subject: CHECK, peer: PEERS, rows: 10_000, at_most: 0.05 },
    Target { subject: RELEASE, peer: PEERS, rows: 2, at_most: 0.80 },
    Target { subject: RELEASE, peer: PEERS, rows: 20, at_most: 0.80 },
    Target { subject: RELEASE, peer: PEERS, rows: 192, at_most: 0.35 },
    Target { subject: RELEASE, peer: PEERS, rows: 1_000, at_most: 0.10 },
    Target { subject: FIRST_BUILD, peer: PEERS, rows: 0, at_most: 0.35 },
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
    bench.first_build()?;
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
        let per_row = |amount: f64| amount / size as f64;
        for ((name, crate_), [cold, touched, memory]) in names.iter().zip(&crates).zip(times) {
            self.add(RELEASE, name, size, cold);
            self.add(RELEASE_TOUCHED, name, size, touched);
            self.add(RELEASE_MEMORY, name, size, memory);
            self.add(RLIB, name, size, per_row(crate_.rlib_bytes()? - empty.rlib_bytes()? - text));
            self.add(BINARY, name, size, per_row(crate_.binary_bytes()? - empty.binary_bytes()? - text));
            self.add(RELOCATIONS, name, size, per_row(crate_.relocations()? - empty.relocations()?));
        }
        Ok(())
    }

    /// Measures a check of a catalog with as many rows and languages as `MariaDB`'s own table has.
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

    /// Measures the first build of the dependencies, minus that of a crate that depends on serde only.
    fn first_build(&mut self) -> Result<()> {
        let names = [OURS, PEERS];
        let create = |name: &str, dependencies: &str| {
            let sources = [String::new(), String::new()];
            Crate::create(&self.directory, name, &format!("{SERDE}{dependencies}"), sources, "fn main() {}\n")
        };
        let serde = create("serde", "")?;
        let crates = [create("serde-ours", &our_dependency())?, create("serde-peers", PEER_DEPENDENCIES)?];
        let mut seconds = [Vec::new(), Vec::new()];
        for _ in 0..REPETITIONS {
            let base = serde.first_build()?;
            for (crate_, seconds) in crates.iter().zip(&mut seconds) {
                seconds.push(crate_.first_build()? - base);
            }
        }
        for (name, seconds) in names.into_iter().zip(seconds) {
            self.add(FIRST_BUILD, name, 0, median(seconds));
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
        Crate::create(&self.directory, "peers", PEER_DEPENDENCIES, sources(generate::in_one_enum), USE_PEERS)
    }

    fn write_page(&self) -> Result<()> {
        let results = Path::new(env!("CARGO_MANIFEST_DIR")).join("results");
        let seconds = [CHECK, CHECK_TOUCHED, EXPANSION, RELEASE, RELEASE_TOUCHED, LANGUAGES, FIRST_BUILD];
        let of = |subjects: &[&str]| -> Vec<Figure> {
            self.figures.iter().filter(|it| subjects.contains(&it.subject.as_str())).cloned().collect()
        };
        let mut page = format!(
            "# Compile time\n\n{}\n\nThe crate that declares the catalog and a program that uses it, including the \
             time of cargo; dependencies are built before. The ratio of ours to the peer's is in parentheses.\n\n\
             ## Targets\n\n{}\n{}\n## Figures\n{}{}{}{}",
            report::machine("cargo run --release --manifest-path benches/Cargo.toml --bin compile"),
            report::targets(&self.figures, &TARGETS),
            report::limits(&self.limits()),
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

    /// Returns the targets that are not ratios.
    fn limits(&self) -> [Limit; 3] {
        let of = |subject, rows| report::find(&self.figures, subject, OURS, rows).unwrap_or(f64::NAN);
        let growth = (of(CHECK, 10_000) / of(CHECK, 1_000)).log10();
        [
            Limit {
                subject: "growth of check from 1,000 to 10,000 rows, exponent",
                at_most: 1.05,
                measured: growth,
            },
            Limit {
                subject: "peak memory of rustc, check, 10,000 rows, MB",
                at_most: 220.0,
                measured: of(CHECK_MEMORY, 10_000),
            },
            Limit {
                subject: "stripped binary beyond the text, 1,000 rows, bytes per row",
                at_most: 40.0,
                measured: of(BINARY, 1_000),
            },
        ]
    }
}

const SERDE: &str = "serde = { version = \"1\", features = [\"derive\"] }\n";

const PEER_DEPENDENCIES: &str = "thiserror = { version = \"2\", default-features = false }\n\
    num_enum = { version = \"0.7.6\", default-features = false }\n\
    strum = { version = \"0.28\", default-features = false, features = [\"derive\"] }\n";

/// Returns the dependency of a crate that declares a catalog with this library.
fn our_dependency() -> String {
    let runtime = concat!(env!("CARGO_MANIFEST_DIR"), "/../catalog");
    format!("error-catalog = {{ path = {runtime:?}, default-features = false }}\n")
}

/// The number of repetitions of each measurement.
const REPETITIONS: usize = 7;
/// A crate that has taken this long is not measured again.
const LONG: Duration = Duration::from_secs(20);

/// Returns the medians for each crate: the seconds of a cold build, those of a build after a change, and the peak
/// memory in MB. The seconds of an empty crate, measured right before, are subtracted. The crates take turns, so that a
/// change of the load affects all of them.
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

/// A program that looks up a code and a symbol, and prints everything about the rows that it finds.
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

/// Returns the bytes of a row's texts, which every representation has to store.
fn text_bytes(row: &Row) -> usize {
    let symbols: usize = row.symbols.iter().map(String::len).sum();
    row.name.len() + symbols + row.message.len() + row.help.as_ref().map_or(0, String::len)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
