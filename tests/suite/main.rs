//! Behaviour through the front door: the real binary on tiny sites.

mod bad_input;
mod command_line;
mod external;
mod glossary;
mod languages;
mod leads;
mod mangled;
mod meanwhile;
mod mistakes;
mod new_case;
mod open_data;
mod output;
mod pages;
mod pictures;
mod places;
mod search;
mod site;
mod synonyms;
mod theme;
mod tidy;
mod vscode;
