//! Baselines of compiled catalogs: the codes, names, symbols and columns that the next release publishes, and the file of
//! those already published.

use crate::catalog::table::{Row, Table};
use crate::output::atomic_write::write_atomically;
use error_catalog_core::Baseline;
use error_catalog_core::baseline::{Published, PublishedErrorType, Unreadable};
use error_catalog_core::syntax::Code;
use std::collections::{BTreeMap, HashSet};
use std::io::ErrorKind;
use std::path::{self, Component, Path, PathBuf};

/// An error of reading, checking or writing a baseline.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BaselineError {
    /// The file is missing, cannot be read, or is not a baseline.
    #[error("cannot read the baseline {file}: {why}")]
    Unreadable {
        /// The file.
        file: String,
        /// The reason and the remedy.
        why: String,
    },
    /// The file is the baseline of another catalog.
    #[error("{file} is the baseline of {found}, not of {catalog}")]
    Foreign {
        /// The file.
        file: String,
        /// The catalog in the file.
        found: String,
        /// The expected catalog.
        catalog: String,
    },
    /// The catalog has lost or changed a published code, name or symbol.
    #[error("{catalog} breaks the baseline {file}: {}", breaches.join("; "))]
    Broken {
        /// The catalog.
        catalog: String,
        /// The file.
        file: String,
        /// One sentence per breach, with its remedy.
        breaches: Vec<String>,
    },
    /// The file cannot be written.
    #[error("cannot write the baseline {file}: {error}")]
    Unwritable {
        /// The file.
        file: String,
        /// The error of the operating system.
        error: std::io::Error,
    },
}

/// Baselines, for tests and release jobs.
impl Table {
    /// Returns the baseline of the next release: a header, the columns and translations, then one line per code.
    ///
    /// # Examples
    ///
    /// ```
    /// use error_catalog::error_catalog;
    ///
    /// error_catalog! {
    ///     pub enum Gateway: u16 {
    ///         701 => QuotaExceeded E_QUOTA "quota exceeded",
    ///     }
    /// }
    ///
    /// let baseline = errcat::table::<Gateway>().baseline();
    /// assert_eq!(baseline, "error-catalog baseline 1: Gateway u16\n701 QuotaExceeded = E_QUOTA\n");
    /// ```
    #[must_use]
    pub fn baseline(&self) -> String {
        self.published().to_string()
    }

    /// Returns the lines that the next release adds to the file or changes in it. It is empty if the file is up to date.
    ///
    /// A test of your own catalog is `assert_eq!(table::<Gateway>().unpublished(file)?, [""; 0])`.
    ///
    /// # Errors
    ///
    /// [`BaselineError`] if the file is not the baseline of this catalog, or if the catalog breaks it.
    pub fn unpublished(&self, file: impl AsRef<Path>) -> Result<Vec<String>, BaselineError> {
        let file = file.as_ref();
        let published = self.open(file)?;
        Ok(added(&published, &self.after_release(file, &published)?))
    }

    /// Adds the lines of the next release to the file, and creates the file if it is missing. Lines are never removed.
    /// Returns the lines that were added or changed.
    ///
    /// # Errors
    ///
    /// [`BaselineError`]; the file is then unchanged.
    pub fn publish(&self, file: impl AsRef<Path>) -> Result<Vec<String>, BaselineError> {
        let file = file.as_ref();
        let is_new = matches!(file.symlink_metadata(), Err(error) if error.kind() == ErrorKind::NotFound);
        let published = if is_new {
            check_new_in_package(file)?;
            Baseline::empty(self.name, self.raw)
        } else {
            self.open(file)?
        };
        let next = self.after_release(file, &published)?;
        let added = added(&published, &next);
        if is_new || !added.is_empty() {
            write_atomically(file, next.to_string().as_bytes())
                .map_err(|error| BaselineError::Unwritable { file: shown(file), error })?;
        }
        Ok(added)
    }

    fn open(&self, file: &Path) -> Result<Baseline, BaselineError> {
        let in_package =
            package_of(file).map_or(Ok(()), |package| Baseline::check_in_package(file, &package));
        let published = in_package.and_then(|()| Baseline::open(file));
        let published = published.map_err(|why| BaselineError::Unreadable {
            file: shown(file),
            why: match why {
                Unreadable::Io(error) if error.kind() == ErrorKind::NotFound => {
                    "there is no such file: create it with --update".to_owned()
                }
                why => why.to_string(),
            },
        })?;
        if published.catalog == self.name {
            return Ok(published);
        }
        let (found, catalog) = (published.catalog, self.name.to_owned());
        Err(BaselineError::Foreign { file: shown(file), found, catalog })
    }

    /// Returns the baseline after a release of the catalog.
    fn after_release(&self, file: &Path, published: &Baseline) -> Result<Baseline, BaselineError> {
        let is_retired =
            |code: &Code| self.retired.iter().any(|(first, last)| (first..=last).contains(&code));
        let mut next = self.published();
        if self.column_types.is_none() {
            // An export without types lacks these parts, so those of the file are kept.
            next.columns.clone_from(&published.columns);
            next.translations.clone_from(&published.translations);
            next.exhaustive = published.exhaustive;
            next.unknown.clone_from(&published.unknown);
            next.error_type.clone_from(&published.error_type);
        }
        let breaches = published.breaches_showing(&next, &is_retired, &|code| self.literal(code));
        let breaches: Vec<_> = breaches.into_iter().map(|breach| breach.message).collect();
        if !breaches.is_empty() {
            return Err(BaselineError::Broken { catalog: self.name.to_owned(), file: shown(file), breaches });
        }
        let mut after_release = published.clone();
        after_release.add(&next, is_retired);
        Ok(after_release)
    }

    fn published(&self) -> Baseline {
        let mut baseline = Baseline::empty(self.name, self.raw);
        baseline.exhaustive = self.exhaustive;
        baseline.unknown = self.unknown.map(str::to_owned);
        let types = self.column_types.as_deref().unwrap_or_default();
        for (index, (name, ty)) in self.columns.iter().zip(types).enumerate() {
            if self.translations.iter().any(|(_, column)| *column == index) {
                baseline.translations.insert((*name).to_owned());
            } else {
                baseline.columns.insert((*name).to_owned(), ty.clone());
            }
        }
        baseline.error_type = self.error_type.map(|name| PublishedErrorType {
            name: name.to_owned(),
            variants: self.rows.iter().filter(|row| !row.success).flat_map(Row::variants).collect(),
        });
        let rows = self.rows.iter().filter_map(|row| Some((row.code.to_code()?, row.published())));
        baseline.rows.extend(rows);
        baseline
    }
}

impl Row {
    /// Returns the variants of the error type, with the types of their values.
    fn variants(&self) -> impl Iterator<Item = (String, BTreeMap<String, String>)> {
        self.meanings.iter().map(|meaning| {
            let values = meaning.values.iter().chain(&meaning.error_source);
            let values = values.map(|value| (value.name.to_owned(), value.type_name.to_owned()));
            (meaning.name.to_owned(), values.collect())
        })
    }

    fn published(&self) -> Published {
        let mut published = Published { success: self.success, ..Published::default() };
        for meaning in &self.meanings {
            published.names.push(meaning.name.to_owned());
            published.symbols.extend(meaning.symbol.map(str::to_owned));
        }
        published.names.extend(self.former.iter().map(|name| (*name).to_owned()));
        published.symbols.extend(self.former_symbols.iter().map(|symbol| (*symbol).to_owned()));
        // Two meanings of a row may have one symbol.
        let mut seen = HashSet::new();
        published.symbols.retain(|symbol| seen.insert(symbol.clone()));
        published
    }
}

/// Returns the lines of `next` that `published` lacks.
fn added(published: &Baseline, next: &Baseline) -> Vec<String> {
    let mut added = Vec::new();
    if next.exhaustive != published.exhaustive {
        added.push(next.first_line());
    }
    let before: HashSet<String> = published.item_lines().collect();
    added.extend(next.item_lines().filter(|line| !before.contains(line)));
    let is_new = |(code, row): &(&Code, &Published)| published.rows.get(code) != Some(row);
    added.extend(next.rows.iter().filter(is_new).map(|(code, row)| row.line(code)));
    added
}

/// Returns the directory of the package that a path is in, before links are resolved.
fn package_of(file: &Path) -> Option<PathBuf> {
    let file = path::absolute(file).ok()?;
    let has_no_parent = |directory: &&Path| {
        let below = file.strip_prefix(directory).into_iter().flat_map(Path::components);
        !below.into_iter().any(|part| part == Component::ParentDir)
    };
    let mut directories = file.ancestors().skip(1).take_while(has_no_parent);
    directories.find(|directory| directory.join("Cargo.toml").is_file()).map(Path::to_owned)
}

/// Checks that a file, which is missing, will be created in its package.
fn check_new_in_package(file: &Path) -> Result<(), BaselineError> {
    let (Some(package), Some(directory)) = (package_of(file), file.parent()) else { return Ok(()) };
    let directory = if directory.as_os_str().is_empty() { Path::new(".") } else { directory };
    Baseline::check_in_package(directory, &package).map_err(|why| match why {
        Unreadable::Io(error) => BaselineError::Unwritable { file: shown(file), error },
        why => BaselineError::Unreadable { file: shown(file), why: why.to_string() },
    })
}

fn shown(file: &Path) -> String {
    file.display().to_string()
}

#[cfg(test)]
mod tests {
    use super::BaselineError;
    use crate::table;
    use error_catalog::error_catalog;
    use std::fs;
    use std::path::Path;

    error_catalog! {
        /// The second version.
        pub enum Gateway: i32 {
            baseline "tests/fixtures/gateway.baseline";
            success 0;
            reserved 1003, 2000..=2999;
            shared symbol E_NO_ACCOUNT;
            0 => Ok "success",
            1001 => NoAccount was Missing E_NO_ACCOUNT "no such account" or Gone E_NO_ACCOUNT "account is gone",
        }
    }

    error_catalog! {
        /// A version that lost published codes.
        pub enum Forgetful: i32 {
            1001 => Absent "no such account",
        }
    }

    error_catalog! {
        /// A catalog with everything that a baseline records.
        pub enum Shop: u8 {
            exhaustive;
            translation de = "";
            column http: Option<u16> = None;
            column url: &'static str = "";
            1 => Closed E_CLOSED was E_SHUT was "shop.shut" "closed",
            2 => Full _ was E_FULL "full",
        }
    }

    #[test]
    fn columns_translations_and_former_symbols_are_recorded() {
        let first_line = "error-catalog baseline 1: Shop u8 (exhaustive)";
        let columns = ["column http: Option<u16>", "column url: &'static str", "translation de"];
        let rows = ["1 Closed = E_CLOSED E_SHUT shop.shut", "2 Full = E_FULL"];
        let baseline = format!("{first_line}\n{}\n{}\n", columns.join("\n"), rows.join("\n"));
        let shop = table::<Shop>();
        assert_eq!(shop.baseline(), baseline);
        assert_eq!(shop.rows_of_symbol("shop.shut").len(), 1);

        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("shop.baseline");
        let old = format!("error-catalog baseline 1: Shop u8\n{}\n", rows.join("\n"));
        fs::write(&file, old).unwrap();
        let added = [&[first_line], &columns[..]].concat();
        assert_eq!(shop.unpublished(&file).unwrap(), added, "a file from before columns were recorded");
        assert_eq!(shop.publish(&file).unwrap(), added);
        assert_eq!(fs::read_to_string(&file).unwrap(), baseline);
        assert_eq!(shop.publish(&file).unwrap(), [""; 0]);
    }

    error_catalog! {
        /// A catalog whose errors have values.
        pub enum BookError: u8 {
            success 0;
            translation de = "";
            /// The error of a handler.
            error BookFailure;
            0 => Fine "fine",
            1 => Busy { #[source] cause: std::fmt::Error, attempt: u8 } "attempt {attempt} failed",
            2 => Unknown was Missing "unknown" or Moved { r#type: Option<&'static str> } "moved to {type:?}",
        }
    }

    #[test]
    fn the_error_type_and_its_values_are_recorded() {
        let baseline = "error-catalog baseline 1: BookError u8\ntranslation de\nerror BookFailure\nvariant Busy\n\
                        value Busy.attempt: u8\nvalue Busy.cause: std::fmt::Error\nvariant Moved\n\
                        value Moved.type: Option<&'static str>\nvariant Unknown\n0 (success) Fine\n1 Busy\n\
                        2 Unknown Moved Missing\n";
        let book = table::<BookError>();
        assert_eq!(book.baseline(), baseline);

        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("book.baseline");
        let old =
            "error-catalog baseline 1: BookError u8\n0 (success) Fine\n1 Busy\n2 Unknown Moved Missing\n";
        fs::write(&file, old).unwrap();
        let added: Vec<_> = baseline.lines().filter(|line| !old.contains(&format!("{line}\n"))).collect();
        assert_eq!(book.publish(&file).unwrap(), added, "a file from before error types were recorded");
        assert_eq!(fs::read_to_string(&file).unwrap(), baseline);

        let broken = baseline.replace("attempt: u8", "attempt: u16").replace("variant Moved", "variant Gone");
        fs::write(&file, broken.replace("Moved.type", "Gone.kind")).unwrap();
        let error = book.unpublished(&file).unwrap_err().to_string();
        assert!(error.contains("the value `attempt` of `Busy` is published with the type `u16`"), "{error}");
    }

    #[test]
    fn new_names_and_symbols_are_added_and_reserved_codes_are_retired() {
        let published = fs::read_to_string("tests/fixtures/gateway.baseline").unwrap();
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("gateway.baseline");
        fs::write(&file, &published).unwrap();

        let lines = ["1001 Missing NoAccount Gone = E_NO_ACCOUNT", "1003 (retired) Locked = E_LOCKED"];
        let gateway = table::<Gateway>();
        assert_eq!(gateway.unpublished(&file).unwrap(), lines);
        assert_eq!(fs::read_to_string(&file).unwrap(), published, "reading changes nothing");
        assert_eq!(gateway.publish(&file).unwrap(), lines);
        let expected =
            format!("error-catalog baseline 1: Gateway i32\n0 (success) Ok\n{}\n", lines.join("\n"));
        assert_eq!(fs::read_to_string(&file).unwrap(), expected);
        assert_eq!(gateway.publish(&file).unwrap(), [""; 0]);
        assert_eq!(
            gateway.baseline(),
            "error-catalog baseline 1: Gateway i32\n0 (success) Ok\n1001 NoAccount Gone Missing = E_NO_ACCOUNT\n"
        );
    }

    #[test]
    fn a_catalog_that_breaks_its_baseline_is_not_published() {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("forgetful.baseline");
        let published = "error-catalog baseline 1: Forgetful i32\n1001 NoAccount\n1002 Locked\n";
        fs::write(&file, published).unwrap();
        let error = table::<Forgetful>().publish(&file).unwrap_err();
        let BaselineError::Broken { breaches, .. } = &error else { panic!("{error}") };
        assert_eq!(breaches.len(), 2, "{error}");
        assert!(
            breaches[0].contains("1002 (`Locked`)") && breaches[1].contains("`Absent was NoAccount`"),
            "{error}"
        );
        assert_eq!(fs::read_to_string(&file).unwrap(), published);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_package_is_not_followed() {
        use std::os::unix::fs::symlink;
        let directory = tempfile::tempdir().unwrap();
        let [outside, package] = ["outside", "package"].map(|name| directory.path().join(name));
        for new in [&outside, &package, &package.join("inside")] {
            fs::create_dir(new).unwrap();
        }
        fs::write(package.join("Cargo.toml"), "").unwrap();
        let old = "error-catalog baseline 1: Gateway i32\n";
        fs::write(outside.join("old"), old).unwrap();
        symlink(outside.join("old"), package.join("file")).unwrap();
        symlink(&outside, package.join("directory")).unwrap();
        symlink(package.join("inside"), package.join("near")).unwrap();

        let gateway = table::<Gateway>();
        for path in ["file", "directory/old", "inside/../file"].map(|path| package.join(path)) {
            for result in [gateway.publish(&path), gateway.unpublished(&path)] {
                let error = result.unwrap_err().to_string();
                assert!(error.contains("a symbolic link out of the package"), "{error}");
            }
        }
        let error = gateway.publish(package.join("directory/new")).unwrap_err().to_string();
        assert!(error.contains("out of the package"), "{error}");
        assert_eq!(fs::read_to_string(outside.join("old")).unwrap(), old);
        assert!(!outside.join("new").exists());

        for path in ["near/new", "inside/../other"] {
            gateway.publish(package.join(path)).unwrap();
        }
        // A file outside of any package may be a link to any path.
        symlink(outside.join("old"), outside.join("link")).unwrap();
        gateway.publish(outside.join("link")).unwrap();
    }

    #[test]
    fn a_file_that_cannot_be_created_is_an_error() {
        let error = table::<Gateway>().publish(Path::new("no/such/directory/gateway.baseline")).unwrap_err();
        assert!(matches!(error, BaselineError::Unwritable { .. }), "{error}");
    }
}
