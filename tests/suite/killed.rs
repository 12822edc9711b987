//! Builds killed at any moment: what stands is the old site whole or the new one whole.
//!
//! Only where the system swaps folders in one step. `QUIPU_KILLS=2000 cargo test killed`
//! looks longer; `QUIPU_SEED=7` looks at other moments.

use std::env;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::editions::{EDITIONS, Edition, Files, clean, difference, edit, edited};
use crate::site::TestSite;

const SIGKILL: i32 = 9;

/// When a build is killed.
#[derive(Debug, Clone, Copy)]
enum Moment {
    /// So long after its start.
    After(Duration),
    /// As soon as another folder stands at the output.
    Swap,
}

/// How many kills, how they came out, and how long a whole build takes at present.
struct Campaign {
    site: TestSite,
    clean: [Files; EDITIONS],
    seed: u64,
    whole: Duration,
    hit: usize,
    old: usize,
    new: usize,
    cut_short: usize,
}

impl Campaign {
    fn begin() -> Self {
        let site = edited(0);
        let mut campaign = Self {
            site,
            clean: clean(),
            seed: number("QUIPU_SEED", 20_261_124),
            whole: Duration::ZERO,
            hit: 0,
            old: 0,
            new: 0,
            cut_short: 0,
        };
        campaign.build(0, "first");
        campaign
    }

    /// Each tenth time the swap; else a part of a whole build's time. Steps of the golden
    /// ratio spread evenly over it, however many they are, and in no order.
    fn moment(&self, round: u64) -> Moment {
        if round % 10 == 9 {
            return Moment::Swap;
        }
        let turns = self
            .seed
            .wrapping_add(round)
            .wrapping_mul(0x9e37_79b9_7f4a_7c15);
        Moment::After(self.whole.mul_f64(turns as f64 / u64::MAX as f64))
    }

    /// Kills a build of `edition` where `old` stands, looks, and then builds `next`.
    fn round(&mut self, edition: Edition, next: Edition, moment: Moment, old: &Files) {
        let at = format!(
            "QUIPU_SEED={}, kill {} of edition {edition}, {moment:?} of {:?}",
            self.seed,
            self.old + self.new,
            self.whole
        );
        edit(&self.site, edition);
        self.hit += usize::from(kill(&self.site, moment, &at));
        let stands = self.site.built();
        let new = &self.clean[edition];
        if stands == *new {
            self.new += 1;
        } else if stands == *old {
            self.old += 1;
            // Nothing, or a site: no empty folder either.
            assert_eq!(self.site.path("public").exists(), !old.is_empty(), "{at}");
        } else {
            panic!(
                "neither the old site nor the new one stands; {at}\n\
                 from the old: {:#?}\nfrom the new: {:#?}",
                difference(&stands, old),
                difference(&stands, new)
            );
        }
        let beside = beside(&self.site);
        self.cut_short += usize::from(beside.iter().any(|name| name.ends_with("-staging")));
        if next != edition {
            edit(&self.site, next);
        }
        self.build(next, &at);
    }

    /// A build that nobody kills: it succeeds, and leaves the site and nothing beside it.
    fn build(&mut self, edition: Edition, at: &str) {
        let start = Instant::now();
        let run = self.site.quipu(&["build"]);
        self.whole = start.elapsed();
        assert_eq!(run.exit(), Some(0), "{at}\n{}", run.stderr());
        let stands = self.site.built();
        let wrong = difference(&stands, &self.clean[edition]);
        assert!(wrong.is_empty(), "after {at}: {wrong:#?}");
        assert_eq!(beside(&self.site), [""; 0], "after {at}");
    }

    fn tell(&self) {
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
    let kills = kills();
    let mut campaign = Campaign::begin();
    let mut stands = 0;
    for round in 0..kills {
        let edition = (stands + 1) % EDITIONS;
        // Half of the time an editor goes on writing after a kill.
        let goes_on = (round + round / 10) % 2 == 1;
        let next = (edition + usize::from(goes_on)) % EDITIONS;
        let old = campaign.clean[stands].clone();
        campaign.round(edition, next, campaign.moment(round), &old);
        stands = next;
    }
    campaign.tell();
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
    campaign.tell();
    assert!(campaign.hit > 0 && campaign.old > 0 && campaign.new > 0);
}

/// Whether the build still ran when it was killed; if not, it must have succeeded.
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

/// What stands beside the output and is neither the site's nor its cache of pictures.
fn beside(site: &TestSite) -> Vec<String> {
    const KNOWN: [&str; 4] = [".quipu", "content", "public", "quipu.yaml"];
    let entries = fs::read_dir(site.path("")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names
        .filter(|name| !KNOWN.contains(&name.as_str()))
        .collect()
}

/// At least so many that both tests have some at the swap.
fn kills() -> u64 {
    number("QUIPU_KILLS", 100).max(100)
}

fn number(variable: &str, otherwise: u64) -> u64 {
    env::var(variable).map_or(otherwise, |number| number.parse().unwrap())
}
