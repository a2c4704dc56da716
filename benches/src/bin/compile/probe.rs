//! A crate to build: the time and memory of cargo, and the size of the result.

use super::Result;
use object::{Object, ObjectSection};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;
use wait4::Wait4;

/// The cost of one run of cargo.
pub(super) struct Run {
    pub(super) seconds: f64,
    /// Processor time of all processes.
    processor_seconds: f64,
    /// The peak memory of the largest process, which is rustc.
    pub(super) peak_bytes: f64,
}

/// A library with the catalog and a program that uses it.
pub(super) struct Crate {
    path: PathBuf,
    /// The catalog, and the catalog with another message in one row.
    sources: [String; 2],
}

impl Crate {
    /// Writes the crate and builds its dependencies for the commands that are measured.
    pub(super) fn create(
        at: &Path,
        name: &str,
        dependencies: &str,
        sources: [String; 2],
        main: &str,
    ) -> Result<Self> {
        let path = at.join(name);
        fs::create_dir_all(path.join("src"))?;
        let manifest = format!(
            "[workspace]\n[package]\nname = \"probe\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\
             [dependencies]\n{dependencies}[profile.release]\nstrip = true\n",
        );
        fs::write(path.join("Cargo.toml"), manifest)?;
        // Uses the versions of the peers that are measured at run time. cargo drops those that the crate does not use.
        fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.lock"), path.join("Cargo.lock"))?;
        fs::write(path.join("src/lib.rs"), "pub mod catalog;\n")?;
        fs::write(path.join("src/main.rs"), main)?;
        let crate_ = Self { path, sources };
        // Leaves the catalog out, so that only the dependencies are built.
        fs::write(crate_.catalog(), "")?;
        fs::write(crate_.path.join("src/main.rs"), "fn main() {}")?;
        crate_.cargo(&["check", "--quiet"])?;
        crate_.cargo(&["build", "--release", "--quiet"])?;
        fs::write(crate_.catalog(), &crate_.sources[0])?;
        fs::write(crate_.path.join("src/main.rs"), main)?;
        Ok(crate_)
    }

    fn catalog(&self) -> PathBuf {
        self.path.join("src/catalog.rs")
    }

    fn cargo(&self, arguments: &[&str]) -> Result<Run> {
        let start = Instant::now();
        let child = Command::new("cargo")
            .args(arguments)
            .current_dir(&self.path)
            .env("CARGO_TARGET_DIR", self.path.join("target"))
            .spawn()?;
        let finished = child.wait4()?;
        let seconds = start.elapsed().as_secs_f64();
        if !finished.status.success() {
            return Err(format!("cargo {} failed in {}", arguments.join(" "), self.path.display()).into());
        }
        let usage = finished.rusage;
        let processor_seconds = (usage.utime + usage.stime).as_secs_f64();
        Ok(Run { seconds, processor_seconds, peak_bytes: usage.maxrss as f64 })
    }

    /// Builds the crate, but not its dependencies.
    pub(super) fn cold(&self, arguments: &[&str]) -> Result<Run> {
        fs::write(self.catalog(), &self.sources[0])?;
        let profile = if arguments.contains(&"--release") { "release" } else { "dev" };
        self.cargo(&["clean", "--quiet", "--package", "probe", "--profile", profile])?;
        self.cargo(arguments)
    }

    /// Builds the crate after the message of one row in the middle has changed.
    pub(super) fn touched(&self, arguments: &[&str]) -> Result<Run> {
        fs::write(self.catalog(), &self.sources[1])?;
        self.cargo(arguments)
    }

    /// Builds all dependencies and returns the processor seconds. Incremental builds are disabled, because cargo uses them for
    /// packages of the workspace, such as ours here, but not for those from a registry.
    pub(super) fn first_build(&self) -> Result<f64> {
        fs::write(self.catalog(), "")?;
        fs::write(self.path.join("src/main.rs"), "fn main() {}\n")?;
        self.cargo(&["clean", "--quiet"])?;
        Ok(self.cargo(&["build", "--quiet", "--config", "build.incremental=false"])?.processor_seconds)
    }

    /// Returns the seconds of rustc's pass that expands macros. The report of passes is unstable, so this sets the variable
    /// that enables it in a stable compiler, which changes nothing else.
    pub(super) fn expansion(&self) -> Result<f64> {
        self.cargo(&["clean", "--quiet", "--package", "probe"])?;
        let output = Command::new("cargo")
            .args(["rustc", "--quiet", "--profile", "check", "--lib", "--", "-Ztime-passes"])
            .args(["-Ztime-passes-format=json"])
            .current_dir(&self.path)
            .env("CARGO_TARGET_DIR", self.path.join("target"))
            .env("RUSTC_BOOTSTRAP", "1")
            .stderr(Stdio::piped())
            .output()?;
        let report =
            String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
        let pass = report.lines().find(|line| line.contains("\"macro_expand_crate\""));
        let time = pass
            .and_then(|line| line.split("\"time\":").nth(1)?.split([',', '}']).next()?.trim().parse().ok());
        time.ok_or_else(|| format!("rustc did not report the time of macro expansion: {report}").into())
    }

    pub(super) fn rlib_bytes(&self) -> Result<f64> {
        Ok(fs::metadata(self.path.join("target/release/libprobe.rlib"))?.len() as f64)
    }

    fn binary(&self) -> Result<Vec<u8>> {
        Ok(fs::read(self.path.join("target/release").join(format!("probe{}", std::env::consts::EXE_SUFFIX)))?)
    }

    pub(super) fn binary_bytes(&self) -> Result<f64> {
        Ok(self.binary()?.len() as f64)
    }

    pub(super) fn relocations(&self) -> Result<f64> {
        let binary = self.binary()?;
        let file = object::File::parse(&*binary)?;
        let in_sections: usize = file.sections().map(|section| section.relocations().count()).sum();
        Ok((file.dynamic_relocations().map_or(0, Iterator::count) + in_sections) as f64)
    }
}
