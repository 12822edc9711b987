//! End-to-end tests: most run the `quipu` binary on small temporary sites.

mod alerts;
mod bad_input;
mod carry;
mod command_line;
#[cfg(target_os = "linux")]
mod editions;
mod edits;
mod ejections;
mod external;
mod finished;
#[cfg(target_os = "linux")]
mod foreign;
#[cfg(target_os = "linux")]
mod full_disk;
mod glossary;
#[cfg(target_os = "linux")]
mod import;
#[cfg(target_os = "linux")]
mod killed;
mod languages;
mod mangled;
mod meanwhile;
#[cfg(target_os = "linux")]
mod metadata;
mod mistakes;
mod names;
mod new_case;
mod onward_links;
mod open_data;
mod output;
mod pages;
mod pictures;
mod places;
mod publication;
mod publishing;
mod regions;
mod rooms;
mod search;
mod serve;
mod sharing;
mod site;
#[cfg(target_os = "linux")]
mod sticks;
mod synonyms;
mod theme;
mod tidy;
#[cfg(target_os = "linux")]
mod up_to_date;
mod updates;
mod vscode;
#[cfg(target_os = "linux")]
mod zim;
