//! Measures lookups, texts, printing and replies, ours and the alternatives in one run. Prints the page and writes it, with
//! its plots, to `results/`.

use benches::catalogs::{WeCom, Youdu, ten_thousand, thousand};
use benches::interleaved::{Implementation, latency, throughput, time_interleaved};
use benches::plot::plot;
use benches::reply::{BY_HAND, Envelope, replies};
use benches::report::{self, Figure, OURS, Target};
use error_catalog::Code;
use std::collections::HashSet;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use strum::EnumMessage;

/// The number of codes in one pass, too many for a branch predictor to learn.
const CODES: usize = 1 << 16;
/// The number of symbols in one pass.
const SYMBOLS: usize = 1 << 13;

/// The result of a lookup of a code or symbol that is not in the catalog.
const UNKNOWN: i32 = i32::MIN;

const KNOWN: &str = "code lookup, throughput, known codes";
const HALF_UNKNOWN: &str = "code lookup, throughput, half of the codes unknown";
const ONE_HOT: &str = "code lookup, throughput, one hot code";
const KNOWN_LATENCY: &str = "code lookup, latency, known codes";
const HALF_UNKNOWN_LATENCY: &str = "code lookup, latency, half of the codes unknown";
const ONE_HOT_LATENCY: &str = "code lookup, latency, one hot code";
const SYMBOL: &str = "symbol lookup, throughput, known symbols";
const SYMBOL_LATENCY: &str = "symbol lookup, latency, known symbols";
const MESSAGE: &str = "from variant to message";
const JSON: &str = "from JSON to variant";
const TO_JSON: &str = "from variant to JSON";
const DISPLAY: &str = "Display into a buffer";
const REPLY: &str = "reply with one user per row, envelope first";
const REPLY_CODE_LAST: &str = "reply with one user per row, code last";

/// The ratios to reach.
const TARGETS: [Target; 16] = [
    Target { subject: KNOWN, peer: "num_enum", rows: 192, at_most: 0.12 },
    Target { subject: KNOWN, peer: "num_enum", rows: 1_000, at_most: 0.12 },
    Target { subject: KNOWN, peer: "num_enum", rows: 10_000, at_most: 0.12 },
    Target { subject: KNOWN_LATENCY, peer: "num_enum", rows: 192, at_most: 0.45 },
    Target { subject: KNOWN_LATENCY, peer: "num_enum", rows: 1_000, at_most: 0.45 },
    Target { subject: KNOWN_LATENCY, peer: "num_enum", rows: 10_000, at_most: 0.45 },
    Target { subject: SYMBOL_LATENCY, peer: "phf", rows: 90, at_most: 0.35 },
    Target { subject: SYMBOL_LATENCY, peer: "phf", rows: 1_000, at_most: 0.35 },
    Target { subject: SYMBOL_LATENCY, peer: "phf", rows: 10_000, at_most: 0.35 },
    Target { subject: SYMBOL_LATENCY, peer: "FxHashMap", rows: 90, at_most: 0.80 },
    Target { subject: SYMBOL_LATENCY, peer: "FxHashMap", rows: 1_000, at_most: 0.80 },
    Target { subject: SYMBOL_LATENCY, peer: "FxHashMap", rows: 10_000, at_most: 0.80 },
    Target { subject: DISPLAY, peer: "thiserror", rows: 192, at_most: 1.0 },
    Target { subject: DISPLAY, peer: "thiserror", rows: 1_000, at_most: 1.0 },
    Target { subject: REPLY, peer: BY_HAND, rows: 1, at_most: 1.5 },
    Target { subject: REPLY, peer: BY_HAND, rows: 1_000, at_most: 1.25 },
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut bench = Bench { figures: Vec::new(), random: fastrand::Rng::with_seed(7) };
    bench.codes_of_wecom();
    bench.codes_of_thousand();
    bench.codes_of_ten_thousand();
    bench.symbols_of_youdu();
    bench.symbols_of_thousand();
    bench.symbols_of_ten_thousand();
    bench.texts_of_wecom();
    bench.texts_of_thousand();
    bench.json_of_wecom();
    bench.json_of_thousand();
    for users in [1, 1_000] {
        bench.add(REPLY, users, replies(users, Envelope::First));
        bench.add(REPLY_CODE_LAST, users, replies(users, Envelope::Last));
    }

    let results = Path::new(env!("CARGO_MANIFEST_DIR")).join("results");
    let mut page = format!(
        "# Run time\n\n{}\n\nNanoseconds for one lookup, text, line or reply: the median of interleaved rounds. The ratio of \
         ours to the peer's is in parentheses. Latency is net of the loop.\n\n## Targets\n\n{}\n\
         ## Figures\n{}",
        report::machine("cargo run --release --manifest-path benches/Cargo.toml"),
        report::targets(&bench.figures, &TARGETS),
        report::tables(&bench.figures, "ns"),
    );
    page += "\n## Plots\n\n";
    for (subject, file) in [
        (KNOWN, "code-throughput.svg"),
        (HALF_UNKNOWN, "code-throughput-half-unknown.svg"),
        (KNOWN_LATENCY, "code-latency.svg"),
        (SYMBOL_LATENCY, "symbol-latency.svg"),
    ] {
        plot(&results.join(file), &bench.figures, subject, "ns")?;
        writeln!(page, "![{subject}]({file})")?;
    }
    fs::write(results.join("runtime.md"), &page)?;
    print!("{page}");
    Ok(())
}

struct Bench {
    figures: Vec<Figure>,
    random: fastrand::Rng,
}

impl Bench {
    fn add(&mut self, subject: &str, rows: usize, results: Vec<(&'static str, f64)>) {
        for (name, value) in results {
            println!("{subject}, {rows} rows: {name} {value:.2}");
            self.figures.push(Figure { subject: subject.to_owned(), name, rows, value });
        }
    }

    /// Subtracts the last result, the loop without a lookup, from the others, and adds these.
    fn add_net(&mut self, subject: &str, rows: usize, mut results: Vec<(&'static str, f64)>) {
        let (_, nothing) = results.pop().expect("the loop without a lookup");
        results.iter_mut().for_each(|(_, value)| *value -= nothing);
        self.add(subject, rows, results);
    }

    fn known(&mut self, codes: &[i32]) -> Vec<i32> {
        (0..CODES).map(|_| codes[self.random.usize(..codes.len())]).collect()
    }

    /// Replaces half of the codes, at random, by codes that are not in the catalog: from its gaps and its neighborhood, or any
    /// number.
    fn half_unknown(&mut self, codes: &[i32]) -> Vec<i32> {
        let known_codes: HashSet<i32> = codes.iter().copied().collect();
        let mut queries = self.known(codes);
        for query in &mut queries {
            if self.random.bool() {
                *query = loop {
                    let near = *query + self.random.i32(-50..=50);
                    let candidate = if self.random.bool() { near } else { self.random.i32(..) };
                    if !known_codes.contains(&candidate) && candidate != UNKNOWN {
                        break candidate;
                    }
                };
            }
        }
        queries
    }
}

/// Does one load and one comparison, the minimum of any lookup. It misses codes that share a slot.
fn floor(slots: &[i32; 1 << 14], code: i32) -> i32 {
    let candidate = slots[code as usize % slots.len()];
    if candidate == code { candidate } else { UNKNOWN }
}

/// Asserts that all implementations give the same answers.
fn check<Q: Copy + std::fmt::Debug>(queries: &[Q], implementations: &[(&str, &dyn Fn(Q) -> i32)]) {
    for &query in queries {
        let answer = implementations[0].1(query);
        for (name, lookup) in implementations {
            assert_eq!(lookup(query), answer, "{name} disagrees on {query:?}");
        }
    }
}

/// Measures the lookups by code of `$ours` against the peers in `$peers`.
macro_rules! codes {
    ($bench:ident, $ours:ty, $peers:ident) => {
        impl Bench {
            fn $bench(&mut self) {
                use peers::$peers::{CODES as PHF, ROWS, by_match, code_map, number};

                let codes: Vec<i32> = ROWS.iter().map(|&(row, _)| row as i32).collect();
                let map = code_map();
                let mut sorted = codes.clone();
                sorted.sort_unstable();
                let mut slots = [0; 1 << 14];
                codes.iter().for_each(|&code| slots[code as usize % slots.len()] = code);

                let ours = |code| <$ours>::from_code(code).map_or(UNKNOWN, |row| row as i32);
                let num_enum = |code| number(code).map_or(UNKNOWN, |row| row as i32);
                let by_match = |code| by_match(code).map_or(UNKNOWN, |row| row as i32);
                let phf = |code| PHF.get(&code).map_or(UNKNOWN, |&row| row as i32);
                let hash_map = |code| map.get(&code).map_or(UNKNOWN, |&row| row as i32);
                let search = |code| sorted.binary_search(&code).map_or(UNKNOWN, |index| sorted[index]);

                let (known, half) = (self.known(&codes), self.half_unknown(&codes));
                let hot = vec![codes[codes.len() / 2]; CODES];
                for queries in [&codes, &known, &half, &hot] {
                    check(
                        queries,
                        &[
                            (OURS, &ours),
                            ("num_enum", &num_enum),
                            ("match", &by_match),
                            ("phf", &phf),
                            ("FxHashMap", &hash_map),
                            ("binary search", &search),
                        ],
                    );
                }
                assert!(half.iter().filter(|&&code| ours(code) == UNKNOWN).count() > CODES / 3);

                let throughputs = [(KNOWN, &known), (HALF_UNKNOWN, &half), (ONE_HOT, &hot)];
                for (subject, queries) in throughputs {
                    let results = time_interleaved(vec![
                        Implementation::new(OURS, CODES, || throughput(queries, ours)),
                        Implementation::new("num_enum", CODES, || throughput(queries, num_enum)),
                        Implementation::new("match", CODES, || throughput(queries, by_match)),
                        Implementation::new("phf", CODES, || throughput(queries, phf)),
                        Implementation::new("FxHashMap", CODES, || throughput(queries, hash_map)),
                        Implementation::new("binary search", CODES, || throughput(queries, search)),
                        Implementation::new("floor", CODES, || {
                            throughput(queries, |code| floor(&slots, code))
                        }),
                    ]);
                    self.add(subject, codes.len(), results);
                }
                let latencies =
                    [(KNOWN_LATENCY, &known), (HALF_UNKNOWN_LATENCY, &half), (ONE_HOT_LATENCY, &hot)];
                for (subject, queries) in latencies {
                    let results = time_interleaved(vec![
                        Implementation::new(OURS, CODES, || latency(queries, ours)),
                        Implementation::new("num_enum", CODES, || latency(queries, num_enum)),
                        Implementation::new("match", CODES, || latency(queries, by_match)),
                        Implementation::new("phf", CODES, || latency(queries, phf)),
                        Implementation::new("FxHashMap", CODES, || latency(queries, hash_map)),
                        Implementation::new("binary search", CODES, || latency(queries, search)),
                        Implementation::new("floor", CODES, || latency(queries, |code| floor(&slots, code))),
                        Implementation::new("nothing", CODES, || latency(queries, |code| code)),
                    ]);
                    self.add_net(subject, codes.len(), results);
                }
            }
        }
    };
}

codes! { codes_of_wecom, WeCom, wecom }
codes! { codes_of_thousand, thousand::Catalog, thousand }
codes! { codes_of_ten_thousand, ten_thousand::Catalog, ten_thousand }

/// Measures the lookups by symbol of `$ours` against the peers in `$peers`.
macro_rules! symbols {
    ($bench:ident, $ours:ty, $peers:ident $(, $by_match:ident)?) => {
        impl Bench {
            fn $bench(&mut self) {
                use peers::$peers::{ROWS, SYMBOLS as PHF, symbol, symbol_map};

                let map = symbol_map();
                let symbols: Vec<&str> = ROWS.iter().flat_map(|&(_, symbols)| symbols.iter().copied()).collect();
                // In practice a symbol has just been read when it is looked up, so it is in the cache.
                let read: String = (0..SYMBOLS).map(|_| symbols[self.random.usize(..symbols.len())]).fold(
                    String::new(), |read, symbol| read + symbol + " ",
                );
                let known: Vec<&str> = read.split_whitespace().collect();

                let ours = |symbol| <$ours>::with_symbol(symbol).first().map_or(UNKNOWN, |&row| row as i32);
                let strum = |text: &str| symbol(text).map_or(UNKNOWN, |row| row as i32);
                $(let $by_match = |symbol| peers::$peers::$by_match(symbol).map_or(UNKNOWN, |row| row as i32);)?
                let phf = |symbol| PHF.get(symbol).map_or(UNKNOWN, |&row| row as i32);
                let hash_map = |symbol| map.get(symbol).map_or(UNKNOWN, |&row| row as i32);

                for queries in [&symbols, &known, &vec!["", "ERRCODE", "ERRCODE_NOT_THERE", "错误"]] {
                    check(queries, &[
                        (OURS, &ours), ("strum", &strum), ("phf", &phf), ("FxHashMap", &hash_map),
                        $(("match", &$by_match),)?
                    ]);
                }

                let queries = &known;
                let results = time_interleaved(vec![
                    Implementation::new(OURS, SYMBOLS, || throughput(queries, ours)),
                    Implementation::new("strum", SYMBOLS, || throughput(queries, strum)),
                    $(Implementation::new("match", SYMBOLS, || throughput(queries, $by_match)),)?
                    Implementation::new("phf", SYMBOLS, || throughput(queries, phf)),
                    Implementation::new("FxHashMap", SYMBOLS, || throughput(queries, hash_map)),
                ]);
                self.add(SYMBOL, ROWS.len(), results);
                let results = time_interleaved(vec![
                    Implementation::new(OURS, SYMBOLS, || latency(queries, ours)),
                    Implementation::new("strum", SYMBOLS, || latency(queries, strum)),
                    $(Implementation::new("match", SYMBOLS, || latency(queries, $by_match)),)?
                    Implementation::new("phf", SYMBOLS, || latency(queries, phf)),
                    Implementation::new("FxHashMap", SYMBOLS, || latency(queries, hash_map)),
                    Implementation::new("nothing", SYMBOLS, || latency(queries, |symbol| symbol.len() as i32)),
                ]);
                self.add_net(SYMBOL_LATENCY, ROWS.len(), results);
            }
        }
    };
}

symbols! { symbols_of_youdu, Youdu, youdu, symbol_by_match }
symbols! { symbols_of_thousand, thousand::Catalog, thousand, symbol_by_match }
symbols! { symbols_of_ten_thousand, ten_thousand::Catalog, ten_thousand }

/// Measures the texts of `$ours` against the peers in `$peers`.
macro_rules! texts {
    ($bench:ident, $ours:ty, $peers:ident) => {
        impl Bench {
            fn $bench(&mut self) {
                use peers::$peers::{ROWS, Text, text};

                let codes: Vec<i32> = ROWS.iter().map(|&(row, _)| row as i32).collect();
                let queries = self.known(&codes);
                let ours: Vec<$ours> = queries.iter().filter_map(|&code| <$ours>::from_code(code)).collect();
                let theirs: Vec<Text> = queries.iter().filter_map(|&code| text(code)).collect();
                assert_eq!((ours.len(), theirs.len()), (CODES, CODES));
                for (ours, theirs) in ours.iter().zip(&theirs).take(codes.len() * 4) {
                    assert_eq!(Some(ours.message()), theirs.get_message());
                    assert_eq!(ours.to_string(), theirs.to_string());
                }

                let results = time_interleaved(vec![
                    Implementation::new(OURS, CODES, || throughput(&ours, |row| row.message().len())),
                    Implementation::new("strum", CODES, || {
                        throughput(&theirs, |row| row.get_message().map_or(0, str::len))
                    }),
                ]);
                self.add(MESSAGE, codes.len(), results);
                let [mut a, mut b] = [String::new(), String::new()];
                let results = time_interleaved(vec![
                    Implementation::new(OURS, CODES, || {
                        ours.iter().for_each(|row| print(&mut a, row));
                    }),
                    Implementation::new("thiserror", CODES, || {
                        theirs.iter().for_each(|row| print(&mut b, row));
                    }),
                ]);
                self.add(DISPLAY, codes.len(), results);
            }
        }
    };
}

texts! { texts_of_wecom, WeCom, wecom }
texts! { texts_of_thousand, thousand::Catalog, thousand }

/// Measures `Code<$ours>` on the wire against the enum that is derived in `$peers`.
macro_rules! json {
    ($bench:ident, $ours:ty, $peers:ident) => {
        impl Bench {
            fn $bench(&mut self) {
                use peers::$peers::{Json, ROWS};

                let codes: Vec<i32> = ROWS.iter().map(|&(row, _)| row as i32).collect();
                let texts: Vec<String> = self.known(&codes).iter().map(i32::to_string).collect();
                let texts: Vec<&str> = texts.iter().map(String::as_str).collect();

                let ours = |text: &str| {
                    let code = serde_json::from_str::<Code<$ours>>(text).ok();
                    code.and_then(|code| code.known()).map_or(UNKNOWN, |row| row as i32)
                };
                let derived =
                    |text: &str| serde_json::from_str::<Json>(text).map_or(UNKNOWN, |row| row as i32);
                check(&texts, &[(OURS, &ours), ("serde_repr", &derived)]);
                let results = time_interleaved(vec![
                    Implementation::new(OURS, CODES, || throughput(&texts, ours)),
                    Implementation::new("serde_repr", CODES, || throughput(&texts, derived)),
                ]);
                self.add(JSON, codes.len(), results);

                let ours: Vec<Code<$ours>> =
                    texts.iter().filter_map(|text| serde_json::from_str(text).ok()).collect();
                let theirs: Vec<Json> =
                    texts.iter().filter_map(|text| serde_json::from_str(text).ok()).collect();
                assert_eq!((ours.len(), theirs.len()), (CODES, CODES));
                let results = time_interleaved(vec![
                    Implementation::new(OURS, CODES, || {
                        throughput(&ours, |code| serde_json::to_string(&code).ok())
                    }),
                    Implementation::new("serde_repr", CODES, || {
                        throughput(&theirs, |code| serde_json::to_string(&code).ok())
                    }),
                ]);
                self.add(TO_JSON, codes.len(), results);
            }
        }
    };
}

json! { json_of_wecom, WeCom, wecom }
json! { json_of_thousand, thousand::Catalog, thousand }

fn print(buffer: &mut String, row: &impl std::fmt::Display) {
    buffer.clear();
    write!(buffer, "{row}").expect("a string can be written to");
    std::hint::black_box(&buffer);
}
