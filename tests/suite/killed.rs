//! Builds killed at any moment leave either the old site or the new one, complete.
//!
//! Linux only, where folders can be swapped atomically. `QUIPU_KILLS` sets the number of
//! kills (`QUIPU_KILLS=2000 cargo test killed`), `QUIPU_SEED` varies their moments.

use std::env;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::editions::{EDITIONS, Edition, Files, clean, difference, edit, edited};
use crate::full_disk::{Disk, with_own_mounts};
use crate::site::TestSite;

const SIGKILL: i32 = 9;

/// When a build is killed.
#[derive(Debug, Clone, Copy)]
enum Moment {
    /// After a delay from the start of the build.
    After(Duration),
    /// As soon as the output is another folder.
    Swap,
}

/// A series of killed builds and their outcomes.
struct Campaign {
    site: TestSite,
    clean: [Files; EDITIONS],
    seed: u64,
    /// Duration of the last build that was not killed.
    build_time: Duration,
    /// Kills that hit a running build.
    hit: usize,
    /// Kills that left the old site.
    old: usize,
    /// Kills that left the new site.
    new: usize,
    /// Kills that left a staging folder.
    cut_short: usize,
    /// Files in the output that are not Quipu's.
    foreign: Files,
    /// Whether the folder is replaced as a whole.
    is_whole: bool,
}

impl Campaign {
    fn begin() -> Self {
        let site = edited(0);
        let mut campaign = Self {
            site,
            clean: clean(),
            seed: number("QUIPU_SEED", 20_261_124),
            build_time: Duration::ZERO,
            hit: 0,
            old: 0,
            new: 0,
            cut_short: 0,
            foreign: Files::new(),
            is_whole: true,
        };
        campaign.build(0, "first");
        campaign
    }

    /// Puts a few hundred files of others into the output.
    fn add_foreign_files(&mut self) {
        for number in 0..300 {
            let path = match number % 3 {
                0 => format!(".git/objects/{:02}/{number}", number % 17),
                1 => format!("casos/{number}.ajeno"),
                _ => format!("propio/{number}/nota.txt"),
            };
            let bytes = number.to_string().into_bytes();
            self.site.write(&format!("public/{path}"), &bytes);
            self.foreign.insert(path, bytes);
        }
    }

    /// Returns the files of the site; those of others must be as they were.
    fn current(&self, at: &str) -> Files {
        let is_foreign = |path: &String| self.foreign.contains_key(path);
        let built = self.site.built().into_iter();
        let (foreign, current) = built.partition(|(path, _)| is_foreign(path));
        let wrong = difference(&foreign, &self.foreign);
        assert!(wrong.is_empty(), "files of others: {wrong:#?}; {at}");
        current
    }

    /// Returns the swap in every tenth round, otherwise a fraction of the build time.
    /// Multiples of the golden ratio modulo 1 spread the fractions evenly, whatever their
    /// number (Fibonacci hashing; Knuth, "The Art of Computer Programming", 6.4).
    fn moment(&self, round: u64) -> Moment {
        if round % 10 == 9 {
            return Moment::Swap;
        }
        let turns = self
            .seed
            .wrapping_add(round)
            .wrapping_mul(0x9e37_79b9_7f4a_7c15);
        Moment::After(self.build_time.mul_f64(turns as f64 / u64::MAX as f64))
    }

    /// Kills a build of `edition` over `old`, checks what is left, and then builds `next`.
    fn round(&mut self, edition: Edition, next: Edition, moment: Moment, old: &Files) {
        let at = format!(
            "QUIPU_SEED={}, kill {} of edition {edition}, {moment:?} of {:?}",
            self.seed,
            self.old + self.new,
            self.build_time
        );
        edit(&self.site, edition);
        self.hit += usize::from(kill(&self.site, moment, &at));
        let current = self.current(&at);
        let new = &self.clean[edition];
        if current == *new {
            self.new += 1;
        } else if current == *old {
            self.old += 1;
            // Before the first build completes, not even an empty folder may exist.
            assert_eq!(self.site.path("public").exists(), !old.is_empty(), "{at}");
        } else if self.is_whole {
            panic!(
                "neither the old site nor the new one stands; {at}\n\
                 from the old: {:#?}\nfrom the new: {:#?}",
                difference(&current, old),
                difference(&current, new)
            );
        }
        let beside = beside(&self.site);
        self.cut_short += usize::from(beside.iter().any(|name| name.ends_with("-staging")));
        if next != edition {
            edit(&self.site, next);
        }
        self.build(next, &at);
    }

    /// Runs a build to its end: it must succeed and leave no temporary files beside the site.
    fn build(&mut self, edition: Edition, at: &str) {
        let start = Instant::now();
        let run = self.site.quipu(&["build"]);
        self.build_time = start.elapsed();
        assert_eq!(run.exit(), Some(0), "{at}\n{}", run.stderr());
        let current = self.current(at);
        let wrong = difference(&current, &self.clean[edition]);
        assert!(wrong.is_empty(), "after {at}: {wrong:#?}");
        assert_eq!(beside(&self.site), [""; 0], "after {at}");
    }

    fn report(&self) {
        let Self {
            hit,
            old,
            new,
            cut_short,
            ..
        } = self;
        eprintln!(
            "{} kills, {hit} of them while the build ran; {old} left the old site, \
             {new} the new one; {cut_short} left a folder to clear away",
            old + new
        );
    }
}

#[test]
fn a_killed_build_leaves_the_old_site_or_the_new_one() {
    run(Campaign::begin());
}

#[test]
fn a_killed_build_loses_no_file_of_others_in_the_output() {
    let mut campaign = Campaign::begin();
    campaign.add_foreign_files();
    run(campaign);
}

#[test]
fn a_build_killed_between_two_files_is_undone_by_the_next() {
    let test = "killed::a_build_killed_between_two_files_is_undone_by_the_next";
    with_own_mounts(test, || {
        let mut campaign = Campaign::begin();
        // A file on another disk cannot be linked.
        let disk = Disk::mount(campaign.site.path("public/montaje"));
        campaign.add_foreign_files();
        campaign.site.write("public/montaje/nota.txt", b"ajena");
        let note = ("montaje/nota.txt".to_owned(), b"ajena".to_vec());
        campaign.foreign.extend([note]);
        campaign.is_whole = false;
        run(campaign);
        drop(disk);
    });
}

fn run(mut campaign: Campaign) {
    let kills = kills();
    let mut current = 0;
    for round in 0..kills {
        let edition = (current + 1) % EDITIONS;
        // In half of the rounds the content changes again after the kill.
        let goes_on = (round + round / 10) % 2 == 1;
        let next = (edition + usize::from(goes_on)) % EDITIONS;
        let old = campaign.clean[current].clone();
        campaign.round(edition, next, campaign.moment(round), &old);
        current = next;
    }
    campaign.report();
    let Campaign {
        hit,
        old,
        new,
        cut_short,
        ..
    } = campaign;
    assert!(
        hit as u64 >= kills / 4,
        "only {hit} kills came before the end"
    );
    assert!(old > 0 && new > 0, "{old} old, {new} new");
    assert!(
        cut_short > 0,
        "no build had begun to write when it was killed"
    );
}

#[test]
fn a_killed_first_build_leaves_nothing_or_the_site() {
    let kills = kills() / 10;
    let mut campaign = Campaign::begin();
    for round in 0..kills {
        fs::remove_dir_all(campaign.site.path("public")).unwrap();
        campaign.round(0, 1, campaign.moment(round), &Files::new());
    }
    campaign.report();
    assert!(campaign.hit > 0 && campaign.old > 0 && campaign.new > 0);
}

/// Kills a build. Returns whether it was still running; if not, it must have succeeded.
fn kill(site: &TestSite, moment: Moment, at: &str) -> bool {
    let public = site.path("public");
    let folder = || fs::metadata(&public).ok().map(|data| data.ino());
    let before = folder();
    let mut build = Command::new(env!("CARGO_BIN_EXE_quipu"))
        .arg("build")
        .current_dir(site.path(""))
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("quipu runs");
    match moment {
        Moment::After(delay) => thread::sleep(delay),
        Moment::Swap => {
            while folder() == before && build.try_wait().unwrap().is_none() {
                thread::sleep(Duration::from_micros(50));
            }
        }
    }
    build.kill().unwrap();
    let output = build.wait_with_output().unwrap();
    let is_hit = output.status.signal() == Some(SIGKILL);
    assert!(
        is_hit || output.status.success(),
        "{at}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    is_hit
}

/// Returns the unexpected entries of the site's folder, such as staging folders.
fn beside(site: &TestSite) -> Vec<String> {
    const KNOWN: [&str; 4] = [".quipu", "content", "public", "quipu.yaml"];
    let entries = fs::read_dir(site.path("")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names
        .filter(|name| !KNOWN.contains(&name.as_str()))
        .collect()
}

/// Returns the number of kills, at least 100 so that both tests kill some at the swap.
fn kills() -> u64 {
    number("QUIPU_KILLS", 100).max(100)
}

fn number(variable: &str, otherwise: u64) -> u64 {
    env::var(variable).map_or(otherwise, |number| number.parse().unwrap())
}
